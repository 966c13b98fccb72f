package id.jejak.facility.access.http;

import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.access.Role;
import id.jejak.facility.access.Why;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.Limits;
import id.jejak.facility.access.store.GlassStore;
import id.jejak.facility.access.store.GlassStore.Broken;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.ids.Ids;
import id.jejak.kernel.json.Tree;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** Roles taken for an hour when a patient cannot wait. Never the roles that run or watch the system. */
final class GlassDesk {
  private static final Set<Role> TO_TAKE =
      EnumSet.of(Role.DOCTOR, Role.ASSISTANT, Role.PHARMACIST, Role.FRONT_DESK);

  private final Db db;
  private final GlassStore store;
  private final Sessions sessions;
  private final Names names;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  GlassDesk(Db db, GlassStore store, Sessions sessions, Names names, Audit audit, Ids ids, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.sessions = sessions;
    this.names = names;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  Response take(Actor actor, Request request) {
    var fields = Fields.body(request);
    var role = Role.of(fields.optional("role", Limits.NAME)).filter(TO_TAKE::contains).orElseThrow(() ->
        Fields.invalid("role", "must be doctor, assistant, pharmacist or front_desk"));
    var reason = fields.text("reason", Limits.REASON_LEAST, Limits.REASON);
    var now = clock.instant();
    var taken = new Broken(ids.next(), actor.staff(), role, reason, now, now.plus(Limits.GLASS));
    db.transaction(tx -> {
      store.take(tx, actor.facility(), taken);
      audit.note(tx, new Why(new Actor(actor.staff(), actor.name(), actor.roles(), actor.facility(), true),
          AccessOperations.BREAK.id(), Purpose.OPERATION), Audit.Deed.WRITE, Audit.NO_PATIENT);
      return true;
    });
    sessions.forget();
    return Manners.answer(201, "id", Long.toString(taken.id()), "role", role.word(), "ends_at", taken.end().toString());
  }

  Response list(Actor actor) {
    return db.transaction(tx -> {
      var taken = store.of(tx, actor.facility(), Limits.ROWS);
      var who = names.of(tx, taken.stream().map(Broken::staff).toList());
      audit.note(tx, new Why(actor, AccessOperations.BROKEN.id(), Purpose.AUDIT), Audit.Deed.READ, Audit.NO_PATIENT);
      return Manners.answer(200, "taken", taken.stream().map(one -> Tree.of("id", Long.toString(one.id()), "staff",
          who.apply(one.staff()), "role", one.role().word(), "reason", one.reason(), "at", one.at().toString(), "ends_at",
          one.end().toString())).toList());
    });
  }
}
