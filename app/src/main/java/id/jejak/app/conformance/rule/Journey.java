package id.jejak.app.conformance.rule;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.domain.Chain;
import id.jejak.antrean.domain.Chain.Decision;
import id.jejak.antrean.domain.Task;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one booking as a client told them, each judged by the chain as it stood then. For one thread.
 *
 * @see Chain
 */
final class Journey {
  private static final Chain.Rule RULE = new Chain.Rule(Duration.ofDays(Limits.DAYS_AFTER), false);
  private static final long EARLIEST = 1_000_000_000_000L;

  /**
   * A task that was told.
   *
   * @param decision what the document says of it
   */
  record Told(Exchange exchange, Task task, Instant time, Instant arrived, Decision decision) {}

  private final List<Told> told = new ArrayList<>();
  private boolean newPatient;
  private @Nullable Chain chain;

  private Journey() {}

  /** Every booking's, by code; requests whose task or time cannot be read are left to other rules. */
  static List<Journey> of(Traffic traffic) {
    var all = new LinkedHashMap<String, Journey>();
    for (var one : traffic.of("antrean")) {
      var code = one.field("kodebooking").orElse("");
      if (one.id().equals(AntreanOperations.ADD.id()) && !code.isEmpty()) {
        all.computeIfAbsent(code, _ -> new Journey()).added(one);
      } else if (one.id().equals(AntreanOperations.TASK.id()) && !code.isEmpty()) {
        all.computeIfAbsent(code, _ -> new Journey()).tell(one);
      } else if (one.id().equals(AntreanOperations.CANCEL.id()) && one.success() && all.containsKey(code)) {
        all.get(code).cancelled();
      }
    }
    return List.copyOf(all.values());
  }

  private void added(Exchange add) {
    if (chain == null) {
      newPatient = add.field("pasienbaru").filter("1"::equals).isPresent();
      chain = add.field("tanggalperiksa").flatMap(WibText::date).map(this::empty).orElse(null);
    }
  }

  private Chain empty(LocalDate day) {
    return new Chain(newPatient, day, false, Map.of());
  }

  private void cancelled() {
    if (chain != null) {
      chain = new Chain(chain.newPatient(), chain.day(), true, chain.told());
    }
  }

  private void tell(Exchange one) {
    var task = one.field("taskid").filter(text -> text.matches("\\d{1,2}")).map(Integer::parseInt).flatMap(Task::of);
    var time = one.field("waktu").filter(text -> text.matches("\\d{13}")).map(Long::parseLong)
        .filter(millis -> millis >= EARLIEST).map(Instant::ofEpochMilli);
    if (task.isEmpty() || time.isEmpty()) {
      return;
    }
    var before = chain == null ? empty(WibText.date(time.get())) : chain;
    var arrived = one.header(Header.TIMESTAMP).filter(text -> text.matches("\\d{10}"))
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text))).orElse(one.timed() ? one.at() : time.get());
    var decision = before.tell(task.get(), time.get(), arrived, RULE);
    told.add(new Told(one, task.get(), time.get(), arrived, decision));
    chain = one.success() || one.told().code().startsWith("208")
        ? decision instanceof Decision.Stored(var after) ? after : with(before, task.get(), time.get()) : before;
  }

  /** What BPJS has, whatever we think of it. */
  private static Chain with(Chain before, Task task, Instant time) {
    var more = new EnumMap<Task, Instant>(Task.class);
    more.putAll(before.told());
    more.putIfAbsent(task, time);
    return new Chain(before.newPatient(), before.day(), before.cancelled(), more);
  }

  /** What was told, in the order of telling. */
  List<Told> told() {
    return told;
  }

  /** Whether the patient is new, as far as the traffic says. */
  boolean newPatient() {
    return newPatient;
  }

  /** Whether BPJS has all of these tasks in the end. */
  boolean has(Task... tasks) {
    return Optional.ofNullable(chain).filter(one -> one.told().keySet().containsAll(List.of(tasks))).isPresent();
  }
}
