package id.jejak.app.conformance.read;

import id.jejak.app.docs.SystemDocs;
import id.jejak.app.sandbox.traffic.Seen;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Traffic that somebody recorded: a HAR file, as browsers and proxies write it, or exchanges as text, as this house
 * writes its own ({@code POST /path}, headers, a blank line, the body, {@code --- 200} and the answer, {@code ===}
 * between two). Only requests to systems of the documents are taken.
 *
 * @param seen the oldest first
 * @param timed numbers of those of which it is known when they were
 */
public record Recording(List<Seen> seen, Set<Long> timed) {
  /** Requests of one recording. */
  public static final int MOST = 5_000;
  /** Bytes of one recording. */
  public static final long BYTES = 24L * 1024 * 1024;

  /** Copies both. */
  public Recording {
    seen = List.copyOf(seen);
    timed = Set.copyOf(timed);
  }

  /** It is no recording that can be read; the message says what to send. */
  public static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit(String whatAndWhatToDo) {
      super(whatAndWhatToDo);
    }
  }

  /**
   * Reads one.
   *
   * @throws Unfit when it cannot be read, or holds no request to any of the systems
   */
  public static Recording read(byte[] bytes, List<SystemDocs> docs) {
    var text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    if (text.isBlank()) {
      throw new Unfit("the recording is empty: send a HAR file, or exchanges as .http");
    }
    var addresses = new Addresses(docs);
    var read = text.stripLeading().startsWith("{") ? har(text, addresses) : HttpText.read(text, addresses);
    if (read.seen().isEmpty()) {
      throw new Unfit("no request in this recording is to one of the systems: check that it holds the calls to TTAC,"
          + " KFA, SATUSEHAT or BPJS, with their whole addresses");
    }
    return read;
  }

  private static Recording har(String text, Addresses addresses) {
    try {
      return Har.read(Json.read(text), addresses);
    } catch (Json.Unreadable e) {
      throw new Unfit("the recording begins like a HAR file and is no JSON: export it again");
    }
  }
}
