package id.jejak.kfa.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;

/** What stands around rows: the beginnings and ends of every answer, as bytes to put rows between. */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API 2023, 4.1 to 5.2; version 3 in the newest document", seen = "2026-11")
public final class Envelopes {
  /** Ends a list. */
  public static final byte[] LIST_END = bytes("]}}");
  /** Ends a detail. */
  public static final byte[] DETAIL_END = bytes("}");
  /** Nothing. */
  public static final byte[] NONE = {};
  /** A detail that was not found. */
  public static final byte[] NULL = bytes("null");
  private static final byte[] V3_INVALID = v3Fault(400, "invalid parameter(s)");

  private Envelopes() {}

  /** Begins a list of version 2; a price's list says {@code limit} where others say {@code size}. */
  public static byte[] list(long total, String page, String sizeName, long size) {
    return bytes("{\"total\":" + total + ",\"page\":" + page + ",\"" + sizeName + "\":" + size
        + ",\"items\":{\"data\":[");
  }

  /** Begins a list that repeats what was asked for. */
  public static byte[] list(String askedName, String asked, long total, String page, long size) {
    return bytes("{\"" + askedName + "\":" + text(asked) + ",\"total\":" + total + ",\"page\":" + page + ",\"size\":"
        + size + ",\"items\":{\"data\":[");
  }

  /** Begins a detail. */
  public static byte[] detail(String code, String identifier) {
    return bytes("{\"search_code\":" + text(code) + ",\"search_identifier\":" + text(identifier) + ",\"result\":");
  }

  /** The total at the end of a row, for field sets that have it there. */
  public static byte[] totalInRow(long total) {
    return bytes(",\"total_data\":" + total);
  }

  /** Begins metadata. */
  public static byte[] metadata() {
    return bytes("{\"result\":[");
  }

  /** Ends metadata. */
  public static byte[] metadataEnd() {
    return bytes("]}");
  }

  /**
   * A page of version 3. The rows stand in both places where clients look for them.
   *
   * @param rows JSON of the rows, commas in between
   */
  public static byte[] v3(long total, long page, long size, long onPage, byte[] rows) {
    long next = page >= 1 && (total + size - 1) / size > page ? page + 1 : 0;
    var data = new String(rows, StandardCharsets.UTF_8);
    return bytes("{\"status\":200,\"error\":false,\"message\":\"success\",\"meta\":{\"item_count\":" + total
        + ",\"page\":{\"is_cursor\":false,\"current\":" + page + ",\"previous\":" + (page - 1) + ",\"next\":" + next
        + ",\"limit\":" + size + ",\"total\":" + onPage + "},\"sort\":null,\"param\":null,\"data\":[" + data
        + "]},\"data\":[" + data + "]}");
  }

  /** What version 3 says to a request that it cannot read. */
  public static byte[] v3Invalid() {
    return V3_INVALID.clone();
  }

  /** A fault of version 3. */
  public static byte[] v3Fault(int status, String message) {
    return bytes("{\"status\":" + status + ",\"error\":true,\"message\":" + text(message) + ",\"data\":null}");
  }

  /** A fault of version 1 or 2 that is about no parameter. */
  public static byte[] fault(String message) {
    return bytes("{\"detail\":" + text(message) + "}");
  }

  private static String text(String text) {
    return new String(Json.write((Object) text), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
