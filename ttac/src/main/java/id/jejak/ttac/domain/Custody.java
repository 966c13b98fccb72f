package id.jejak.ttac.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who has a unit, who had it before, and where it is going. Kept on the root of an aggregation tree: whatever
 * is inside goes along. Immutable.
 *
 * <p>The path is a stack of sarana: sending and receiving pushes, taking back pops. So "sent by me and not come
 * back" is being in the stack below its top, and the previous sender is the one below the top.
 *
 * @param path sarana from the origin to the present holder; never empty, at most {@value #LONGEST_PATH}
 * @param received true when the first of the path got it by a receipt, as after a return; all others always did
 * @param transit where it is going; null when it rests
 */
public record Custody(int[] path, boolean received, @Nullable Transit transit) {
  /** A path longer than this forgets its beginning. */
  public static final int LONGEST_PATH = 64;

  /** How a sarana stands to a unit. */
  public enum Standing {
    /** Has it, at rest. */
    HOLDS,
    /** It is on its way here. */
    EXPECTS,
    /** Sent it on and has not got it back. */
    SENT,
    /** Is giving it back to the previous sender. */
    GIVES_BACK,
    /** Nothing to do with it. */
    ELSEWHERE
  }

  /** Refuses an empty path. */
  public Custody {
    if (path.length == 0) {
      throw new IllegalArgumentException("custody without a holder");
    }
  }

  /** Custody of what has always been with one sarana. */
  public static Custody at(int sarana) {
    return new Custody(new int[] {sarana}, false, null);
  }

  /** The present holder; while in transit, the one that last had it at rest. */
  public int holder() {
    return path[path.length - 1];
  }

  /** How a sarana stands to this unit. */
  public Standing standing(int sarana) {
    if (transit != null && transit.to() == sarana) {
      return Standing.EXPECTS;
    }
    if (holder() == sarana) {
      if (transit == null) {
        return Standing.HOLDS;
      }
      return transit.kind() == Transit.Kind.KIRIM && transit.from() == sarana
          ? Standing.SENT : Standing.GIVES_BACK;
    }
    return lastIndex(sarana) >= 0 ? Standing.SENT : Standing.ELSEWHERE;
  }

  /** True when the sarana has received this unit by a receipt, and not given it back since. */
  public boolean wasReceivedBy(int sarana) {
    int last = lastIndex(sarana);
    return last > 0 || last == 0 && received;
  }

  /** True when the sarana has sent this unit on and not got it back, be it on its way back already. */
  public boolean isSentBy(int sarana) {
    var standing = standing(sarana);
    return standing == Standing.SENT || standing == Standing.EXPECTS && lastIndex(sarana) >= 0;
  }

  /** The sarana to which this unit would be returned; 0 when it has always been here. */
  public int previousSender() {
    if (transit != null) {
      return transit.from();
    }
    return path.length > 1 ? path[path.length - 2] : 0;
  }

  /** On its way. The path does not change until it is received. */
  public Custody sent(Transit going) {
    return new Custody(path, received, going);
  }

  /** Arrived where it was going. */
  public Custody arrived() {
    if (transit == null) {
      throw new IllegalStateException("nothing to receive");
    }
    int to = transit.to();
    int known = transit.kind() == Transit.Kind.KIRIM ? -1 : lastIndex(to);
    return known >= 0
        ? new Custody(Arrays.copyOf(path, known + 1), received || known == 0, null)
        : new Custody(push(to), received || path.length == LONGEST_PATH, null);
  }

  private int[] push(int sarana) {
    int from = Math.max(0, path.length + 1 - LONGEST_PATH);
    var longer = Arrays.copyOfRange(path, from, path.length + 1);
    longer[longer.length - 1] = sarana;
    return longer;
  }

  private int lastIndex(int sarana) {
    for (int i = path.length - 1; i >= 0; i--) {
      if (path[i] == sarana) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Custody that && Arrays.equals(path, that.path) && received == that.received
        && java.util.Objects.equals(transit, that.transit);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(path);
  }

  @Override
  public String toString() {
    return "Custody" + Arrays.toString(path) + (transit == null ? "" : transit);
  }
}
