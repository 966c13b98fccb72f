package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/**
 * {@code metadata} of an answer. The {@code response} beside it is plain, encrypted, null, or not there: clients
 * decrypt whatever they find in it, so a refusal never carries an empty object.
 *
 * @param code a number of {@link Code}
 * @param message with all placeholders filled
 */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, every service; facts 2.5", seen = "2026-11")
public record Envelope(int code, String message) {
  /** How a family of services writes it. */
  @Source(grade = Grade.CERTAIN, ref = "facts 2.5 and 11", seen = "2026-11")
  public enum Dialect {
    /** {@code metadata}, the code as a number, after the response. */
    ANTREAN,
    /** {@code metaData}, the code as a text, before the response. */
    VCLAIM
  }

  /**
   * An answer in the words of the catalogue.
   *
   * @param values of the placeholders, in their order
   */
  public static Envelope of(Message message, String... values) {
    return new Envelope(message.code().number(), filled(message.text(), values));
  }

  /** A text with its placeholders filled, in their order. */
  public static String filled(String text, String... values) {
    for (var value : values) {
      int open = text.indexOf('{');
      text = text.substring(0, open) + value.replace('{', '(').replace('}', ')')
          + text.substring(text.indexOf('}') + 1);
    }
    return text;
  }

  /** Without response, as writes answer. */
  public byte[] json(Dialect dialect) {
    return Json.write(out -> {
      out.writeStartObject();
      metadata(dialect, out);
      out.writeEndObject();
    });
  }

  /** With a response of null, as reads refuse. */
  public byte[] jsonNull(Dialect dialect) {
    return json(dialect, "null");
  }

  /** With a plain response. */
  public byte[] json(Dialect dialect, byte[] response) {
    return json(dialect, new String(response, StandardCharsets.UTF_8));
  }

  /** With an encrypted response, in base64. */
  public byte[] jsonSealed(Dialect dialect, String sealed) {
    return json(dialect, "\"" + sealed + "\"");
  }

  private byte[] json(Dialect dialect, String raw) {
    return Json.write(out -> {
      out.writeStartObject();
      if (dialect == Dialect.VCLAIM) {
        metadata(dialect, out);
      }
      out.writeName("response");
      out.writeRawValue(raw);
      if (dialect == Dialect.ANTREAN) {
        metadata(dialect, out);
      }
      out.writeEndObject();
    });
  }

  private void metadata(Dialect dialect, JsonGenerator out) {
    switch (dialect) {
      case ANTREAN -> {
        out.writeName("metadata");
        out.writeStartObject();
        out.writeStringProperty("message", message);
        out.writeNumberProperty("code", code);
      }
      case VCLAIM -> {
        out.writeName("metaData");
        out.writeStartObject();
        out.writeStringProperty("code", Integer.toString(code));
        out.writeStringProperty("message", message);
      }
    }
    out.writeEndObject();
  }
}
