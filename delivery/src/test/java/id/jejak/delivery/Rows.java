package id.jejak.delivery;

import id.jejak.delivery.domain.Stage;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What tests do with a book besides carrying, on paper and in PostgreSQL alike. */
interface Rows {
  /** A parcel as it stands. */
  record Shown(long id, Parcel parcel, Stage stage, Instant due, int attempts, int failures, boolean doubtful) {}

  long post(Parcel parcel, Instant now);

  /** The lease of a node that was killed runs out. */
  void lapse(long node);

  boolean redrive(long id, Instant now);

  boolean correct(long id, JsonNode body, Instant now);

  boolean giveUp(long id, Instant now);

  boolean stepAside(long id, Instant now);

  List<Shown> open();

  List<Shown> closed();
}
