package id.jejak.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.facility.access.Permission;
import id.jejak.facility.access.Role;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a facility's staff over a socket: who sees what, and what nobody can be made to do. */
@SecondLane
class StaffTest {
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/console/[^\"#]*)\"");
  private static final String OURS = "/console/(staff|facility|queue|waits|delivery|audit|patient-code|own)([/?].*)?";
  /** Pages that stand by themselves, with what they ask of a visitor's roles. */
  private static final Map<String, Permission> PAGES = pages();
  /** Forms, with what they ask. */
  private static final List<String> FORMS = List.of("/console/staff/login", "/console/staff/logout",
      "/console/staff/facility", "/console/staff/glass", "/console/facility", "/console/facility/staff",
      "/console/queue/who", "/console/queue/book",
      "/console/queue/bookings/X/events", "/console/queue/bookings/X/corrections",
      "/console/queue/bookings/X/cancellation", "/console/queue/bookings/X/pharmacy", "/console/queue/sessions/1/next",
      "/console/queue/sessions/1/door", "/console/queue/displays", "/console/queue/displays/remove",
      "/console/delivery/again", "/console/delivery/parcels/1/act", "/console/delivery/parcels/1/correct",
      "/console/delivery/reconciliation", "/console/audit/verify", "/console/own", "/console/patient-code");

  private static TestConsole console;

  private static Map<String, Permission> pages() {
    var pages = new LinkedHashMap<String, Permission>();
    pages.put("/console/staff", Permission.ANY);
    pages.put("/console/queue", Permission.QUEUE_WORK);
    pages.put("/console/queue/pharmacy", Permission.QUEUE_WORK);
    pages.put("/console/queue/displays", Permission.QUEUE_WORK);
    pages.put("/console/waits", Permission.QUEUE_READ);
    pages.put("/console/delivery", Permission.DELIVERY_WORK);
    pages.put("/console/delivery/reconciliation", Permission.DELIVERY_WORK);
    pages.put("/console/facility", Permission.FACILITY_WRITE);
    pages.put("/console/audit", Permission.AUDIT_READ);
    pages.put("/console/audit/glass", Permission.BREAK_GLASS_READ);
    pages.put("/console/patient-code", Permission.PATIENT_WRITE);
    return pages;
  }

