package id.jejak.app.cli.kfa;

import id.jejak.gateway.client.TokenKeeper;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.time.Pause;
import id.jejak.kfa.client.ClientSettings;
import id.jejak.kfa.client.KfaClient;
import id.jejak.kfa.contract.FieldSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code kfa sync --from URL}: fetches a dictionary page by page, and gives all of it to a running KFA in one load. What
 * was fetched is kept in the data folder until then, so a run that was cut off goes on.
 */
@Command(name = "sync", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Brings the dictionary of a running server to that of another KFA, the official one or a Jejak: the",
        "first time all of it, then what changed since the day before the last run. All of a run or none."},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the dictionary is up to date", "2:could not be done; run the same again, it goes on"})
public final class KfaSyncCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<Part> LISTS = List.of(Part.FARMASI, Part.ALKES, Part.TEMPLATES_V3, Part.ALKES_V3, Part.ATC,
      Part.TAGS);

  private final Map<String, String> environment;
  private final InstantSource machine;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private SourceOptions source = new SourceOptions();

  @Mixin
  private ClientOptions target = new ClientOptions();

  @Option(names = "--only", paramLabel = "PART", split = ",",
      description = "farmasi, alkes, templates-v3, alkes-v3, atc, tags; all of them if not given")
  private List<String> only = new ArrayList<>();

  @Option(names = "--details", description = "also each product's detail, one call for each: for servers whose lists"
      + " tell less than their details, as the official one")
  private boolean details;

  @Option(names = "--prices", description = "also prices, one call for each template")
  private boolean prices;

  @Option(names = "--full", description = "everything, as if for the first time; forgets a run that was cut off")
  private boolean full;

  @Option(names = "--size", paramLabel = "ROWS", defaultValue = "1000", description = "rows of a page, 1 to 1000;"
      + " ${DEFAULT-VALUE} if not given")
  private int size = 1_000;

  @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
      description = "folder in which what was fetched is kept meanwhile; ./data if not given")
  private Path data = Path.of("data");

  /**
   * A command.
   *
   * @param environment of the process; {@code JEJAK_TERMINAL=true} says that a person watches
   * @param machine says when a run begins
   */
  public KfaSyncCommand(Map<String, String> environment, InstantSource machine) {
    this.environment = Map.copyOf(environment);
    this.machine = machine;
  }

  /** What one run fetches. */
  private record Plan(List<Part> parts, int size, Optional<LocalDate> since, Instant began) {
    /** What makes a run the same run. */
    String what() {
      return parts + " " + size + since.map(day -> " since " + day).orElse("");
    }

    /** What the load is remembered under: what was not fetched before is not older than any day. */
    String name(String from) {
      return KfaSyncCommand.name(from, parts);
    }

    byte[] json() {
      var all = new LinkedHashMap<String, Object>();
      all.put("what", what());
        all.put("began", began.toString());
      return Json.write(all);
    }
  }

  @Override
  public Integer call() {
    var from = source.url();
    var calls = new ImportCall(target.url(), target.token());
    var spool = new Spool(data.resolve("kfa-sync").resolve(UUID.nameUUIDFromBytes(
        from.getBytes(StandardCharsets.UTF_8)).toString()));
    var plan = plan(spool, calls, from);
    var notes = fetch(spool, plan, from);
    var files = spool.files(plan.parts().stream().map(Part::word).toList());
    var answer = calls.load(files, plan.name(from), plan.began(), spec.commandLine().getErr(), terminal());
    spool.forget();
    var out = spec.commandLine().getOut();
    notes.forEach(note -> out.println("note: " + note));
    out.print(plan.since().map(day -> "What changed since " + day + ": ").orElse("Everything: "));
    out.print(KfaImportCommand.report(answer));
    out.flush();
    return 0;
  }

  private static String name(String from, List<Part> parts) {
    return from + " " + parts.stream().filter(LISTS::contains).map(Part::word).collect(Collectors.joining(","));
  }

  private boolean terminal() {
    return "true".equals(environment.get("JEJAK_TERMINAL"));
  }

  /** The run that was cut off, if it was to fetch the same for a dictionary as old; else a new one. */
  private Plan plan(Spool spool, ImportCall calls, String from) {
    var fresh = new Plan(parts(), size(), full ? Optional.empty() : calls.lastBegan(name(from, parts()))
        .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1)), machine.instant());
    var begun = full ? Optional.<JsonNode>empty() : spool.plan();
    if (begun.isPresent() && begun.get().path("what").asString("").equals(fresh.what())) {
      spec.commandLine().getErr().println("going on with the run of " + begun.get().path("began").asString(""));
      return new Plan(fresh.parts(), fresh.size(), fresh.since(),
          Instant.parse(begun.get().path("began").asString("")));
    }
    spool.begin(fresh.json());
    return fresh;
  }

  private int size() {
    if (size < 1 || size > 1_000) {
      throw new StartFailure("--size must be 1 to 1000, not " + size);
    }
    return size;
  }

  private List<Part> parts() {
    var wanted = new ArrayList<Part>();
    LISTS.stream().filter(part -> only.isEmpty() || only.contains(part.word())).forEach(wanted::add);
    only.stream().filter(word -> LISTS.stream().noneMatch(part -> part.word().equals(word))).findFirst()
        .ifPresent(word -> {
          throw new StartFailure("--only " + word + " is no part: choose among "
              + String.join(", ", Arrays.stream(Part.values()).filter(LISTS::contains).map(Part::word).toList()));
        });
    if (details) {
      wanted.add(Part.DETAILS);
    }
    if (prices) {
      wanted.add(Part.PRICES);
    }
    return wanted;
  }

  private List<String> fetch(Spool spool, Plan plan, String from) {
    var pause = Pause.real();
    try (var transport = new HttpTransport(from, PATIENCE);
        var progress = new FetchProgress(spec.commandLine().getErr(), terminal())) {
      var keeper = new TokenKeeper(transport, source.credentials(environment, transport), machine);
      var client = new KfaClient(transport, keeper::send, ClientSettings.usual().with(FieldSet.STORED), machine, pause,
          new SecureRandom());
      var fetching = new Fetching(client, spool, pause, progress, plan.size(), plan.since());
      plan.parts().forEach(fetching::fetch);
      return fetching.notes();
    }
  }
}
