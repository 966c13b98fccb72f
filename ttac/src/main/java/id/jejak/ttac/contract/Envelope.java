package id.jejak.ttac.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.json.Json;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The four members of every answer: {@code status, statusCode, message, data}. {@code data} is null on every error,
 * and on the success of every write.
 *
 * @param message with all placeholders filled
 */
@Source(grade = Grade.CERTAIN, ref = "PIA 3.0.1, all examples", seen = "2026-11")
public record Envelope(Code code, String message) {
  /** The words of {@code receive}'s success, which differ from every other operation's. */
  public static final String RECEIVED = "Product reception process was successful";

  /** An answer with the code's own words. */
  public static Envelope of(Code code) {
    return new Envelope(code, code.message());
  }

  /** An answer about one barcode, echoed as the caller wrote it. */
  public static Envelope about(Code code, String barcode) {
    return new Envelope(code, code.message().replace("{b}", barcode));
  }

  /** E990 about one field; the sentence comes from {@link Sentence}. */
  public static Envelope parameter(String sentence) {
    return new Envelope(Code.E990, sentence);
  }

  /** The answer without data. */
  public byte[] json() {
    return json(JsonGenerator::writeNull);
  }

  /** The answer with data. */
  public byte[] json(Consumer<JsonGenerator> data) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeBooleanProperty("status", code.success());
      out.writeStringProperty("statusCode", code.name());
      out.writeStringProperty("message", message);
      out.writeName("data");
      data.accept(out);
      out.writeEndObject();
    });
  }
}
