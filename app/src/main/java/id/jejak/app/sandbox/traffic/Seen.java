package id.jejak.app.sandbox.traffic;

import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as they were: secrets and patient data included, so it never leaves this process as it
 * is. See {@link Mask}.
 *
 * @param number rises by one from request to request
 * @param at when it came, by the machine's clock
 * @param system as the mount is named
 * @param operation null when nothing is served at the path
 * @param base the part of the path that is the system's
 * @param asked method, path, query, headers and the beginning of the body
 * @param answered status, headers and the beginning of the body
 * @param micros how long it took
 * @param fault the planned fault that it met; null when there was none
 */
public record Seen(long number, Instant at, String system, @Nullable Operation operation, String base, Asked asked,
    Answered answered, long micros, @Nullable String fault) {

  /**
   * What was asked.
   *
   * @param body at most {@link Recorder#BODY_BYTES} of it
   * @param size bytes of the whole body, as far as it was read
   */
  public record Asked(String method, String path, String query, Headers headers, String peer, String id, byte[] body,
      long size) {}

  /**
   * What was answered.
   *
   * @param status 0 when the connection was cut
   * @param body at most {@link Recorder#BODY_BYTES} of it
   * @param size bytes of the whole; -1 when it was written as it went
   */
  public record Answered(int status, Headers headers, byte[] body, long size) {}

  /** Id of the operation; empty when there is none. */
  public String operationId() {
    return operation == null ? "" : operation.id();
  }

  @Override
  public String toString() {
    return "Seen[" + number + " " + operationId() + " " + answered.status() + "]";
  }
}
