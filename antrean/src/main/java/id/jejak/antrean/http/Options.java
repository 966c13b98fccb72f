package id.jejak.antrean.http;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How BPJS's side behaves where documents and the live system differ.
 *
 * @param tolerance how far {@code X-timestamp} may be from now, both ways
 * @param seed plain answers, {@code user_key} optional and code 200 everywhere, as of May 2021
 * @param lists {@code path}, {@code list} or {@code array}
 * @param referenceCode code of the reference services' success
 * @param strictReferences whether a reference that is not known here is refused
 * @param fillGaps whether an earlier task may be told after a later one
 */
record Options(Duration tolerance, boolean seed, String lists, int referenceCode, boolean strictReferences,
    boolean fillGaps) {
  static final Key<String> SECRET_KEY = Key.text("antrean.secret.key", "",
      "Key that seals the secrets of BPJS consumers, 32 bytes in base64. Empty: a file antrean.key beside the data.");
  private static final Key<Duration> TOLERANCE = Key.span("antrean.timestamp.tolerance", Duration.ofMinutes(5),
      "How far X-timestamp of a request to BPJS's services may be from now, both ways.");
  private static final Key<Boolean> SEED = Key.flag("antrean.seed", false,
      "BPJS's services as the slides of May 2021 print them: plain answers, code 200, lists in an object, user_key"
          + " optional.");
  private static final Key<String> LISTS = choice("antrean.lists", "path", Set.of("path", "list", "array"),
      "Lists of BPJS's services: in an object (list), bare (array), or by the address that is asked (path).");
  private static final Key<String> REFERENCE = choice("antrean.reference.code", "1", Set.of("1", "200"),
      "metadata.code of the four reference services on success: 1 as printed, or 200.");
  private static final Key<String> REFERENCES = choice("antrean.references", "lenient", Set.of("lenient", "strict"),
      "Whether a nomorreferensi that this server does not know is taken for good (lenient) or refused (strict).");
  private static final Key<Boolean> GAPS = Key.flag("antrean.tasks.fill", false,
      "Whether a task may be told after a later one, between the times of its neighbours.");

  static final List<Key<?>> KEYS = List.of(SECRET_KEY, TOLERANCE, SEED, LISTS, REFERENCE, REFERENCES, GAPS);

  static Options of(Settings settings) {
    boolean seed = settings.get(SEED);
    return new Options(settings.get(TOLERANCE), seed, seed ? "list" : settings.get(LISTS),
        seed ? 200 : Integer.parseInt(settings.get(REFERENCE)), settings.get(REFERENCES).equals("strict"),
        settings.get(GAPS));
  }

  private static Key<String> choice(String name, String fallback, Set<String> words, String purpose) {
    return new Key<>(name, fallback, text -> {
      if (!words.contains(text)) {
        throw new IllegalArgumentException("must be one of " + String.join(", ", new java.util.TreeSet<>(words)));
      }
      return text;
    }, purpose);
  }
}
