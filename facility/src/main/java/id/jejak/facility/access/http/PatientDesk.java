package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Patient;
import id.jejak.facility.access.Patients.Taken;
import id.jejak.facility.access.Person;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.PatientOperations;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.store.InvitationStore;
import id.jejak.facility.access.store.InvitationStore.Invited;
import id.jejak.facility.access.store.PatientStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Tokens;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/** Patients of a facility. */
final class PatientDesk {
  private final Db db;
  private final PatientStore store;
  private final InvitationStore invitations;
  private final Tokens tokens;
  private final InstantSource clock;

  PatientDesk(Db db, PatientStore store, InvitationStore invitations, SecureRandom random, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.invitations = invitations;
    this.tokens = new Tokens(random);
    this.clock = clock;
  }

  Response find(Actor actor, Request request) {
    var fields = Fields.body(request);
    var given = new ArrayList<Identifier>();
    fields.made("nik", Identifier.Nik::new).ifPresent(given::add);
    fields.made("card", Identifier.Card::new).ifPresent(given::add);
    fields.made("ihs", Identifier.Ihs::new).ifPresent(given::add);
    if (given.size() != 1) {
      throw Fields.invalid("nik, card, ihs", "exactly one must be there");
    }
    var why = new Why(actor, PatientOperations.FIND.id(), fields.purpose());
    return db.<Optional<Response>>transaction(tx -> store.find(tx, why, given.getFirst())
        .flatMap(id -> store.read(tx, why, id)).map(found -> shown(200, found))).orElseThrow(PatientDesk::nobody);
  }

  Response add(Actor actor, Request request) {
    var fields = Fields.body(request);
    var person = person(fields);
    var why = new Why(actor, PatientOperations.ADD.id(), fields.purpose());
    return free(() -> db.transaction(tx ->
        shown(201, new Patient(actor.facility(), store.add(tx, why, person), person))));
  }

  Response read(Actor actor, Request request) {
    var why = new Why(actor, PatientOperations.READ.id(), Fields.query(request).purpose());
    return db.<Optional<Response>>transaction(tx -> store.read(tx, why, Fields.id(request))
        .map(found -> shown(200, found))).orElseThrow(PatientDesk::nobody);
  }

  Response change(Actor actor, Request request) {
    var fields = Fields.body(request);
    var person = person(fields);
    long id = Fields.id(request);
    var why = new Why(actor, PatientOperations.CHANGE.id(), fields.purpose());
    boolean changed = free(() -> db.transaction(tx -> store.change(tx, why, id, person)));
    return changed ? shown(200, new Patient(actor.facility(), id, person)) : nobody().answer();
  }

  Response erase(Actor actor, Request request) {
    var why = new Why(actor, PatientOperations.ERASE.id(), Purpose.PATIENT_REQUEST);
    return db.transaction(tx -> store.erase(tx, why, Fields.id(request)))
        ? Manners.answer(200, "erased", true) : nobody().answer();
  }

  Response invite(Actor actor, Request request) {
    var why = new Why(actor, PatientOperations.INVITE.id(), Purpose.PATIENT_REQUEST);
    var code = tokens.alphanumeric(Limits.TOKEN);
    var end = clock.instant().plus(Limits.INVITATION);
    return db.<Optional<Response>>transaction(tx -> store.read(tx, why, Fields.id(request)).map(found -> {
      invitations.add(tx, Tokens.hash(code), new Invited(actor.facility(), found.id()), end);
      return Manners.answer(201, "code", code, "ends_at", end.toString());
    })).orElseThrow(PatientDesk::nobody);
  }

  private static Person person(Fields fields) {
    var sex = fields.optional("sex", Limits.NAME);
    if (!sex.isEmpty() && !sex.equals("male") && !sex.equals("female")) {
      throw Fields.invalid("sex", "must be male or female");
    }
    return new Person(fields.made("nik", Identifier.Nik::new), fields.made("card", Identifier.Card::new),
        fields.made("ihs", Identifier.Ihs::new), fields.text("name", 1, Limits.NAME),
        fields.optional("phone", Limits.PHONE), fields.optional("address", Limits.ADDRESS), fields.date("born"), sex);
  }

  private static <T> T free(Supplier<T> work) {
    try {
      return work.get();
    } catch (Taken taken) {
      throw Stop.with(Problem.TAKEN, taken.kind());
    }
  }

  private static Stop nobody() {
    return Stop.with(Problem.NOT_FOUND, "patient");
  }

  private static Response shown(int status, Patient patient) {
    var person = patient.person();
    return Response.json(status, Json.write(Tree.of("id", Long.toString(patient.id()),
        "nik", person.nik().map(Identifier::reveal).orElse(""), "card", person.card().map(Identifier::reveal).orElse(""),
        "ihs", person.ihs().map(Identifier::reveal).orElse(""), "name", person.name(), "phone", person.phone(),
        "address", person.address(), "born", person.born().map(LocalDate::toString).orElse(""), "sex", person.sex())));
  }
}
