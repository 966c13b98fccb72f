package id.jejak.app.web.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.json.Json;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HolderMapTest {
  private static final String PLACES = """
      {"places": [{"id": 1, "nama": "Pabrik", "kota": "Bekasi", "latitude": "-6.2349", "longitude": "106.9923"},
       {"id": 2, "nama": "PBF", "kota": "Medan", "latitude": "3.59", "longitude": "98.67"},
       {"id": 3, "nama": "Apotek", "kota": null, "latitude": null, "longitude": "x"}]}""";
  private static final String TRACE = """
      {"holder": {"id": 2, "nama": "PBF"}, "history": [
       {"event": "register", "sarana": {"id": 1, "nama": "Pabrik"}, "from": null, "to": null},
       {"event": "send", "sarana": {"id": 1, "nama": "Pabrik"}, "from": {"id": 1, "nama": "Pabrik"},
        "to": {"id": 2, "nama": "PBF"}},
       {"event": "receive", "sarana": {"id": 2, "nama": "PBF"}, "from": {"id": 1, "nama": "Pabrik"},
        "to": {"id": 2, "nama": "PBF"}},
       {"event": "send", "sarana": {"id": 2, "nama": "PBF"}, "from": {"id": 2, "nama": "PBF"},
        "to": {"id": 3, "nama": "Apotek"}},
       {"event": "return", "sarana": {"id": 3, "nama": "Apotek"}, "from": {"id": 3, "nama": "Apotek"},
        "to": {"id": 2, "nama": "PBF"}}]}""";

  @Test
  void holdersStandWhereTheyAreAndWaysGoBetweenThem() {
    var map = HolderMap.of(Json.read(TRACE), Json.read(PLACES)).orElseThrow();
    assertEquals(3, map.points().size());
    var factory = map.points().get(0);
    var distributor = map.points().get(1);
    assertTrue(distributor.x() < factory.x() && distributor.y() < factory.y(), "Medan is north and west of Bekasi");
    assertTrue(distributor.last() && !factory.last());
    assertEquals(3, map.ways().size(), "a receipt is no way of its own");
    assertFalse(map.grid().isEmpty());
  }

  @Test
  void whoeverStandsAloneIsInTheMiddle() {
    var map = HolderMap.of(Json.read("{\"history\": [{\"event\": \"register\", \"sarana\": {\"id\": 1, \"nama\": \"P\"}}]}"),
        Json.read(PLACES)).orElseThrow();
    assertEquals(HolderMap.WIDTH / 2, map.points().getFirst().x(), 1);
    assertTrue(HolderMap.of(Json.read("{}"), Json.read("{}")).isEmpty());
  }

  /** Wherever holders are, they stand within the drawing, and its grid is not endless. */
  @RepeatedTest(60)
  void everythingIsWithinTheDrawing(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var places = new StringBuilder();
    var history = new StringBuilder();
    int count = random.nextInt(1, 9);
    for (int i = 1; i <= count; i++) {
      places.append(i == 1 ? "" : ",").append("{\"id\":").append(i).append(",\"latitude\":\"")
          .append(random.nextInt(-11, 7)).append(".").append(random.nextInt(10_000)).append("\",\"longitude\":\"")
          .append(random.nextInt(95, 142)).append(".5\"}");
      history.append(i == 1 ? "" : ",").append("{\"event\":\"send\",\"from\":{\"id\":").append(i)
          .append(",\"nama\":\"a\"},\"to\":{\"id\":").append(random.nextInt(1, count + 1)).append(",\"nama\":\"b\"}}");
    }
    var map = HolderMap.of(Json.read("{\"history\":[" + history + "]}"), Json.read("{\"places\":[" + places + "]}"))
        .orElseThrow();
    assertTrue(map.grid().size() < 60, "lines: " + map.grid().size());
    map.points().forEach(point -> assertTrue(point.x() >= 0 && point.x() <= HolderMap.WIDTH && point.y() >= 0
        && point.y() <= HolderMap.HEIGHT, point.toString()));
  }
}
