package id.jejak.facility.queue.http;

import id.jejak.facility.queue.domain.Booking;
import id.jejak.facility.queue.domain.Happening;
import id.jejak.facility.queue.domain.Journey;
import id.jejak.facility.queue.domain.Session;
import id.jejak.facility.queue.domain.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the desk is shown. A display shows numbers only; a booking shows whose it is by its record. */
final class DeskView {
  private DeskView() {}

  static Map<String, Object> session(Session one) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", Long.toString(one.id()));
    view.put("sub", one.sub());
    view.put("clinic", one.clinicName());
    view.put("doctor", one.doctor());
    view.put("doctor_name", one.doctorName());
    view.put("day", one.day().toString());
    view.put("hours", one.open() + "-" + one.close());
    view.put("letter", one.letter());
    view.put("closed", one.closed());
    view.put("quota_jkn", one.jkn().quota());
    view.put("taken_jkn", one.jkn().taken());
    view.put("quota_other", one.other().quota());
    view.put("taken_other", one.other().taken());
    view.put("last_number", one.lastNumber());
    view.put("waiting", one.waiting());
    view.put("called", one.calledNumber());
    return view;
  }

  static Map<String, Object> display(Session session, List<Booking> bookings) {
    var view = session(session);
    view.put("numbers", bookings.stream().filter(Booking::active).map(one -> session.number(one.number())).toList());
    return view;
  }

  static Map<String, Object> booking(Session session, Booking one, Journey journey, List<Happening> happenings,
      Zone zone) {
    var view = new LinkedHashMap<String, Object>();
    view.put("code", one.code());
    view.put("number", session.number(one.number()));
    view.put("session", Long.toString(one.session()));
    view.put("sub", session.sub());
    view.put("doctor", session.doctor());
    view.put("day", one.day().toString());
    view.put("hours", session.open() + "-" + session.close());
    view.put("estimate", session.estimate(one.number(), zone).toString());
    view.put("record", one.record());
    view.put("member", one.member());
    view.put("new_patient", one.newPatient());
    view.put("source", word(one.source()));
    view.put("active", one.active());
    view.put("cancelled", one.cancelledAt().isPresent());
    view.put("events", happenings.stream().map(DeskView::happening).toList());
    view.put("told", journey.owed().stream().map(task -> task.id()).toList());
    view.put("gaps", journey.gaps().stream().map(DeskView::gap).toList());
    return view;
  }

  private static Map<String, Object> gap(Journey.Gap one) {
    var view = new LinkedHashMap<String, Object>();
    view.put("task", one.task().id());
    view.put("why", Desk.why(one));
    return view;
  }

  private static Map<String, Object> happening(Happening one) {
    var view = new LinkedHashMap<String, Object>();
    view.put("task", one.task().id());
    view.put("at", one.at().toString());
    view.put("recorded_at", one.recordedAt().toString());
    view.put("source", word(one.origin()));
    view.put("by", one.by());
    view.put("reason", one.reason());
    return view;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
