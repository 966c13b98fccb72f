package id.jejak.ttac.store;

import id.jejak.ttac.domain.Custody;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one barcode at one moment: what it is, where it is, and what it lived through.
 *
 * @param lives every unit that has carried this barcode, oldest first; only the last can still exist
 * @param custody of the root it is in; null when the last life was deleted
 * @param since when it was set on its way; null when it rests
 * @param inside barcodes of its holders, the nearest first
 * @param names of every sarana that occurs, by id
 * @param total steps of the whole history
 * @param steps the asked window of the history, oldest first
 */
public record Trace(
    List<Life> lives,
    @Nullable Custody custody,
    @Nullable Instant since,
    List<String> inside,
    Map<Integer, String> names,
    long total,
    List<Step> steps) {

  /** Product, batch and expiry of a primer, or of everything inside a holder when that is all alike. */
  public record Product(String nie, String batch, LocalDate expiry) {}

  /**
   * One unit that carries, or carried, the barcode.
   *
   * @param product null for a holder of nothing, or of several products
   * @param deleted true when it exists no more
   */
  public record Life(long unit, String barcode, Level level, Status status, @Nullable Product product,
      boolean deleted) {}

  /**
   * One thing that happened.
   *
   * @param event id of the event
   * @param life which of the lives, from 0
   * @param sarana who did it
   * @param from where it was before; null when it did not move
   * @param to where it goes, or went; null when it did not move
   * @param via barcode of the holder with which it was moved; null when it was handled by itself
   * @param holder barcode of the holder that was joined or left; null for everything else
   * @param request id of the request, as in the logs
   */
  public record Step(long event, int life, Event.Kind kind, Instant at, int sarana, @Nullable Integer from,
      @Nullable Integer to, @Nullable String reason, @Nullable String via, @Nullable String holder,
      String request) {}

  /** The unit that carries the barcode now, or carried it last. */
  public Life latest() {
    return lives.getLast();
  }
}
