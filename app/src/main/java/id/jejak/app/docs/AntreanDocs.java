package id.jejak.app.docs;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.LaterOperations;
import id.jejak.antrean.contract.VclaimOperations;
import id.jejak.app.docs.PostmanScript.Environment;
import id.jejak.app.docs.PostmanScript.Step;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The docs of BPJS's side of the queue. The Postman run plays a morning of March 2021, the documents' own, with codes
 * of its own run: it moves the sandbox's clock there, and signs by that clock.
 */
public final class AntreanDocs {
  private static final String TASKED = "\"TASK-{{run}}\"";
  private static final String ADDED = "\"ADD-{{run}}\"";
  private static final String DAY = "\"2021-03-24\"";

  private AntreanDocs() {}

  /**
   * The docs.
   *
   * @param sandbox gives credentials to the Postman run; without it the reader fills them in
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Optional<Part.Sandbox> sandbox) {
    return new SystemDocs("antrean", "BPJS antrean", "2021",
        List.of(new Section(AntreanOperations.BASES, AntreanOperations.ALL),
            new Section(VclaimOperations.BASES, VclaimOperations.ALL)),
        BpjsAnswers.bpjs(), Requests.SIGNED_JSON, examples, script(sandbox));
  }

  private static PostmanScript script(Optional<Part.Sandbox> sandbox) {
    return new PostmanScript(Environment.of(() -> environment(sandbox)), sandbox.isPresent() ? setup() : List.of(),
        sandbox.isPresent() ? values() : Map.of(), kept(), expected(), Set.of());
  }

  private static Map<String, String> environment(Optional<Part.Sandbox> sandbox) {
    var consumer = Json.read(Json.write((Object) sandbox.map(Part.Sandbox::world).orElse(Map.of()))).path("bpjs");
    var values = new LinkedHashMap<String, String>();
    for (var name : List.of("cons_id", "secret_key", "user_key")) {
      values.put(name, consumer.path(name).asString(""));
    }
    values.put("clock_offset", "0");
    return values;
  }

  private static List<Step> setup() {
    return List.of(
        new Step("A morning of March 2021", "POST", "/sandbox/clock", "{\"now\": \"2021-03-16T02:00:00Z\"}", Map.of(
            "clock_offset", "String(Math.round((Date.parse(answer.now) - Date.now()) / 1000))",
            "run", "Date.now().toString(36)",
            "plan_day", "new Date(Date.UTC(2022, 0, 1) + Date.now() % 9e6 * 864e5 % 864e8).toISOString().slice(0, 10)",
            "other_day", "new Date(Date.UTC(2026, 0, 1) + Date.now() % 9e6 * 864e5 % 864e8).toISOString()"
                + ".slice(0, 10)")),
        new Step("A booking made in Mobile JKN", "POST", "/sandbox/antrean/bookings",
            "{\"kodebooking\": \"TASK-{{run}}\", \"tanggalperiksa\": \"2021-03-24\", \"pasienbaru\": 1}", Map.of()));
  }

  /** What stands before the documents' examples: what the setup has made, and days on which something is there. */
  private static Map<String, Map<String, String>> values() {
    var values = new LinkedHashMap<String, Map<String, String>>();
    values.put("*", Map.of("kodebooking", TASKED, "tanggalperiksa", "\"2021-03-16\""));
    values.put(AntreanOperations.ADD.id(), Map.of("kodebooking", ADDED));
    values.put(AntreanOperations.CANCEL.id(), Map.of("kodebooking", ADDED));
    values.put(LaterOperations.WAITS_OF_DAY.id(), Map.of("tanggal", DAY));
    values.put(LaterOperations.WAITS_OF_MONTH.id(), Map.of("bulan", "\"03\""));
    values.put(LaterOperations.REGISTERED_SESSION.id(), Map.of("hari", "\"3\""));
    values.put(VclaimOperations.INSERT_CONTROL.id(), Map.of("request", plan("", "{{plan_day}}")));
    values.put(VclaimOperations.UPDATE_CONTROL.id(), Map.of("request",
        plan("\"noSuratKontrol\": \"{{letter}}\", ", "{{other_day}}")));
    values.put(VclaimOperations.CONTROL.id(), Map.of("nomor", "\"{{letter}}\""));
    values.put(VclaimOperations.CONTROLS.id(), Map.of("awal", "\"{{other_day}}\"", "akhir", "\"{{other_day}}\""));
    values.put(VclaimOperations.CONTROLS_OF_CARD.id(), Map.of("bulan", "\"{{letter_month}}\"", "tahun",
        "\"{{letter_year}}\""));
    values.put(VclaimOperations.DELETE_CONTROL.id(), Map.of("request",
        "{\"t_suratkontrol\": {\"noSuratKontrol\": \"{{letter}}\", \"user\": \"petugas\"}}"));
    values.put(VclaimOperations.DELETE_SPECIAL.id(), Map.of("request",
        "{\"t_rujukan\": {\"idRujukan\": \"{{special}}\","
        + " \"noRujukan\": \"0001R0040116A000001\", \"user\": \"petugas\"}}"));
    values.put(VclaimOperations.UPDATE_REFERRAL.id(), Map.of("request", "{\"t_rujukan\": {\"noRujukan\":"
        + " \"{{referral}}\", \"ppkDirujuk\": \"0301R011\", \"jnsPelayanan\": \"2\", \"catatan\": \"rujuk\","
        + " \"diagRujukan\": \"A00.1\", \"tipeRujukan\": \"0\", \"poliRujukan\": \"INT\", \"user\": \"petugas\"}}"));
    return values;
  }

  private static String plan(String number, String day) {
    return "{" + number + "\"noSEP\": \"1311R0020321V000001\", \"kodeDokter\": \"12345\", \"poliKontrol\": \"ANA\","
        + " \"tglRencanaKontrol\": \"" + day + "\", \"user\": \"petugas\"}";
  }

  private static Map<String, Map<String, String>> kept() {
    var opened = "JSON.parse(pm.variables.get(\"opened\"))";
    return Map.of(
        VclaimOperations.INSERT_CONTROL.id(), Map.of("letter", opened + ".noSuratKontrol"),
        VclaimOperations.UPDATE_CONTROL.id(), Map.of(
            "letter_month", opened + ".tglRencanaKontrol.slice(5, 7)",
            "letter_year", opened + ".tglRencanaKontrol.slice(0, 4)"),
        VclaimOperations.INSERT_SPECIAL.id(), Map.of("special", opened + ".rujukan.idrujukan"),
        VclaimOperations.INSERT_REFERRAL.id(), Map.of("referral", opened + ".rujukan.noRujukan"));
  }

  /** In the document's order a letter is removed before it is looked for, and special referrals before one is there. */
  private static Map<String, String> expected() {
    return Map.of(
        VclaimOperations.SPECIALS.id(), "201 no data",
        VclaimOperations.CONTROLS.id(), "201 no data",
        VclaimOperations.CONTROLS_OF_CARD.id(), "201 no data",
        VclaimOperations.CONTROL.id(), "201 letter unknown");
  }
}
