package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.kernel.json.Json;
import java.util.List;

/** What happens at the queue of the demo hospital, done by programs while pages are looked at. */
record Floor(TestConsole console) {
  String walkIn(String record, String sub, int doctor, String hours) {
    return Json.read(console.json("POST", "/facility/v1/queue/walk-ins", "{\"sub\": \"" + sub + "\", \"doctor\": "
        + doctor + ", \"hours\": \"" + hours + "\", \"record\": \"" + record + "\", \"member\": false}").bytes())
        .at("/data/code").asString();
  }

  void event(String code, String event) {
    var answer = console.json("POST", "/facility/v1/queue/bookings/" + code + "/events", "{\"event\": \"" + event
        + "\"}");
    assertEquals(200, answer.status(), answer.text());
  }

  void later(int minutes) {
    console.json("POST", "/sandbox/clock", "{\"advance\": \"PT" + minutes + "M\"}");
  }

  /** A morning of five patients with two doctors, of whom three have their medicine. */
  List<String> morning() {
    var codes = List.of(walkIn("123345", "ANA", 12345, "08:00-16:00"), walkIn("100031", "ANA", 12345, "08:00-16:00"),
        walkIn("654321", "INT", 1234, "08:00-17:00"), walkIn("100123", "INT", 1234, "08:00-17:00"),
        walkIn("101785", "ANA", 12346, "08:00-16:00"));
    codes.forEach(code -> event(code, "check-in"));
    for (int i = 0; i < 4; i++) {
      later(7 + 3 * i);
      event(codes.get(i), "call");
      later(1);
      event(codes.get(i), "start");
      later(9);
      if (i == 3) {
        break;
      }
      console.json("POST", "/sandbox/antrean/prescriptions", "{\"kodebooking\": \"" + codes.get(i) + "\", \"racikan\": "
          + (i == 1 ? 1 : 0) + "}");
      console.json("POST", "/facility/v1/queue/bookings/" + codes.get(i) + "/pharmacy", "{}");
    }
    later(6);
    event(codes.get(0), "pharmacy-start");
    event(codes.get(2), "pharmacy-start");
    later(8);
    event(codes.get(0), "pharmacy-call");
    event(codes.get(0), "pharmacy-done");
    event(codes.get(4), "call");
    return codes;
  }
}
