package id.jejak.app.cli.antrean;

import id.jejak.antrean.client.RsSettings;
import id.jejak.antrean.client.uat.Acceptance;
import id.jejak.antrean.client.uat.Acceptance.Ground;
import id.jejak.antrean.client.uat.HospitalCalls;
import id.jejak.antrean.client.uat.Reach;
import id.jejak.antrean.client.uat.Step;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.rs.Ports;
import id.jejak.app.act.ActHtml;
import id.jejak.app.act.ActPdf;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Runs the scenarios of the acceptance test against a hospital's services, whoever made them. */
@Command(name = "uat", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Runs the scenarios of BPJS's acceptance test against a hospital's services: takes one number,"
        + " cancels it, registers one made-up patient. Status 1 when the hospital answers otherwise than expected.",
    footer = {"", "A Jejak with its sandbox on tells everything but the address itself."})
public final class UatCommand implements Callable<Integer> {
  private static final String USUAL = "http://127.0.0.1:8080";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InstantSource machine;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--url", paramLabel = "URL", defaultValue = USUAL,
      description = "scheme, host and port of the hospital; ${DEFAULT-VALUE} if not given")
  private String url = USUAL;

  @Option(names = "--base", paramLabel = "PATH", description = "path before every service, such as /rs")
  private @Nullable String base;

  @Option(names = "--path", paramLabel = "SERVICE=PATH",
      description = "a service's own path, such as rs.queue.take=/ambil; more than once")
  private Map<String, String> paths = Map.of();

  @Option(names = "--username", paramLabel = "USER", description = "user that the hospital gave")
  private @Nullable String username;

  @Option(names = "--password", paramLabel = "PASSWORD", arity = "0..1", interactive = true,
      description = "its password; asked for when left empty")
  private @Nullable String password;

  @Option(names = "--poli", paramLabel = "CODE", description = "subspecialty of a session that takes patients")
  private @Nullable String sub;

  @Option(names = "--dokter", paramLabel = "CODE", description = "its doctor")
  private @Nullable Integer doctor;

  @Option(names = "--jam", paramLabel = "HOURS", description = "its hours, such as 08:00-16:00")
  private @Nullable String hours;

  @Option(names = "--tanggal", paramLabel = "DATE", description = "its day; tomorrow if not given")
  private @Nullable String day;

  @Option(names = "--kartu", paramLabel = "CARD", description = "card of a patient with a medical record")
  private @Nullable String card;

  @Option(names = "--nik", paramLabel = "NIK", description = "the patient's identity number")
  private @Nullable String nik;

  @Option(names = "--norm", paramLabel = "RECORD", description = "the patient's medical record")
  private @Nullable String record;

  @Option(names = "--referensi", paramLabel = "NUMBER", description = "a referral of the patient's")
  private @Nullable String reference;

  @Option(names = "--libur", paramLabel = "DATE", description = "a day on which that clinic is closed, or a holiday")
  private @Nullable String closed;

  @Option(names = "--isi", paramLabel = "N", defaultValue = "0",
      description = "fill the session when at most so many places are left, each by a made-up patient who is registered;"
          + " the places are given back, the patients stay")
  private int fill;

  @Option(names = "--out", paramLabel = "FILE", description = "write the Berita Acara there: .pdf, or else HTML")
  private @Nullable Path out;

  /** A run at the machine's time. */
  public UatCommand(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    try (var transport = new HttpTransport(url, PATIENCE)) {
      var world = world(transport).path("antrean");
      var settings = new RsSettings(given(base, world.path("rs").path("base"), "--base"), paths,
          given(username, world.path("rs").path("username"), "--username"),
          new Secret(given(password, world.path("rs").path("password"), "--password")));
      var now = now(transport, world);
      var ground = ground(world, now);
      var reach = new Reach(Optional.of(WibText.date(now)), Optional.ofNullable(closed).map(day -> date(day, "--libur")),
          fill);
      var terminal = spec.commandLine().getOut();
      var steps = new Acceptance(new HospitalCalls(transport, settings), ground, reach, step -> say(terminal, step)).run();
      long broken = steps.stream().filter(Step::broken).count();
      terminal.println(steps.stream().filter(Step::passed).count() + " passed, " + broken + " failed, "
          + steps.stream().filter(step -> step.result() == Step.Result.NOT_TRIED).count() + " not exercised, of "
          + steps.size() + " scenarios");
      if (!Ports.reached(UatReport.port(url))) {
        terminal.println("note: BPJS does not reach port " + UatReport.port(url) + "; before production use one of "
            + Ports.all());
      }
      terminal.flush();
      write(steps);
      return broken == 0 ? 0 : 1;
    } catch (IllegalArgumentException e) {
      throw new StartFailure("that cannot be called: " + e.getMessage(), e);
    }
  }

  private static void say(PrintWriter terminal, Step step) {
    terminal.println(switch (step.result()) {
      case MET -> "ok    ";
      case BROKEN -> "FAIL  ";
      case NOT_TRIED -> "-     ";
    } + step.service() + ": " + step.scenario());
    if (step.result() == Step.Result.NOT_TRIED) {
      terminal.println("      not exercised: " + step.note());
    } else if (step.broken() || !step.note().isEmpty()) {
      terminal.println("      expected " + step.expectedCode() + " " + step.expected());
      terminal.println("      received " + step.said().code() + " " + step.said().message());
    }
    terminal.flush();
  }

  private void write(List<Step> steps) {
    if (out == null) {
      return;
    }
    try {
      var act = UatReport.of(url, WibText.refusal(machine.instant()), steps);
      if (out.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".pdf")) {
        Files.write(out, ActPdf.of(act, machine.instant()));
      } else {
        Files.writeString(out, ActHtml.of(act));
      }
    } catch (IOException e) {
      throw new StartFailure("the report cannot be written to " + out + ": name another file with --out", e);
    }
  }

  /** What a Jejak tells of itself; nothing where somebody else answers. */
  private JsonNode world(HttpTransport transport) {
    try {
      var answer = transport.handle(Request.get("/sandbox/world"));
      return answer.status() == 200 ? Json.read(answer.bytes()) : MissingNode.getInstance();
    } catch (NoAnswer e) {
      throw new StartFailure("nothing answers at " + url + ": give the hospital's address with --url", e);
    } catch (Json.Unreadable e) {
      return MissingNode.getInstance();
    }
  }

  /** The time it is there: a sandbox may have moved it. */
  private Instant now(HttpTransport transport, JsonNode world) {
    return world.isObject() ? Optional.of(transport.handle(Request.get("/sandbox/clock")))
        .filter(one -> one.status() == 200).map(one -> Instant.parse(Json.read(one.bytes()).path("now").asString()))
        .orElse(machine.instant()) : machine.instant();
  }

  private static LocalDate date(String text, String option) {
    return WibText.date(text).orElseThrow(() -> new StartFailure(option + " " + text
        + " is no date such as 2026-11-23"));
  }

  private Ground ground(JsonNode world, Instant now) {
    var today = WibText.date(now);
    var session = world.path("dokter").path(0);
    var patient = world.path("pasien").path(0);
    var date = day == null ? today.plusDays(1) : date(day, "--tanggal");
    var made = String.format(java.util.Locale.ROOT, "%013d", now.toEpochMilli() % 10_000_000_000_000L);
    return new Ground(given(sub, session.path("kodepoli"), "--poli"),
        Integer.parseInt(given(doctor == null ? null : doctor.toString(), session.path("kodedokter"), "--dokter")),
        given(hours, session.path("jampraktek"), "--jam"), date, today.minusDays(1),
        given(card, patient.path("nomorkartu"), "--kartu"), given(nik, patient.path("nik"), "--nik"),
        given(record, patient.path("norm"), "--norm"), given(reference, patient.path("nomorreferensi"), "--referensi"),
        made, "320" + made);
  }

  private static String given(@Nullable String typed, JsonNode told, String option) {
    if (typed != null) {
      return typed;
    }
    if (told.isMissingNode() || told.asString().isEmpty()) {
      throw new StartFailure(option + " is needed: what answers there does not tell it itself");
    }
    return told.asString();
  }
}
