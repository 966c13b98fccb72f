package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The pharmacy's and the doctor's pages over a socket: what they do, and for whom. */
@SecondLane
class PharmacyPagesTest {
  private static final String PACK = "90DKL2499900210A1\u001d10PND2601\u001d1729033121PND0001";
  private static TestConsole console;

  @BeforeAll
  static void start() {
    console = TestConsole.start();
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @BeforeEach
  void afresh() {
    console.forgetCookies();
    console.json("POST", "/sandbox/reset", "");
  }

  private static void login(String username) {
    console.forgetCookies();
    var answer = console.form("/console/staff/login", "/console/staff/login", "username", username, "password",
        "jejak-fasilitas");
    assertEquals(303, answer.status(), answer.text());
  }

  private static JsonNode pharmacy(String path, String body) {
    return Json.read(console.jsonAs("demo-rs-sarana-a", "/facility/v1/pharmacy" + path, body).bytes());
  }

  private static JsonNode prescribe() {
    return pharmacy("/prescriptions", "{\"patient\": \"P02029542843\", \"lines\": [{\"kfa\": \"93990002\", \"name\":"
        + " \"Paracetamol 500 mg Tablet (PANADIN)\", \"quantity\": 10, \"unit\": \"TAB\", \"signa\": \"3 dd 1 p.c.\"}]}");
  }

  private static Response desk(String rx, String tray, String... namesAndValues) {
    var all = new String[namesAndValues.length + 4];
    all[0] = "rx";
    all[1] = rx;
    all[2] = "tray";
    all[3] = tray;
    System.arraycopy(namesAndValues, 0, all, 4, namesAndValues.length);
    return console.form("/console/pharmacy?rx=" + rx, "/console/pharmacy", all);
  }

  private static String tray(Response page) {
    return page.text().replaceAll("(?s).*name=\"tray\" value=\"([^\"]*)\".*", "$1").replace("&#34;", "\"");
  }

  @Test
  void eachRoleSeesItsOwnPagesAndNoOther() {
    login("dokter.rs");
    assertEquals(200, console.get("/console/doctor").status());
    for (var path : new String[] {"/console/pharmacy", "/console/stock", "/console/recall", "/console/stock/do/in"}) {
      assertEquals(403, console.get(path).status(), path);
    }
    login("apoteker.rs");
    for (var path : new String[] {"/console/pharmacy", "/console/stock", "/console/recall", "/console/stock/do/in",
        "/console/stock/do/count", "/console/stock/do/move", "/console/stock/do/send", "/console/stock/map",
        "/console/stock/pack"}) {
      var answer = console.get(path);
      assertEquals(200, answer.status(), path);
      assertFalse(answer.text().matches("(?s).*(style=\"|<style|onclick|javascript:).*"), path);
    }
    assertEquals(403, console.get("/console/doctor").status());
    login("gudang.rs");
    assertEquals(200, console.get("/console/stock").status());
    assertEquals(403, console.get("/console/pharmacy").status());
    console.forgetCookies();
    assertEquals(303, console.get("/console/pharmacy").status());
  }

  @Test
  void aPackIsScannedIntoTheTrayAndHandedOver() {
    var rx = prescribe().path("id").asString();
    login("apoteker.rs");
    var scanned = desk(rx, "", "scan", PACK);
    assertTrue(tray(scanned).contains("\"units\":10"), scanned.text());
    assertTrue(scanned.text().contains("3 kali sehari 1 tablet, sesudah makan"));
    var half = desk(rx, tray(scanned), "scan", "4");
    assertTrue(tray(half).contains("\"units\":4"), tray(half));
    assertEquals("[]", tray(desk(rx, tray(half), "do", "undo")));
    var line = pharmacy("/prescriptions/" + rx, "").at("/lines/0/id").asString();
    assertTrue(half.text().contains("name=\"seen_" + line + "\" value=\"0\""), half.text());
    var given = desk(rx, tray(half), "do", "give", "seen_" + line, "0");
    assertTrue(given.text().contains("id=\"handed\"") && given.text().contains("sisa 6"), given.text());
    var again = desk(rx, tray(half), "do", "give", "seen_" + line, "0");
    assertTrue(again.text().contains("Sudah ada yang diserahkan"), "a page that is sent twice gives once");
    assertEquals("6", pharmacy("/prescriptions/" + rx, "").at("/lines/0/left_now").asString(), again.text());
    assertTrue(desk(rx, "no json at all", "do", "give").text().contains("Belum ada yang dipindai"));
  }

  @Test
  void whatWasHandedOverIsTakenBackWithAReasonByAPharmacist() {
    var rx = prescribe().path("id").asString();
    login("apoteker.rs");
    desk(rx, tray(desk(rx, "", "scan", PACK)), "do", "give");
    var dispense = pharmacy("/prescriptions/" + rx, "").at("/given/0/id").asString();
    var page = console.get("/console/pharmacy?rx=" + rx).text();
    assertTrue(page.contains("name=\"back_kind_" + dispense + "\"") && page.contains("data-ask=\"Tarik kembali"), page);
    assertTrue(desk(rx, "", "do", "takeback:" + dispense, "back_kind_" + dispense, "error").text()
        .contains("Tulis alasannya dahulu"));
    var done = desk(rx, "", "do", "takeback:" + dispense, "back_kind_" + dispense, "error", "back_reason_" + dispense,
        "salah pasien").text();
    assertTrue(done.contains("SATUSEHAT diberi tahu") && done.contains("ditarik kembali: salah serah")
        && !done.contains("back_kind_" + dispense), done);
    assertEquals("10", pharmacy("/prescriptions/" + rx, "").at("/lines/0/left_now").asString());
    assertTrue(desk(rx, "", "do", "takeback:" + dispense, "back_kind_" + dispense, "error", "back_reason_" + dispense,
        "lagi").text().contains("sudah ditarik kembali"));
  }

  /** The national number comes through the outbox and SATUSEHAT, which takes a moment. */
  private static String nrn(String rx) {
    for (int i = 0; i < 300; i++) {
      var nrn = pharmacy("/prescriptions/" + rx, "").path("nrn");
      if (nrn.isString()) {
        return nrn.stringValue();
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("no national number after half a minute");
  }

  @Test
  void aPrescriptionFromElsewhereIsFetchedByItsNationalNumber() {
    login("dokter.rs");
    var drug = pharmacy("/drugs?q=panadin", "").path("rows").path(0).toString();
    var page = console.form("/console/doctor", "/console/doctor", "draft", "", "do", "add:" + drug, "patient", "").text();
    var found = console.form("/console/doctor", "/console/doctor", "draft", draft(page), "do", "patient", "patient",
        "P02029542843", "signa_0", "3 dd 1", "quantity_0", "10").text();
    console.form("/console/doctor", "/console/doctor", "draft", draft(found), "do", "sign", "signa_0", "3 dd 1",
        "quantity_0", "10");
    var nrn = nrn(pharmacy("/waiting", "").at("/rows/0/id").asString());
    login("apoteker.apotek");
    var opened = console.form("/console/pharmacy", "/console/pharmacy", "rx", "", "tray", "", "scan", nrn);
    assertEquals(303, opened.status(), opened.text());
    var there = console.get(opened.header("Location").orElse("")).text();
    assertTrue(there.contains(nrn) && there.contains("3 kali sehari 1 tablet") && there.contains("ETALASE"), there);
  }

  private static String draft(String page) {
    return page.replaceAll("(?s).*name=\"draft\" value=\"([^\"]*)\".*", "$1").replace("&#34;", "\"");
  }

  @Test
  void aDoubleScanIsNoAlarm() {
    var rx = prescribe().path("id").asString();
    login("apoteker.rs");
    desk(rx, tray(desk(rx, "", "scan", PACK)), "do", "give");
    var again = desk(rx, "", "scan", PACK).text();
    assertTrue(again.contains("Baru saja dipindai") && !again.contains("tag bad\">periksa"), again);
  }

  @Test
  void aSubstitutionNeedsTheDoctor() {
    var rx = prescribe();
    var other = "90DKL2499901310A1<GS>10AMD2601<GS>1729013121AMD0001";
    login("apoteker.rs");
    var refused = desk(rx.path("id").asString(), "", "scan", other.replace("<GS>", "\u001d"));
    assertTrue(refused.text().contains("Bukan obat yang diresepkan") && refused.text().contains("name=\"other\""));
    var line = rx.path("lines").path(0).asString();
    var unsaid = desk(rx.path("id").asString(), "", "do", "substitute", "other", other, "other_line", line,
        "other_units", "10", "other_doctor", "12");
    assertTrue(unsaid.text().contains("butuh persetujuan dokter"), unsaid.text());
    var said = desk(rx.path("id").asString(), "", "do", "substitute", "other", other, "other_line", line,
        "other_units", "10", "other_doctor", "12", "other_agreed", "1", "other_type", "TG");
    assertTrue(desk(rx.path("id").asString(), tray(said), "do", "give").text().contains("id=\"handed\""), said.text());
  }

  @Test
  void goodsAreCheckedBeforeTheyAreReceived() {
    login("gudang.rs");
    var fresh = "90DKL2499900210A1<GS>10BARU<GS>1730013121B0001";
    var checked = console.raw("/console/stock/do/in", "application/x-www-form-urlencoded", "csrf="
        + console.csrf("/console/stock/do/in")
        + "&place=RAK-Z&barcodes=" + java.net.URLEncoder.encode(fresh + "\nENTAH",
        java.nio.charset.StandardCharsets.UTF_8)).text();
    assertTrue(checked.contains("tidak memuat NIE") && checked.contains("name=\"confirm\""), checked);
    var done = console.form("/console/stock/do/in", "/console/stock/do/in", "place", "RAK-Z", "barcodes", fresh,
        "confirm", "1").text();
    assertTrue(done.contains("1 kemasan diterima"), done);
    assertTrue(console.get("/console/stock").text().contains("RAK-Z"));
    assertTrue(console.form("/console/stock/do/count", "/console/stock/do/count", "place", "RAK-Z", "barcodes",
        "").text().contains("tidak terpindai"));
    movedAndSentOnceSeen(fresh);
    assertTrue(console.get("/console/stock/pack?barcode=" + java.net.URLEncoder.encode(fresh,
        java.nio.charset.StandardCharsets.UTF_8)).text().contains("dikembalikan"));
  }

  private static void movedAndSentOnceSeen(String fresh) {
    var looked = console.form("/console/stock/do/move", "/console/stock/do/move", "place", "KARANTINA", "apart", "yes",
        "reason", "penyok", "barcodes", fresh + "\nENTAH-1").text();
    assertTrue(looked.contains("BARU") && looked.contains("name=\"confirm\"") && looked.contains("ENTAH-1"), looked);
    assertTrue(!console.get("/console/stock").text().contains("KARANTINA"), "nothing was moved by looking");
    console.json("DELETE", "/sandbox/requests", "");
    var spelt = console.form("/console/stock/do/move", "/console/stock/do/move", "place", "KARANTINA", "apart", "yes",
        "reason", "penyok", "barcodes", fresh
        + "\n(90)DKL2499900210A1(10)BARU(17)300131(21)B0001\nENTAH-1").text();
    assertTrue(spelt.contains("<td>dua kali dalam daftar</td>") && spelt.contains("1 × "), spelt);
    var asked = Json.read(console.get("/sandbox/requests").bytes()).toString();
    assertTrue(asked.contains("pharmacy.pack.list") && !asked.contains("pharmacy.pack.get"), asked);
    assertTrue(console.form("/console/stock/do/move", "/console/stock/do/move", "place", "KARANTINA", "apart", "yes",
        "reason", "penyok", "barcodes", fresh, "confirm", "1").text().contains("1 kemasan dipindahkan"));
    assertTrue(console.form("/console/stock/do/send", "/console/stock/do/send", "sarana", "284", "barcodes",
        fresh).text().contains("<td>dikarantina</td>"), "what is kept apart may be given back only");
    assertTrue(console.form("/console/stock/do/send", "/console/stock/do/send", "sarana", "284", "reason", "rusak",
        "barcodes", fresh).text().contains("Kembalikan 1 kemasan"));
    assertTrue(console.form("/console/stock/do/send", "/console/stock/do/send", "sarana", "284", "reason", "rusak",
        "barcodes", fresh, "confirm", "1").text().contains("1 kemasan dikirim"));
    assertTrue(console.form("/console/stock/do/send", "/console/stock/do/send", "sarana", "284", "barcodes", fresh,
        "confirm", "1").text().contains("tidak ada di sini"));
  }

  @Test
  void aDoctorsDraftIsSignedOnceThePatientIsFound() {
    login("dokter.rs");
    var drug = pharmacy("/drugs?q=panadin", "").path("rows").path(0).toString();
    var drafted = console.form("/console/doctor", "/console/doctor", "draft", "", "do", "add:" + drug);
    var draft = draft(drafted.text());
    assertTrue(draft.contains("93990002"), drafted.text());
    assertTrue(console.form("/console/doctor", "/console/doctor", "draft", draft, "do", "sign", "signa_0", "3 dd 1",
        "quantity_0", "10").text().contains("Cari pasiennya dahulu"));
    var found = console.form("/console/doctor", "/console/doctor", "draft", draft, "do", "patient", "patient",
        "9271061903950011", "signa_0", "3 dd 1", "quantity_0", "10").text();
    assertTrue(found.contains("Yudi Nurwanto"), found);
    var whole = draft(found);
    assertTrue(console.form("/console/doctor", "/console/doctor", "draft", whole, "do", "sign", "signa_0", "3 dd 1",
        "quantity_0", "10").text().contains("id=\"signed\""));
    assertEquals("dr. Ratna Kusuma, Sp.A", pharmacy("/prescriptions/" + pharmacy("/waiting",
        "").at("/rows/0/id").asString(), "").path("prescriber_name").asString());
    assertEquals("3 kali sehari 1 tablet", console.get("/console/doctor/signa?signa_0=3+dd+1").text());
    assertEquals("application/pdf", console.get("/console/pharmacy/paper/" + pharmacy("/waiting", "").at("/rows/0/id")
        .asString()).header("Content-Type").orElse(""));
  }

  @Test
  void namesInARecallAreShownAfterAPurposeOnly() {
    var rx = prescribe();
    pharmacy("/dispenses", "{\"prescription\": \"" + rx.path("id").asString() + "\", \"items\": [{\"line\": \""
        + rx.path("lines").path(0).asString() + "\", \"packs\": [{\"barcode\": \"" + PACK.replace("\u001d", "\\u001d")
        + "\"}]}]}");
    login("apoteker.rs");
    var at = console.form("/console/recall", "/console/recall", "by", "batch", "value", "PND2601", "reason", "cemaran")
        .header("Location").orElse("");
    var page = console.get(at).text();
    assertTrue(page.contains("P02029542843") && page.contains("<svg") && !page.contains("Yudi"), page);
    assertEquals(422, console.form(at, at + "/contacts", "purpose", "ingin tahu", "as", "page").status());
    assertTrue(console.form(at, at + "/contacts", "purpose", "recall", "as", "page").text().contains("Yudi Nurwanto"));
    assertTrue(console.form(at, at + "/contacts", "purpose", "recall", "as", "file").text().startsWith("\"patient\""));
    login("gudang.rs");
    var warehouse = console.get(at).text();
    assertFalse(warehouse.contains("P02029542843") || warehouse.contains("name=\"purpose\""), warehouse);
    login("apoteker.rs");
    console.form(at, at + "/close");
    assertTrue(console.get(at).text().contains("ditutup"));
  }
}
