package id.jejak.ttac.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to packs. Never changed once written.
 *
 * @param id rises in the order in which it happened; 0 before it is written
 * @param sarana who did it
 * @param from where the packs were; null when they did not move
 * @param to where they go; null when they did not move
 * @param reason free text of the caller; null when none was asked for
 * @param parent the holder that packs joined or left; null otherwise
 * @param packs the units that took part, each the root of what moved
 * @param request id of the request, as in the logs
 */
public record Event(
    long id,
    Kind kind,
    Instant at,
    int sarana,
    @Nullable Integer from,
    @Nullable Integer to,
    @Nullable String reason,
    @Nullable Long parent,
    List<Long> packs,
    String request) {

  /** What happened. The order is stored: add at the end only. */
  public enum Kind {
    /** Became known. */
    REGISTER,
    /** Were put into a holder. */
    AGGREGATE,
    /** Were taken out of a holder. */
    DISAGGREGATE,
    /** Were released. */
    ACTIVATE,
    /** Were taken as samples. */
    SAMPLE,
    /** Were rejected. */
    REJECT,
    /** Were sent to a customer. */
    SEND,
    /** Arrived. */
    RECEIVE,
    /** Were sent back. */
    RETURN,
    /** Were deleted. */
    DELETE,
    /** Were called back. */
    RECALL;

    /** Lower-case word, as in a trace. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** An event that is about to be written. */
  public static Event now(Kind kind, Instant at, int sarana, String request) {
    return new Event(0, kind, at, sarana, null, null, null, null, List.of(), request);
  }

  /** The same, from somewhere to somewhere. */
  public Event moving(@Nullable Integer newFrom, @Nullable Integer newTo, @Nullable String newReason) {
    return new Event(id, kind, at, sarana, newFrom, newTo, newReason, parent, packs, request);
  }

  /** The same, about these packs. */
  public Event about(List<Long> units) {
    return new Event(id, kind, at, sarana, from, to, reason, parent, units, request);
  }

  /** The same, into or out of a holder. */
  public Event within(long holder) {
    return new Event(id, kind, at, sarana, from, to, reason, holder, packs, request);
  }
}
