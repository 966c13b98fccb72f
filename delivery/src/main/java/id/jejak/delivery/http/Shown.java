package id.jejak.delivery.http;

import id.jejak.delivery.domain.Parking;
import id.jejak.delivery.store.ParcelStore.Event;
import id.jejak.delivery.store.ParcelStore.Open;
import id.jejak.delivery.store.ParcelStore.Settled;
import id.jejak.delivery.store.ReportStore.Line;
import id.jejak.delivery.store.ReportStore.Report;
import id.jejak.delivery.store.ReportStore;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is answered, as members in a fixed order. */
final class Shown {
  private Shown() {}

  /** An open parcel without its body, which may be about a person. */
  static Map<String, Object> open(Open open) {
    var members = new LinkedHashMap<String, Object>();
    var life = open.life();
    members.put("id", open.id());
    members.put("remote", open.parcel().remote());
    members.put("facility", open.parcel().facility());
    members.put("key", open.parcel().key());
    members.put("kind", open.parcel().kind());
    members.put("stage", life.stage().name());
    members.put("waiting", open.waiting());
    members.put("aside", open.aside());
    members.put("doubtful", life.doubtful());
    members.put("attempts", life.attempts());
    members.put("failures", life.failures());
    members.put("postedAt", open.postedAt().toString());
    members.put("due", life.due().toString());
    members.put("remedy", life.parking().map(Parking::remedy).map(Enum::name).orElse(""));
    members.put("code", life.parking().map(Parking::code).orElse(""));
    members.put("reason", open.reason());
    return members;
  }

  /** A parcel whose life is over. */
  static Map<String, Object> settled(Settled settled) {
    var members = new LinkedHashMap<String, Object>();
    members.put("id", settled.id());
    members.put("remote", settled.parcel().remote());
    members.put("facility", settled.parcel().facility());
    members.put("key", settled.parcel().key());
    members.put("kind", settled.parcel().kind());
    members.put("stage", settled.outcome().name());
    members.put("attempts", settled.attempts());
    members.put("postedAt", settled.postedAt().toString());
    members.put("settledAt", settled.settledAt().toString());
    members.put("told", Json.read(settled.told()));
    members.put("reason", settled.reason());
    members.put("by", settled.who());
    members.put("body", settled.parcel().body());
    return members;
  }

  static List<Map<String, Object>> history(List<Event> events) {
    return events.stream().<Map<String, Object>>map(event -> {
      var members = new LinkedHashMap<String, Object>();
      members.put("at", event.at().toString());
      members.put("what", event.what());
      members.put("outcome", event.outcome());
      members.put("code", event.code());
      members.put("reason", event.reason());
      members.put("millis", event.millis());
      members.put("who", event.who());
      return members;
    }).toList();
  }

  static Map<String, Object> report(Report report) {
    var members = new LinkedHashMap<String, Object>();
    members.put("remote", report.remote());
    members.put("day", report.day().toString());
    members.put("at", report.at().toString());
    members.put("here", report.here());
    members.put("there", report.there() == ReportStore.SILENT ? null : report.there());
    members.put("differences", report.differences());
    return members;
  }

  static Map<String, Object> line(Line line) {
    var members = new LinkedHashMap<String, Object>();
    var one = line.difference();
    members.put("what", one.what().name());
    members.put("facility", one.facility());
    members.put("key", one.key());
    members.put("kind", one.kind());
    members.put("here", one.here());
    members.put("there", one.there());
    members.put("delivery", line.delivery());
    return members;
  }
}
