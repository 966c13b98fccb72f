package id.jejak.facility.access.http;

import static id.jejak.facility.access.Permission.ANY;
import static id.jejak.facility.access.Permission.AUDIT_READ;
import static id.jejak.facility.access.Permission.BREAK_GLASS;
import static id.jejak.facility.access.Permission.BREAK_GLASS_READ;
import static id.jejak.facility.access.Permission.FACILITY_WRITE;
import static id.jejak.facility.access.Permission.KEYS;
import static id.jejak.facility.access.Permission.PATIENT_ERASE;
import static id.jejak.facility.access.Permission.PATIENT_FIND;
import static id.jejak.facility.access.Permission.PATIENT_READ;
import static id.jejak.facility.access.Permission.PATIENT_WRITE;
import static id.jejak.facility.access.Permission.STAFF_READ;
import static id.jejak.facility.access.Permission.STAFF_WRITE;
import static id.jejak.facility.access.contract.AccessOperations.ADD_STAFF;
import static id.jejak.facility.access.contract.AccessOperations.BREAK;
import static id.jejak.facility.access.contract.AccessOperations.BROKEN;
import static id.jejak.facility.access.contract.AccessOperations.CHANGE_FACILITY;
import static id.jejak.facility.access.contract.AccessOperations.CHANGE_STAFF;
import static id.jejak.facility.access.contract.AccessOperations.FACILITY;
import static id.jejak.facility.access.contract.AccessOperations.LOGIN;
import static id.jejak.facility.access.contract.AccessOperations.LOGOUT;
import static id.jejak.facility.access.contract.AccessOperations.ME;
import static id.jejak.facility.access.contract.AccessOperations.MOVE;
import static id.jejak.facility.access.contract.AccessOperations.OIDC_BEGIN;
import static id.jejak.facility.access.contract.AccessOperations.OIDC_END;
import static id.jejak.facility.access.contract.AccessOperations.PASSWORD;
import static id.jejak.facility.access.contract.AccessOperations.RETIRE;
import static id.jejak.facility.access.contract.AccessOperations.ROTATE;
import static id.jejak.facility.access.contract.AccessOperations.STAFF;
import static id.jejak.kernel.http.Route.route;

import id.jejak.facility.access.Access.Behind;
import id.jejak.facility.access.Actor;
import id.jejak.facility.access.Permission;
import id.jejak.facility.access.contract.AccessOperations;
import id.jejak.facility.access.contract.PatientOperations;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may reach which operation; the whole of it on one screen. */
public final class AccessRoutes {
  private final Rooms rooms;

  /** Routes over the rooms. */
  public AccessRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Below the facility's base, beside other wings. */
  public Mount mount() {
    var routes = new ArrayList<Route>(sessions());
    routes.addAll(patients());
    return new Mount("access", AccessOperations.BASES, routes, new AccessFaults());
  }

  private List<Route> sessions() {
    var login = rooms.login();
    var staff = rooms.staffDesk();
    var glass = rooms.glassDesk();
    var keys = rooms.keyDesk();
    return List.of(
        route(LOGIN, Gate.open(login::login)),
        inner(LOGOUT, login::logout),
        inner(ME, (known, _) -> login.me(known)),
        inner(MOVE, login::move),
        inner(PASSWORD, login::change),
        behind(FACILITY, ANY, (actor, _) -> rooms.facilityDesk().read(actor)),
        behind(CHANGE_FACILITY, FACILITY_WRITE, rooms.facilityDesk()::change),
        behind(STAFF, STAFF_READ, (actor, _) -> staff.list(actor)),
        behind(ADD_STAFF, STAFF_WRITE, staff::add),
        behind(CHANGE_STAFF, STAFF_WRITE, staff::change),
        behind(BREAK, BREAK_GLASS, glass::take),
        behind(BROKEN, BREAK_GLASS_READ, (actor, _) -> glass.list(actor)),
        behind(AccessOperations.KEYS, KEYS, (_, _) -> keys.show()),
        behind(ROTATE, KEYS, (actor, _) -> keys.rotate(actor)),
        behind(RETIRE, KEYS, (actor, _) -> keys.retire(actor)),
        route(OIDC_BEGIN, Gate.open(rooms.oidc()::begin)),
        route(OIDC_END, Gate.open(rooms.oidc()::end)));
  }

  private List<Route> patients() {
    var desk = rooms.patientDesk();
    var audit = rooms.auditDesk();
    return List.of(
        behind(PatientOperations.FIND, PATIENT_FIND, desk::find),
        behind(PatientOperations.ADD, PATIENT_WRITE, desk::add),
        behind(PatientOperations.READ, PATIENT_READ, desk::read),
        behind(PatientOperations.CHANGE, PATIENT_WRITE, desk::change),
        behind(PatientOperations.INVITE, PATIENT_WRITE, desk::invite),
        route(PatientOperations.OWN_VIEW, Gate.open(audit::own)),
        behind(PatientOperations.LOOKS, AUDIT_READ, audit::ofPatient),
        behind(PatientOperations.DEEDS, AUDIT_READ, audit::ofStaff),
        behind(PatientOperations.TRAIL, AUDIT_READ, audit::all),
        behind(PatientOperations.VERIFY, AUDIT_READ, (actor, _) -> audit.verify(actor)),
        behind(PatientOperations.ROOTS, AUDIT_READ, (actor, _) -> audit.roots(actor)),
        behind(PatientOperations.ERASE, PATIENT_ERASE, desk::erase));
  }

  /** A guard for the handlers of other wings. */
  public Handler guard(Permission permission, Operation operation, Behind behind) {
    return rooms.gate().guard(permission, operation.id(), behind);
  }

  /** Who shows the token of a session in the header {@code Authorization}. */
  public Optional<Actor> actor(Request request) {
    return rooms.gate().actor(request);
  }

  /** Whether a request shows a session that lives, by a program's token or a browser's cookie. */
  public boolean shown(Request request) {
    return rooms.gate().shown(request);
  }

  private Route behind(Operation operation, Permission permission, Behind handler) {
    return route(operation, rooms.gate().guard(permission, operation.id(), handler));
  }

  private Route inner(Operation operation, Gate.Inner handler) {
    return route(operation, rooms.gate().inner(ANY, operation.id(), handler));
  }
}
