package id.jejak.facility.pharmacy;

import static id.jejak.facility.pharmacy.TestPharmacy.APOTEK;
import static id.jejak.facility.pharmacy.TestPharmacy.HOSPITAL;
import static id.jejak.facility.pharmacy.TestPharmacy.pack;
import static id.jejak.facility.pharmacy.TestPharmacy.panadin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods in, goods out, and what lies where. */
class StockTest {
  private static TestPharmacy pharmacy;

  @BeforeAll
  static void open() {
    pharmacy = new TestPharmacy(false);
  }

  @AfterAll
  static void close() {
    pharmacy.close();
  }

  @BeforeEach
  void reset() {
    pharmacy.reset();
  }

  private static String barcodes(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "\"" + pack("DKL2499900310A1", "NEW1", LocalDate.of(2030, 1, 31),
        "N" + i) + "\"").collect(Collectors.joining(", ", "[", "]"));
  }

  @Test
  void fifteenHundredPacksComeInAtOnceAndOnlyOnce() {
    var body = "{\"barcodes\": " + barcodes(1, 1500) + ", \"place\": \"GUDANG\"}";
    var received = pharmacy.post(HOSPITAL, "/receive", body);
    assertEquals(1500, received.path("received").asInt());
    var parcel = pharmacy.parcels().getLast();
    assertEquals("ttac receive 1500", parcel.remote() + " " + parcel.kind() + " " + parcel.body().path("barcodes").size());
    assertEquals("409 held", pharmacy.refusal(HOSPITAL, "POST", "/receive", body));
    assertEquals("409 held", pharmacy.refusal(APOTEK, "POST", "/receive", "{\"barcodes\": " + barcodes(1500, 1501)
        + ", \"place\": \"GUDANG\"}"));
    assertEquals(1, pharmacy.parcels().size(), "what was refused is not owed");
    var row = pharmacy.get(HOSPITAL, "/stock?nie=DKL2499900310A1").path("rows").valueStream()
        .filter(one -> one.path("batch").asString().equals("NEW1")).findFirst().orElseThrow();
    assertEquals("1500 15000", row.path("packs").asString() + " " + row.path("units").asString());
  }

  @Test
  void anOwnCodeNeedsItsLotBesideIt() {
    assertEquals("422 lot-untold", pharmacy.refusal(HOSPITAL, "POST", "/receive",
        "{\"barcodes\": [\"SGTDEV001PRM0001\"], \"place\": \"GUDANG\"}"));
    var received = pharmacy.post(HOSPITAL, "/receive", "{\"barcodes\": [\"SGTDEV001PRM0001\"], \"place\": \"GUDANG\","
        + " \"units\": [\"TSR_SGTDEV001\"], \"nie\": \"TR202358291\", \"batch\": \"STRIAL\", \"expiry\": \"2030-12-31\"}");
    assertEquals(1, received.path("received").asInt());
    assertEquals("[\"TSR_SGTDEV001\"]", pharmacy.parcels().getLast().body().path("barcodes").toString());
  }

  @Test
  void aPackGoesFromHouseToHouseWithItsHistory() {
    pharmacy.post(HOSPITAL, "/send", "{\"barcodes\": [\"" + panadin(1) + "\"], \"sarana\": 456}");
    assertEquals("409 not-here", pharmacy.refusal(HOSPITAL, "POST", "/send", "{\"barcodes\": [\"" + panadin(1)
        + "\"], \"sarana\": 456}"));
    pharmacy.post(APOTEK, "/receive", "{\"barcodes\": [\"" + panadin(1) + "\"], \"place\": \"ETALASE\"}");
    var pack = pharmacy.get(APOTEK, "/pack?barcode=" + java.net.URLEncoder.encode(panadin(1).replace("\\u001d", "\u001d"),
        java.nio.charset.StandardCharsets.UTF_8));
    assertEquals("apotek-sarana-b shelf", pack.path("facility").asString() + " " + pack.path("state").asString());
    assertEquals("received sent received", pack.path("events").valueStream().map(one -> one.path("what").asString())
        .collect(Collectors.joining(" ")));
    pharmacy.post(APOTEK, "/send", "{\"barcodes\": [\"" + panadin(1) + "\"], \"sarana\": 123, \"reason\": \"rusak\"}");
    assertEquals("return", pharmacy.parcels().getLast().kind());
  }

  @Test
  void manyPacksAreToldOfAtOnceInTheOrderInWhichTheyWereAsked() {
    pharmacy.post(HOSPITAL, "/receive", "{\"barcodes\": " + barcodes(1, 1498) + ", \"place\": \"GUDANG\"}");
    pharmacy.post(HOSPITAL, "/send", "{\"barcodes\": [\"" + panadin(1) + "\"], \"sarana\": 456}");
    pharmacy.post(APOTEK, "/receive", "{\"barcodes\": [\"" + panadin(1) + "\"], \"place\": \"ETALASE\"}");
    var list = "[\"" + panadin(1) + "\", \"ENTAH\", " + barcodes(1, 1498).substring(1);
    var rows = pharmacy.post(HOSPITAL, "/packs", "{\"barcodes\": " + list + "}").path("rows");
    assertEquals(1500, rows.size());
    assertEquals("apotek-sarana-b true", rows.path(0).path("facility").asString() + " " + rows.path(0).path("place").isNull());
    assertEquals("{\"asked\":\"ENTAH\",\"known\":false}", rows.path(1).toString());
    assertEquals("rs-sarana-a GUDANG shelf false", String.join(" ", rows.path(2).path("facility").asString(), rows.path(2)
        .path("place").asString(), rows.path(2).path("state").asString(), rows.path(2).path("blocked").asString()));
    assertEquals(List.of(), rows.valueStream().skip(2).filter(row -> !row.path("asked").equals(row.path("barcode"))).toList());
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "POST", "/packs", "{\"barcodes\": " + barcodes(1, 1501) + "}"));
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "POST", "/packs", "{\"barcodes\": []}"));
  }

  @Test
  void aCountFindsWhatIsMissingAndWhatLiesWrong() {
    var amlodipine = pack("DKL2499901310A1", "AMD2601", LocalDate.of(2029, 1, 31), "AMD0001");
    var first = IntStream.rangeClosed(1, 29).mapToObj(i -> "\"" + panadin(i) + "\"").collect(Collectors.joining(", "));
    var second = IntStream.rangeClosed(1, 20).mapToObj(i -> "\"" + pack("DKL2499900310A1", "SMT2601",
        LocalDate.of(2029, 6, 30), "SMT" + TestPharmacy.digits(i)) + "\"").collect(Collectors.joining(", "));
    var body = "{\"place\": \"RAK-A\", \"barcodes\": [" + first + ", " + second + ", \"" + amlodipine + "\", \"ENTAH\"]";
    var seen = pharmacy.post(HOSPITAL, "/count", body + "}");
    assertEquals("50 49 1 1 1", seen.path("expected").asString() + " " + seen.path("found").asString() + " "
        + seen.path("missing").size() + " " + seen.path("elsewhere").size() + " " + seen.path("unknown").size());
    pharmacy.post(HOSPITAL, "/count", body + ", \"apply\": true}");
    assertEquals("MISSING", pharmacy.post(HOSPITAL, "/verify", "{\"barcode\": \"" + panadin(30) + "\"}").path("reason").asString());
    var again = pharmacy.post(HOSPITAL, "/count", body + "}");
    assertEquals("50 50", again.path("expected").asString() + " " + again.path("found").asString());
  }

  @Test
  void stockBeginsWithWhatExpiresFirstAndPagesGoOn() {
    var rows = pharmacy.get(HOSPITAL, "/stock").path("rows");
    assertEquals("AMX2301", rows.path(0).path("batch").asString());
    assertTrue(pharmacy.get(HOSPITAL, "/stock?before=2027-01-01").path("rows").size() == 1);
    var after = rows.path(1).path("expiry").asString();
    assertTrue(after.compareTo(rows.path(0).path("expiry").asString()) >= 0);
    assertEquals("400 malformed", pharmacy.refusal(HOSPITAL, "GET", "/stock?after=x", ""));
  }
}
