package id.jejak.app.web.console;

import static id.jejak.app.web.console.Console.get;
import static id.jejak.app.web.console.Console.post;

import id.jejak.app.web.audit.AuditPages;
import id.jejak.app.web.audit.OwnPages;
import id.jejak.app.web.delivery.DeliveryPages;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.queue.CallPages;
import id.jejak.app.web.queue.DisplayPages;
import id.jejak.app.web.queue.FigurePages;
import id.jejak.app.web.queue.FrontPages;
import id.jejak.app.web.queue.Voice;
import id.jejak.app.web.staff.FacilityPages;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.app.web.staff.StaffPages;
import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Route;
import java.util.List;

/** Pages of a facility's staff, with what each asks of a visitor's roles. */
public final class FacilityRoutes {
  private FacilityRoutes() {}

  /** The ground: log in, one's account. */
  public static List<Route> staff(Ground ground, StaffGround staff, StaffPages pages) {
    return List.of(
        get("console.staff.login", "/console/staff/login", "Log in", ground.page(pages::login)),
        post("console.staff.enter", "/console/staff/login", "Log in", ground.form(pages::enter)),
        post("console.staff.leave", "/console/staff/logout", "Log out", ground.form(pages::leave)),
        get("console.staff.read", "/console/staff", "My account", staff.page(Permission.ANY, pages::account)),
        post("console.staff.move", "/console/staff/facility", "Another facility",
            staff.form(Permission.ANY, pages::move)),
        post("console.staff.glass", "/console/staff/glass", "Take a role",
            staff.form(Permission.BREAK_GLASS, pages::breakGlass)));
  }

  /** What SATUSEHAT is told of the facility's visits. */
  public static List<Route> facility(StaffGround staff, FacilityPages pages) {
    return List.of(
        get("console.facility.read", "/console/facility", "The facility",
            staff.page(Permission.FACILITY_WRITE, pages::show)),
        post("console.facility.rooms", "/console/facility", "Rooms",
            staff.form(Permission.FACILITY_WRITE, pages::rooms)),
        post("console.facility.staff", "/console/facility/staff", "Somebody's number",
            staff.form(Permission.STAFF_WRITE, pages::number)));
  }

  /** Front desk, calling, and the pharmacy's line. */
  public static List<Route> queue(StaffGround staff, FrontPages front, CallPages calls) {
    return List.of(
        get("console.queue.front", "/console/queue", "Front desk", staff.page(Permission.QUEUE_WORK, front::front)),
        post("console.queue.who", "/console/queue/who", "Who stands there",
            staff.form(Permission.QUEUE_WORK, front::who)),
        post("console.queue.book", "/console/queue/book", "A number", staff.form(Permission.QUEUE_WORK, front::book)),
        get("console.queue.ticket", "/console/queue/tickets/{code}", "A number to print",
            staff.page(Permission.QUEUE_WORK, front::ticket)),
        get("console.queue.visit", "/console/queue/bookings/{code}", "A booking",
            staff.page(Permission.QUEUE_WORK, front::visit)),
        post("console.queue.event", "/console/queue/bookings/{code}/events", "It happens",
            staff.form(Permission.QUEUE_WORK, front::event)),
        post("console.queue.correct", "/console/queue/bookings/{code}/corrections", "A correction",
            staff.form(Permission.QUEUE_WORK, front::correct)),
        post("console.queue.cancel", "/console/queue/bookings/{code}/cancellation", "A cancellation",
            staff.form(Permission.QUEUE_WORK, front::cancel)),
        post("console.queue.medicine", "/console/queue/bookings/{code}/pharmacy", "A number at the pharmacy",
            staff.form(Permission.QUEUE_WORK, front::pharmacyTicket)),
        get("console.queue.room", "/console/queue/sessions/{id}", "Calling",
            staff.page(Permission.QUEUE_WORK, calls::room)),
        post("console.queue.next", "/console/queue/sessions/{id}/next", "Call the next",
            staff.form(Permission.QUEUE_WORK, calls::next)),
        post("console.queue.door", "/console/queue/sessions/{id}/door", "Open or close",
            staff.form(Permission.SCHEDULE_WRITE, calls::door)),
        get("console.queue.pharmacy", "/console/queue/pharmacy", "The pharmacy's line",
            staff.page(Permission.QUEUE_WORK, calls::pharmacy)));
  }

  /** Screens, and waiting times. */
  public static List<Route> shown(Ground ground, StaffGround staff, DisplayPages displays, Voice voice,
      FigurePages figures) {
    return List.of(
        get("console.display.list", "/console/queue/displays", "Displays",
            staff.page(Permission.QUEUE_WORK, displays::list)),
        post("console.display.add", "/console/queue/displays", "A display",
            staff.form(Permission.QUEUE_WORK, displays::add)),
        post("console.display.remove", "/console/queue/displays/remove", "A display less",
            staff.form(Permission.QUEUE_WORK, displays::remove)),
        get("console.display.show", "/console/queue/display/{code}", "The display", ground.page(displays::show)),
        get("console.display.stream", "/console/queue/display/{code}/stream", "Live numbers",
            ground.page(displays::stream)),
        get("console.display.voice", "/console/queue/voice/{hash}/{name}", "A recording", voice::serve),
        get("console.waits.read", "/console/waits", "Waiting times",
            staff.page(Permission.QUEUE_READ, figures::show)));
  }

  /** What is owed. */
  public static List<Route> delivery(StaffGround staff, DeliveryPages pages) {
    return List.of(
        get("console.delivery.list", "/console/delivery", "Delivery",
            staff.page(Permission.DELIVERY_WORK, pages::overview)),
        post("console.delivery.again", "/console/delivery/again", "Send many again",
            staff.form(Permission.DELIVERY_WORK, pages::again)),
        get("console.delivery.parcel", "/console/delivery/parcels/{id}", "One parcel",
            staff.page(Permission.DELIVERY_WORK, pages::parcel)),
        post("console.delivery.act", "/console/delivery/parcels/{id}/act", "Again, aside, or given up",
            staff.form(Permission.DELIVERY_WORK, pages::act)),
        post("console.delivery.correct", "/console/delivery/parcels/{id}/correct", "Mend",
            staff.form(Permission.DELIVERY_WORK, pages::correct)),
        get("console.delivery.compared", "/console/delivery/reconciliation", "Reconciliation",
            staff.page(Permission.DELIVERY_WORK, pages::reconciliation)),
        post("console.delivery.compare", "/console/delivery/reconciliation", "Compare",
            staff.form(Permission.DELIVERY_WORK, pages::reconcile)));
  }

  /** Who looked at what, also for the patient. */
  public static List<Route> audit(Ground ground, StaffGround staff, AuditPages pages, OwnPages own) {
    return List.of(
        get("console.audit.trail", "/console/audit", "Audit", staff.page(Permission.AUDIT_READ, pages::trail)),
        post("console.audit.verify", "/console/audit/verify", "Verify",
            staff.form(Permission.AUDIT_READ, pages::verify)),
        get("console.audit.glass", "/console/audit/glass", "Roles taken",
            staff.page(Permission.BREAK_GLASS_READ, pages::glass)),
        get("console.own.ask", "/console/own", "My data", ground.page(own::ask)),
        post("console.own.read", "/console/own", "Who looked", ground.form(own::own)),
        get("console.code.form", "/console/patient-code", "A patient's code",
            staff.page(Permission.PATIENT_WRITE, own::form)),
        post("console.code.make", "/console/patient-code", "A patient's code",
            staff.form(Permission.PATIENT_WRITE, own::make)));
  }
}
