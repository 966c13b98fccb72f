package id.jejak.kernel.json;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON through one mapper, within limits. Thread-safe. */
public final class Json {
  /** Levels of nesting that are read. */
  public static final int MAX_DEPTH = 100;
  /** Digits of one number that are read. */
  public static final int MAX_NUMBER = 400;

  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(MAX_DEPTH).maxNumberLength(MAX_NUMBER).build())
          .build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private Json() {}

  /** Not JSON, or beyond a limit. The message shows no content: it may be somebody's data. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(RuntimeException cause) {
      super("not readable as JSON: " + cause.getClass().getSimpleName());
    }
  }

  /**
   * Reads one JSON value.
   *
   * @throws Unreadable when it is not JSON, or nested or long beyond the limits
   */
  public static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException | NumberFormatException e) { // the second for an exponent beyond all bounds
      throw new Unreadable(e);
    }
  }

  /** Reads one JSON value. */
  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException | NumberFormatException e) { // the second for an exponent beyond all bounds
      throw new Unreadable(e);
    }
  }

  /** Writes a value made of records, maps, lists and plain values. */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Writes a value for people, indented. */
  public static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** Writes piece by piece, for answers whose order and nulls are fixed by a contract. */
  public static byte[] write(Consumer<JsonGenerator> writer) {
    var out = new ByteArrayOutputStream(256);
    try (var generator = MAPPER.createGenerator(out)) {
      writer.accept(generator);
    }
    return out.toByteArray();
  }

  /** Writes to a stream piece by piece; closing it leaves the stream open. For one thread. */
  public static JsonGenerator generator(OutputStream out) {
    return MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
  }

  /**
   * Reads a stream token by token; {@code readValueAsTree} gives the value that begins at a token. What it throws may
   * quote the text. For one thread.
   */
  public static JsonParser parser(InputStream in) {
    return MAPPER.createParser(in);
  }
}
