package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Role;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.contract.Problem;
import id.jejak.facility.access.store.StaffStore;
import id.jejak.facility.access.store.StaffStore.Member;
import id.jejak.facility.access.store.StaffStore.Staff;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.ids.Password;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Staff of a facility. An administrator of one facility neither sees nor changes who works at another. */
final class StaffDesk {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,59}");
  /** A number on the SATUSEHAT platform. */
  static final Pattern PRACTITIONER = Pattern.compile("[A-Za-z0-9]{1,30}");

  private final Db db;
  private final StaffStore store;
  private final Sessions sessions;
  private final Audit audit;
  private final Ids ids;
  private final SecureRandom random;
  private final InstantSource clock;

  StaffDesk(Db db, StaffStore store, Sessions sessions, Audit audit, Ids ids, SecureRandom random,
      InstantSource clock) {
    this.db = db;
    this.store = store;
    this.sessions = sessions;
    this.audit = audit;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  Response list(Actor actor) {
    var members = db.read(handle -> store.of(handle, actor.facility()));
    return Manners.answer(200, "staff", members.stream().map(StaffDesk::shown).toList());
  }

  Response add(Actor actor, Request request) {
    var fields = Fields.body(request);
    var username = fields.text("username", 3, Limits.USERNAME);
    if (!USERNAME.matcher(username).matches()) {
      throw Fields.invalid("username", "must have 3 to 60 of a-z 0-9 . - _ @, and begin with a letter or digit");
    }
    var name = fields.text("name", 1, Limits.NAME);
    var password = fields.verbatim("password", Limits.PASSWORD_LEAST, Password.LONGEST);
    var roles = fields.roles("roles");
    if (roles.isEmpty()) {
      throw Fields.invalid("roles", "must name at least one role");
    }
    var external = Optional.of(fields.optional("external", Limits.NAME)).filter(text -> !text.isEmpty());
    var staff = new Staff(ids.next(), username, name, Password.of(password, random), true, external, practitioner(fields));
    return db.transaction(tx -> {
      if (!store.add(tx, staff, clock.instant())) {
        throw Stop.with(Problem.TAKEN, store.byUsername(tx, username).isPresent() ? "username"
            : external.flatMap(text -> store.byExternal(tx, text)).isPresent() ? "external" : "practitioner");
      }
      store.setRoles(tx, actor.facility(), staff.id(), roles);
      note(tx, actor, AccessOperations.ADD_STAFF.id());
      return Response.json(201, Json.write(shown(new Member(staff, roles))));
    });
  }

  Response change(Actor actor, Request request) {
    long id = Fields.id(request);
    var fields = Fields.body(request);
    var password = fields.has("password")
        ? Optional.of(Password.of(fields.verbatim("password", Limits.PASSWORD_LEAST, Password.LONGEST), random))
        : Optional.<Password>empty();
    return db.transaction(tx -> {
      var before = store.member(tx, actor.facility(), id).orElseThrow(() -> Stop.with(Problem.NOT_FOUND, "staff"));
      onlyOurs(tx, actor, fields, id);
      var staff = changed(fields, before.staff(), password);
      if (staff.external().isPresent() && store.byExternal(tx, staff.external().get())
          .filter(other -> other.id() != id).isPresent()) {
        throw Stop.with(Problem.TAKEN, "external");
      }
      if (staff.practitioner().flatMap(number -> store.byPractitioner(tx, number)).filter(other -> other.id() != id)
          .isPresent()) {
        throw Stop.with(Problem.TAKEN, "practitioner");
      }
      var roles = fields.has("roles") ? fields.roles("roles") : before.roles();
      store.change(tx, staff);
      store.setRoles(tx, actor.facility(), id, roles);
      if (store.count(tx, actor.facility(), Role.ADMINISTRATOR) == 0) {
        throw Stop.with(Problem.LAST_ADMINISTRATOR);
      }
      sessions.endAll(tx, id);
      note(tx, actor, AccessOperations.CHANGE_STAFF.id());
      return Response.json(200, Json.write(shown(new Member(staff, roles))));
    });
  }

  /** Whoever also works elsewhere has an account that is not one administrator's to take over; their roles here are. */
  private void onlyOurs(Handle tx, Actor actor, Fields fields, long id) {
    boolean elsewhere = store.facilitiesOf(tx, id).stream().anyMatch(one -> !one.equals(actor.facility()));
    if (elsewhere && (fields.has("name") || fields.has("password") || fields.has("active") || fields.has("external")
        || fields.has("practitioner"))) {
      throw Fields.invalid("roles", "is all that can be changed of somebody who also works at another facility");
    }
  }

  private static Staff changed(Fields fields, Staff before, Optional<Password> password) {
    return new Staff(before.id(), before.username(),
        fields.has("name") ? fields.text("name", 1, Limits.NAME) : before.name(),
        password.orElse(before.password()),
        fields.has("active") ? fields.flag("active") : before.active(),
        fields.has("external") ? Optional.of(fields.optional("external", Limits.NAME)).filter(text -> !text.isEmpty())
            : before.external(), fields.has("practitioner") ? practitioner(fields) : before.practitioner());
  }

  private static Optional<String> practitioner(Fields fields) {
    var number = fields.optional("practitioner", Limits.NAME);
    if (!number.isEmpty() && !PRACTITIONER.matcher(number).matches()) {
      throw Fields.invalid("practitioner", "must have 1 to 30 letters and digits");
    }
    return Optional.of(number).filter(text -> !text.isEmpty());
  }

  private void note(Handle tx, Actor actor, String operation) {
    audit.note(tx, new Why(actor, operation, Purpose.OPERATION), Audit.Deed.WRITE, Audit.NO_PATIENT);
  }

  private static Map<String, Object> shown(Member member) {
    var staff = member.staff();
    return Tree.of("id", Long.toString(staff.id()), "username", staff.username(), "name", staff.name(), "roles",
        member.roles().stream().sorted().map(Role::word).toList(), "active", staff.active(), "external",
        staff.external().orElse(""), "practitioner", staff.practitioner().orElse(""));
  }
}
