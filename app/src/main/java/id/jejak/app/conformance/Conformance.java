package id.jejak.app.conformance;

import id.jejak.app.conformance.read.Recording;
import id.jejak.app.conformance.rule.Rulebook;
import id.jejak.app.docs.SystemDocs;
import id.jejak.app.sandbox.PlannedFault;
import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.sandbox.traffic.Seen;
import id.jejak.kernel.config.Secret;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The checker: judges what was kept here, or what somebody recorded. Thread-safe; remembers nothing. */
public final class Conformance {
  private final Supplier<List<SystemDocs>> docs;
  private final Explainer explainer;
  private final Rulebook rules;
  private final Recorder recorder;
  private final Function<String, Optional<Secret>> secrets;
  private final InstantSource machine;

  /**
   * A checker.
   *
   * @param docs of the documented systems
   * @param recorder what is kept of the traffic here
   * @param secrets keys of the demo world's consumers, by id
   */
  public Conformance(Supplier<List<SystemDocs>> docs, Explainer explainer, Rulebook rules, Recorder recorder,
      Function<String, Optional<Secret>> secrets, InstantSource machine) {
    this.docs = docs;
    this.explainer = explainer;
    this.rules = rules;
    this.recorder = recorder;
    this.secrets = secrets;
    this.machine = machine;
  }

  /**
   * What is to be judged of the traffic.
   *
   * @param system only this one; all when empty
   * @param client only of this one: a consumer id, a user, an address, or how its User-Agent begins
   */
  public record Filter(Optional<String> system, Optional<String> client) {
    /** Everything. */
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());

    boolean takes(Exchange one) {
      return system.filter(name -> !name.equals(one.system())).isEmpty()
          && client.filter(who -> !PlannedFault.Target.is(who, one.seen().asked().headers(), one.seen().asked().peer(),
              one.seen().asked().query())).isEmpty();
    }
  }

  /** Systems that can be judged. */
  public static List<String> systems() {
    return Rulebook.SYSTEMS;
  }

  /** Judges what is kept here since the world was last put back: a code of the old one may stand for another patient. */
  public Report live(Filter filter) {
    var kept = recorder.ofThisWorld().reversed();
    return report(new Words("lalu lintas yang tersimpan di sini", "traffic kept here"), exchanges(kept, _ -> true), filter,
        false, secrets);
  }

  /**
   * Judges a recording.
   *
   * @param name of the file
   * @param given the secret key of whoever signed, for signatures; empty when it is not told
   * @throws Recording.Unfit when it is none that can be read
   */
  public Report recorded(String name, byte[] bytes, Optional<Secret> given, Filter filter) {
    var read = Recording.read(bytes, docs.get());
    return report(Words.same(name), exchanges(read.seen(), read.timed()::contains), filter, true,
        id -> given.or(() -> secrets.apply(id)));
  }

  private List<Exchange> exchanges(List<Seen> seen, java.util.function.Predicate<Long> timed) {
    return seen.stream().map(one -> Exchange.of(one, explainer.explain(one), timed.test(one.number()))).toList();
  }

  private Report report(Words source, List<Exchange> all, Filter filter, boolean recorded,
      Function<String, Optional<Secret>> keys) {
    // Tokens are asked for at another system than they are used at, so the filter of a system comes later.
    var of = all.stream().filter(new Filter(Optional.empty(), filter.client())::takes).toList();
    var traffic = new Traffic(of, recorded, keys);
    var chapters = new ArrayList<Report.Chapter>();
    for (var system : Rulebook.SYSTEMS) {
      var here = traffic.of(system);
      if (!here.isEmpty() && filter.system().filter(name -> !name.equals(system)).isEmpty()) {
        docs.get().stream().filter(one -> one.name().equals(system)).findFirst().ifPresent(document ->
            chapters.add(new Report.Chapter(system, document.title(), here.size(),
                rules.of(system).stream().map(rule -> rule.line(traffic)).toList(),
                ServiceLines.services(document, traffic), ServiceLines.refusals(document, traffic))));
      }
    }
    int requests = chapters.stream().mapToInt(Report.Chapter::requests).sum();
    return new Report(source, machine.instant(), requests, chapters);
  }
}
