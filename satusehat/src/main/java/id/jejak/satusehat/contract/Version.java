package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * When a version was written, and every text that is made of it.
 *
 * @param micros microseconds since 1970, UTC
 */
@Source(grade = Grade.CERTAIN, ref = "recorded answers, headers and meta", seen = "2026-11")
public record Version(long micros) {
  private static final DateTimeFormatter UPDATED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** The version of this instant; what is below a microsecond is dropped. */
  public static Version at(Instant instant) {
    return new Version(Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
        instant.getNano() / 1000));
  }

  /** When it was written. */
  public Instant instant() {
    return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }

  /** {@code meta.versionId}: unpadded base64 of the nanoseconds since 1970. */
  public String id() {
    return Base64.getEncoder().withoutPadding()
        .encodeToString((Long.toString(micros) + "000").getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code meta.lastUpdated}, with microseconds. */
  public String updated() {
    return UPDATED.format(instant());
  }

  /** The header {@code last-modified}, which says UTC and not GMT. */
  public String modified() {
    return MODIFIED.format(instant());
  }

  /** The header {@code etag}. */
  public String etag() {
    return "W/\"" + id() + "\"";
  }

  /** The microseconds that a {@code versionId} stands for; empty when no version has such an id. */
  public static OptionalLong read(String id) {
    try {
      var text = new String(Base64.getDecoder().decode(id), StandardCharsets.US_ASCII);
      return text.matches("[0-9]{4,19}") && text.endsWith("000")
          ? OptionalLong.of(Long.parseLong(text.substring(0, text.length() - 3))) : OptionalLong.empty();
    } catch (IllegalArgumentException e) { // not base64: no version is called so
      return OptionalLong.empty();
    }
  }
}