  @BeforeAll
  static void start() {
    console = TestConsole.start();
    console.monday("01:00");
    login("loket.rs");
    var booked = console.form("/console/queue", "/console/queue/book", "record", "123345", "session",
        session(), "member", "1", "kind", "1", "reference", "0001R0040116A000001");
    assertEquals(303, booked.status(), booked.text());
    var ticket = booked.header("Location").orElseThrow();
    var visit = ticket.replace("/tickets/", "/bookings/");
    assertEquals(303, console.form(ticket, visit + "/events", "event", "check-in").status());
    console.json("POST", "/sandbox/delivery/parcels", "{\"remedy\": \"FIX_DATA\"}");
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  @BeforeEach
  void afresh() {
    console.forgetCookies();
  }

  private static Response login(String username) {
    return console.form("/console/staff/login", "/console/staff/login", "username", username, "password",
        "jejak-fasilitas");
  }

  private static String session() {
    var one = Json.read(console.get("/facility/v1/queue/sessions").bytes()).at("/data/0");
    return one.path("sub").asString() + "|" + one.path("doctor").asInt() + "|" + one.path("hours").asString();
  }

  @ParameterizedTest
  @CsvSource({"loket.rs,FRONT_DESK", "dokter.rs,DOCTOR", "asisten.rs,ASSISTANT", "apoteker.rs,PHARMACIST",
      "gudang.rs,WAREHOUSE", "auditor.rs,AUDITOR", "admin.rs,ADMINISTRATOR"})
  void eachRoleFindsItsOwnPagesAndNoOther(String username, Role role) {
    assertEquals(303, login(username).status());
    PAGES.forEach((path, permission) -> {
      var page = console.get(path);
      assertEquals(permission.roles().contains(role) ? 200 : 403, page.status(), path + " for " + role);
      assertFalse(page.text().matches("(?s).*(<script(?! src)|\\son[a-z]+=\"|style=\"|javascript:|<style).*"),
          "something inline in " + path);
      assertTrue(page.bytes().length < 150_000, path);
    });
    assertEquals(List.of(), crawl(), "pages that " + username + " is led to and may not see");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apoteker.apotek", "admin.apotek", "gudang.pbf", "apoteker.pbf", "kepala.rs"})
  void whoeverWorksElsewhereIsLedNowhereEither(String username) {
    assertEquals(303, login(username).status());
    assertEquals(List.of(), crawl());
  }

  /** Follows every link of our own pages; gives those that do not show a page. */
  private static List<String> crawl() {
    var amiss = new ArrayList<String>();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(List.of("/console/staff"));
    while (!open.isEmpty() && seen.size() < 200) {
      var path = open.poll();
      var page = console.get(path);
      if (page.status() != 200) {
        amiss.add(path + " " + page.status());
        continue;
      }
      LINK.matcher(page.text()).results().map(link -> link.group(1).replace("&amp;", "&"))
          .filter(link -> link.matches(OURS) && seen.add(link)).forEach(open::add);
    }
    assertTrue(seen.size() > 1, "nothing was crawled");
    return amiss;
  }

  @Test
  void anAdministratorSeesWhatSatusehatIsNotToldYetAndMendsIt() {
    login("admin.apotek");
    try {
      assertFalse(console.get("/console/facility").text().contains("tag warn"), "the demo world has all");
      assertEquals(303, console.form("/console/facility", "/console/facility", "pharmacy_location", "", "pharmacy_name", "")
          .status());
      assertTrue(console.get("/console/facility").text().contains("tag warn"));
      assertEquals(303, console.form("/console/facility", "/console/facility/staff", "id", "21", "practitioner", "").status());
      assertTrue(console.get("/console/facility").text().contains("Tia Permata"));
      assertEquals(303, console.form("/console/facility", "/console/facility/staff", "id", "21", "practitioner",
          "10009880821").status());
      assertFalse(console.get("/console/facility").text().contains("Tia Permata"));
      assertEquals(303, console.form("/console/facility", "/console/facility", "pharmacy_location", "a b").status());
      assertTrue(console.get("/console/facility").text().contains("pharmacy_location: must have"));
    } finally {
      console.form("/console/facility", "/console/facility", "pharmacy_location", "1cca7566-cb3e-429c-88e6-87b6cd2bad37",
          "pharmacy_name", "Ruang Apotek");
    }
  }

  @Test
  void anAdministratorOfAHospitalTellsRoomsOfPolyclinicsAndTheLetterhead() {
    login("admin.rs");
    var page = "/console/facility";
    try {
      assertFalse(console.get(page).text().contains("tag warn"), "the demo world has all");
      assertEquals(303, console.form(page, page, "polyclinic", "ANA", "polyclinic_location", "8d1f6a52", "polyclinic_name",
          "Poli Anak", "homepage", "").status());
      var told = console.get(page).text();
      assertTrue(told.contains("value=\"8d1f6a52\"") && told.contains("value=\"Poli Anak\""), told);
      assertTrue(told.contains("tag warn"), "a link is missing");
      assertEquals(303, console.form(page, page, "emergency_contact", "javascript:x").status());
      assertTrue(console.get(page).text().contains("emergency_contact: must begin with"));
    } finally {
      console.form(page, page, "polyclinic", "ANA", "polyclinic_location", "", "polyclinic_name", "", "homepage",
          "https://rs-sarana-a.example");
    }
    assertFalse(console.get(page).text().contains("Poli Anak"));
  }

  @Test
  void whoeverIsNotLoggedInGoesToTheLoginAndBack() {
    var there = console.get("/console/waits?from=2026-11-01").header("Location").orElse("");
    assertEquals("/console/staff/login?back=%2Fconsole%2Fwaits%3Ffrom%3D2026-11-01", there);
    assertTrue(console.get(there).text().contains("value=\"/console/waits?from=2026-11-01\""));
    assertEquals("/console/waits", console.form("/console/staff/login", "/console/staff/login", "username", "dokter.rs",
        "password", "jejak-fasilitas", "back", "/console/waits").header("Location").orElse(""));
    assertEquals("/console/staff", console.form("/console/staff/login", "/console/staff/login", "username", "dokter.rs",
        "password", "jejak-fasilitas", "back", "//evil.example").header("Location").orElse(""));
    console.forgetCookies();
    assertTrue(console.getPiece("/console/queue").header("HX-Redirect").orElse("").startsWith("/console/staff/login"));
  }

  @Test
  void aWrongPasswordIsRefusedAndTheRightOneMakesAnotherCookie() {
    console.get("/console/staff/login");
    var planted = console.cookie();
    var wrong = console.form("/console/staff/login", "/console/staff/login", "username", "dokter.rs", "password", "no");
    assertEquals(422, wrong.status());
    assertFalse(wrong.text().contains("value=\"no\""));
    login("dokter.rs");
    assertNotEquals(planted, console.cookie());
    var mine = console.cookie();
    console.useCookie(planted);
    assertEquals(303, console.get("/console/staff").status(), "a planted cookie is nobody");
    console.useCookie(mine);
    assertEquals(200, console.get("/console/staff").status());
  }

  @Test
  void loggingOutEndsTheSessionAtTheFacilityToo() {
    login("auditor.rs");
    var mine = console.cookie();
    assertEquals(303, console.form("/console/staff", "/console/staff/logout").status());
    console.useCookie(mine);
    assertEquals(303, console.get("/console/audit").status());
    login("auditor.rs");
    assertTrue(console.get("/console/audit").text().contains("access.session.logout"));
  }

  @Test
  void aSessionThatEndedAtTheFacilityLeadsBackToTheLogin() {
    login("auditor.rs");
    console.json("POST", "/sandbox/reset", "{\"systems\": [\"access\"]}");
    assertTrue(console.get("/console/audit").header("Location").orElse("").startsWith("/console/staff/login"));
  }

  @Test
  void everyFormWantsTheWordOfItsOwnPage() {
    login("kepala.rs");
    for (var path : FORMS) {
      assertEquals(403, console.raw(path, "application/x-www-form-urlencoded", "x=1").status(), path);
    }
  }

  @Test
  void everyFormOfAnotherRoleIsRefused() {
    login("gudang.rs");
    for (var path : FORMS) {
      if (path.matches("/console/(staff/(login|logout|facility)|own)")) {
        continue;
      }
      assertEquals(403, console.form("/console/staff", path).status(), path);
    }
  }

  @Test
  void aRoleIsTakenInNeedWithAReasonOnly() {
    login("dokter2.rs");
    assertEquals(403, console.get("/console/delivery").status());
    assertEquals(422, console.form("/console/staff", "/console/staff/glass", "role", "pharmacist", "reason", "x")
        .status());
    assertEquals(303, console.form("/console/staff", "/console/staff/glass", "role", "pharmacist", "reason",
        "Apoteker jaga belum datang").status());
    assertEquals(200, console.get("/console/delivery").status());
    assertTrue(console.get("/console/staff").text().contains("ditandai dalam audit"));
    console.forgetCookies();
    login("auditor.rs");
    assertTrue(console.get("/console/audit/glass").text().contains("Apoteker jaga belum datang"));
  }

  @Test
  void aParkedParcelIsMendedByName() {
    login("apoteker.rs");
    var list = console.get("/console/delivery").text();
    var parcel = list.replaceAll("(?s).*?(/console/delivery/parcels/\\d+).*", "$1");
    assertTrue(list.contains("perbaiki isinya"), "the remedy is named");
    assertEquals(422, console.form(parcel, parcel + "/correct", "body", "{no", "reason", "salah ketik").status());
    assertEquals(303, console.form(parcel, parcel + "/correct", "body", "{\"taskid\": 5}", "reason", "salah ketik")
        .status());
    var after = console.get(parcel).text();
    assertTrue(after.contains("Tercatat atas nama Anda.") && after.contains("apt. Budi Santoso"), after);
  }

  @Test
  void aPatientSeesWhoLookedWithTheCodeAndTheDateOfBirthOnly() {
    login("loket.rs");
    var made = console.form("/console/patient-code", "/console/patient-code", "who", "9271061903950011").text();
    var code = made.replaceAll("(?s).*class=\"mono code\">(\\w+)<.*", "$1");
    console.forgetCookies();
    assertEquals(422, console.form("/console/own", "/console/own", "code", code, "born", "1990-01-01").status());
    var own = console.form("/console/own", "/console/own", "code", code, "born", "1995-03-19");
    assertEquals(200, own.status());
    assertTrue(own.text().contains("Maya Anggraini") && own.text().contains("Rumah Sakit Sarana A"), own.text());
    assertFalse(own.text().contains("9271061903950011"));
  }

  @Test
  void aDisplayShowsNumbersToWhoeverHasItsLinkAndNothingOfAnybody() {
    login("loket.rs");
    var made = console.form("/console/queue/displays", "/console/queue/displays", "name", "Lantai 1", "pharmacy", "1");
    var link = made.text().replaceAll("(?s).*href=\"(/console/queue/display/\\w+)\".*", "$1");
    assertFalse(console.get("/console/queue/displays").text().contains(link), "the link is shown once");
    console.forgetCookies();
    var shown = console.get(link);
    assertEquals(200, shown.status());
    assertFalse(shown.text().contains("123345"), "no record");
    assertEquals(404, console.get("/console/queue/display/x").status());
    assertEquals(404, console.get("/console/queue/display/x/stream").status());
  }

  @Test
  void tokensAreNotShownToAnybody() {
    login("kepala.rs");
    for (var path : PAGES.keySet()) {
      assertFalse(console.get(path).text().contains("Bearer"), path);
    }
    assertFalse(console.get("/console/traffic").text().matches("(?s).*Bearer [A-Za-z0-9]{20}.*"));
  }
}
