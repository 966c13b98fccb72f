package id.jejak.facility.queue.http;

import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.facility.queue.domain.Taking;
import id.jejak.facility.queue.domain.Zone;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.http.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the hospital's queue behaves, and how BPJS reaches it.
 *
 * @param username what the hospital gave BPJS
 * @param password empty until it is set: then nobody gets a token
 * @param tokenLife how long a token is good
 * @param base path before every service
 * @param paths by operation, from a slash
 * @param codeAsStatus whether 201 and 202 are HTTP statuses as well, as some admitted systems have it
 * @param secondsEach time for one patient where nobody says otherwise
 * @param othersPercent places for who is no member, in percent of those for members
 * @param pharmacy whether the hospital has a pharmacy queue
 * @param facility the hospital's code
 */
public record Options(String username, Secret password, Duration tokenLife, String base, Map<String, String> paths,
    boolean codeAsStatus, Zone zone, Taking taking, int secondsEach, int othersPercent, boolean pharmacy,
    String facility) {
  private static final Key<String> USERNAME = Key.text("queue.username", "mobilejkn",
      "User that the hospital gave BPJS for its services.");
  private static final Key<String> PASSWORD = Key.text("queue.password", "",
      "Password that the hospital gave BPJS. Empty: the demo world's, and outside it nobody gets a token.");
  private static final Key<Duration> TOKEN_LIFE = Key.span("queue.token.life", Duration.ofMinutes(60),
      "How long a token of the hospital's services is good.");
  private static final Key<String> BASE = path("queue.base", "/rs",
      "Path before every service that BPJS calls at the hospital.");
  private static final Key<Boolean> STATUS = Key.flag("queue.status.copied", false,
      "Whether metadata.code 201 and 202 are the HTTP status as well, as some admitted systems have it.");
  private static final Key<String> ZONE = new Key<>("queue.zone", "WIB", text -> Zone.valueOf(text).name(),
      "Zone of the hospital: WIB, WITA or WIT. BPJS counts days of service in WIB.");
  private static final Key<Integer> HORIZON = Key.number("queue.horizon", 30, 0, 365,
      "Days ahead for which a number may be taken.");
  private static final Key<Boolean> STRICT = Key.flag("queue.strict", false,
      "Whether a number must be taken the day before at the latest, as the slides of May 2021 say.");
  private static final Key<Duration> EACH = Key.span("queue.each", Duration.ofMinutes(5),
      "Time for one patient, for estimates, where nobody says otherwise.");
  private static final Key<Integer> OTHERS = Key.number("queue.others", 30, 0, 1_000,
      "Places for patients who are no members, in percent of HFIS's capacity, for weeks that are fetched anew.");
  private static final Key<Boolean> PHARMACY = Key.flag("queue.pharmacy", true,
      "Whether the hospital has a pharmacy queue; without one jenisresep is left out.");
  private static final Key<String> FACILITY = Key.text("queue.facility", "1311R002", "The hospital's code (kode PPK). Its staff at the desk are those of the facility with this code.");
  private static final Map<String, Key<String>> PATHS = pathKeys();
  private static final Secret DEMO_PASSWORD = new Secret("jejak-rs-284");

  /** All settings. */
  public static final List<Key<?>> KEYS = keys();

  private static Key<String> path(String name, String fallback, String purpose) {
    return new Key<>(name, fallback, text -> {
      if (!text.isEmpty() && !text.matches("(/[A-Za-z0-9._~-]+)+")) {
        throw new IllegalArgumentException("must be a path such as /rs");
      }
      return text;
    }, purpose);
  }

  private static Map<String, Key<String>> pathKeys() {
    var keys = new LinkedHashMap<String, Key<String>>();
    RsOperations.ALL.forEach(operation -> keys.put(operation.id(), path("queue.path." + word(operation),
        operation.path(), "Path of " + operation.title() + ", below the base.")));
    return keys;
  }

  private static List<Key<?>> keys() {
    var keys = new ArrayList<Key<?>>(List.of(USERNAME, PASSWORD, TOKEN_LIFE, BASE, STATUS, ZONE, HORIZON, STRICT, EACH,
        OTHERS, PHARMACY, FACILITY));
    keys.addAll(PATHS.values());
    return List.copyOf(keys);
  }

  /** The word that the sandbox's world and the settings have for a service. */
  static String word(Operation operation) {
    return switch (operation.id()) {
      case "rs.token.get" -> "token";
      case "rs.queue.status" -> "status";
      case "rs.queue.take" -> "ambil";
      case "rs.queue.remaining" -> "sisa";
      case "rs.queue.cancel" -> "batal";
      case "rs.queue.checkin" -> "checkin";
      case "rs.patient.register" -> "pasienbaru";
      case "rs.surgery.list" -> "operasirs";
      case "rs.surgery.member" -> "operasipasien";
      case "rs.pharmacy.take" -> "ambilfarmasi";
      case "rs.pharmacy.status" -> "statusfarmasi";
      default -> throw new IllegalStateException("a service of a hospital without a word: " + operation.id());
    };
  }

  /** As set; the demo world has a password of its own. */
  public static Options of(Settings settings, boolean demo) {
    var paths = new LinkedHashMap<String, String>();
    PATHS.forEach((id, key) -> paths.put(id, settings.get(key)));
    var password = new Secret(settings.get(PASSWORD));
    var zone = Zone.valueOf(settings.get(ZONE));
    return new Options(settings.get(USERNAME), demo && password.reveal().isEmpty() ? DEMO_PASSWORD : password,
        settings.get(TOKEN_LIFE), settings.get(BASE), paths, settings.get(STATUS), zone,
        new Taking(zone, settings.get(HORIZON), settings.get(STRICT)), (int) settings.get(EACH).toSeconds(),
        settings.get(OTHERS), settings.get(PHARMACY), settings.get(FACILITY));
  }

  /** An operation at the path that it has here. */
  Operation placed(Operation operation) {
    var path = paths.getOrDefault(operation.id(), operation.path());
    return path.equals(operation.path()) ? operation : new Operation(operation.id(), operation.method(), path,
        operation.title(), operation.purpose(), operation.params(), operation.outcomes(), operation.origin(),
        operation.ours(), operation.gaps(), operation.inferred(), operation.successExample());
  }
}
