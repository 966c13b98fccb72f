package id.jejak.app.web.pharmacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the counter shows.
 *
 * @param queue who waits, oldest first
 * @param script the prescription that is served
 * @param verdict of the last scan, where it was not simply good
 * @param findings that must be accepted before it goes on; empty when none was asked about
 * @param goOn what goes on once they are accepted: {@code give}, or {@code make} and a line
 */
public record Bench(List<Waiting> queue, @Nullable Script script, Tray tray, Note note, @Nullable Verdict verdict,
    List<Finding> findings, String goOn, @Nullable Handed handed) {
  /** Whoever waits. */
  public record Waiting(String id, String number, String visit, boolean compound, long minutes, boolean begun,
      int lines) {
    /** Minutes after which the ministry's standard is missed: 30, and 60 for compounds. */
    public boolean late() {
      return minutes > (compound ? 60 : 30);
    }
  }

  /** What was just done, or went wrong. */
  public record Note(boolean bad, String text) {
    /** Nothing to say. */
    public static final Note NONE = new Note(false, "");
  }

  /**
   * Why a pack may not be given.
   *
   * @param alarming whether somebody must look into it
   * @param other true when it is another product, which may be given instead when both agree
   */
  public record Verdict(String barcode, String reason, String why, String meaning, String advice, boolean alarming,
      boolean other) {}

  /** Something to be warned of. */
  public record Finding(String kind, boolean accept, String title, String why) {}

  /** What was handed over. */
  public record Handed(String prescription, List<Portion> portions, String price) {
    /** One line's. */
    public record Portion(String id, String name, String quantity, String unit, String price, String left) {}

    /** Numbers of the dispenses, for their labels. */
    public String ids() {
      return String.join(",", portions.stream().map(Portion::id).toList());
    }
  }
}
