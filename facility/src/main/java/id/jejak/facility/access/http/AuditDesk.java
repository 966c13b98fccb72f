package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Facilities;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.PatientOperations;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.domain.Verdict;
import id.jejak.facility.access.store.AuditChain;
import id.jejak.facility.access.store.AuditStore;
import id.jejak.facility.access.store.AuditStore.Line;
import id.jejak.facility.access.store.InvitationStore;
import id.jejak.facility.access.store.PatientStore;
import id.jejak.facility.access.store.Signing;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.GuessThrottle;
import id.jejak.kernel.ids.Tokens;
import id.jejak.kernel.json.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who did what with whose data. Reading the audit is noted in it, and what was just noted is tied in before. */
final class AuditDesk {
  private static final Duration USUAL = Duration.ofDays(30);

  private final Db db;
  private final AuditStore store;
  private final AuditChain chain;
  private final Signing signing;
  private final Names names;
  private final InvitationStore invitations;
  private final PatientStore patients;
  private final Facilities facilities;
  private final InstantSource clock;
  private final GuessThrottle throttle = new GuessThrottle();

  AuditDesk(Db db, AuditStore store, AuditChain chain, Signing signing, Names names, InvitationStore invitations,
      PatientStore patients, Facilities facilities, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.chain = chain;
    this.signing = signing;
    this.names = names;
    this.invitations = invitations;
    this.patients = patients;
    this.facilities = facilities;
    this.clock = clock;
  }

  private record Span(Instant from, Instant until) {}

  private Span span(Fields fields) {
    var now = clock.instant();
    return new Span(fields.instant("from").orElse(now.minus(USUAL)), fields.instant("until").orElse(now.plusSeconds(1)));
  }

  Response ofPatient(Actor actor, Request request) {
    long patient = Fields.id(request);
    var span = span(Fields.query(request));
    return lines(actor, PatientOperations.LOOKS.id(), patient, tx ->
        store.ofPatient(tx, actor.facility(), patient, span.from, span.until, Limits.ROWS));
  }

  Response ofStaff(Actor actor, Request request) {
    var span = span(Fields.query(request));
    return lines(actor, PatientOperations.DEEDS.id(), Audit.NO_PATIENT, tx ->
        store.ofStaff(tx, actor.facility(), Fields.id(request), span.from, span.until, Limits.ROWS));
  }

  Response all(Actor actor, Request request) {
    var before = Fields.query(request).optional("before", Limits.NAME);
    if (!before.isEmpty() && !before.matches("\\d{1,18}")) {
      throw Fields.invalid("before", "must be a whole number");
    }
    return lines(actor, PatientOperations.TRAIL.id(), Audit.NO_PATIENT, tx -> store.before(tx, actor.facility(),
        before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before), Limits.ROWS));
  }

  private interface Looking {
    List<Line> lines(Handle tx);
  }

  private Response lines(Actor actor, String operation, long patient, Looking looking) {
    chain.tie(actor.facility());
    return db.transaction(tx -> {
      var lines = looking.lines(tx);
      var who = names.of(tx, lines.stream().map(line -> line.entry().staff()).toList());
      // A number of which there is no line may be no number of ours, but an identifier typed in the wrong place.
      store.note(tx, new Why(actor, operation, Purpose.AUDIT), Audit.Deed.READ,
          lines.isEmpty() ? Audit.NO_PATIENT : patient);
      return Manners.answer(200, "entries", lines.stream().map(line -> {
        var entry = line.entry();
        return Tree.of("seq", line.seq(), "at", entry.at().toString(), "staff", who.apply(entry.staff()), "glass",
            entry.glass(), "operation", entry.operation(), "deed", entry.deed().name().toLowerCase(Locale.ROOT),
            "patient", entry.patient() == Audit.NO_PATIENT ? "" : Long.toString(entry.patient()), "purpose",
            entry.purpose());
      }).toList());
    });
  }

  Response verify(Actor actor) {
    chain.tie(actor.facility());
    var verdict = chain.verify(actor.facility());
    db.transaction(tx -> {
      store.note(tx, new Why(actor, PatientOperations.VERIFY.id(), Purpose.AUDIT), Audit.Deed.READ, Audit.NO_PATIENT);
      return true;
    });
    return switch (verdict) {
      case Verdict.Whole(var entries) ->
          Manners.answer(200, "whole", true, "entries", entries, "broken_at", 0, "what", "");
      case Verdict.Broken(var entries, var seq, var what) ->
          Manners.answer(200, "whole", false, "entries", entries, "broken_at", seq, "what", what);
    };
  }

  Response roots(Actor actor) {
    var roots = db.read(handle -> chain.roots(handle, actor.facility(), LocalDate.of(9999, 1, 1), Limits.ROWS));
    return Manners.answer(200, "key", signing.open(), "roots", roots.stream().map(root -> Tree.of("day",
        root.day().toString(), "seq", root.seq(), "hash", HexFormat.of().formatHex(root.hash()), "signature",
        Base64.getEncoder().encodeToString(root.signature()))).toList());
  }

  /** A patient's own view, with a code and the date of birth; guesses are slowed down. */
  Response own(Request request) {
    var fields = Fields.body(request);
    var code = fields.text("code", 1, Limits.NAME);
    var born = fields.date("born").orElseThrow(() -> Fields.invalid("born", "must be a date, YYYY-MM-DD"));
    Login.hold(throttle.delay("own", request.peer(), System.nanoTime()));
    var invited = db.read(handle -> invitations.byCode(handle, Tokens.hash(code), clock.instant()));
    var seen = invited.flatMap(one -> {
      chain.tie(one.facility());
      return db.transaction(tx -> looks(tx, one, born));
    });
    if (seen.isEmpty()) {
      throttle.failed("own", request.peer(), System.nanoTime());
    }
    return seen.orElseThrow(() -> Stop.with(Problem.CODE_WRONG));
  }

  private Optional<Response> looks(Handle tx, InvitationStore.Invited invited, LocalDate born) {
    var why = new Why(new Actor(Actor.NOBODY, "the patient", Set.of(), invited.facility(), false),
        PatientOperations.OWN_VIEW.id(), Purpose.PATIENT_REQUEST);
    return patients.read(tx, why, invited.patient()).filter(found -> found.person().born().equals(Optional.of(born)))
        .map(_ -> {
          var lines = store.ofPatient(tx, invited.facility(), invited.patient(), Instant.EPOCH,
              clock.instant().plusSeconds(1), Limits.ROWS);
          var who = names.of(tx, lines.stream().map(line -> line.entry().staff()).toList());
          return Manners.answer(200, "facility", facilities.byId(invited.facility()).map(Facility::name).orElse(""), "looks",
              lines.stream().map(line -> Tree.of("at", line.entry().at().toString(), "who",
                  who.apply(line.entry().staff()).get("name"), "deed",
                  line.entry().deed().name().toLowerCase(Locale.ROOT), "purpose", line.entry().purpose(), "glass",
                  line.entry().glass())).toList());
        });
  }
}
