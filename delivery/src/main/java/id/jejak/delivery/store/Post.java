package id.jejak.delivery.store;

import id.jejak.delivery.Outbox;
import id.jejak.delivery.Parcel;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Where parcels are posted: one insert. Thread-safe. */
public final class Post implements Outbox {
  /** Characters of remote, facility, key and kind, each, at the most. */
  public static final int WORD = 200;
  /** Bytes of a body at the most. */
  public static final int BODY_BYTES = 1024 * 1024;
  private static final String POST = """
      insert into delivery.parcel (remote, facility, key, kind, body, posted_at, due)
      values (:remote, :facility, :key, :kind, :body, :now, :due)
      """;
  private static final Sql POSTING = Sql.of(POST);
  private static final Sql POSTED = Sql.of(POST + "returning id");

  private final InstantSource clock;
  private final Consumer<String> posted;

  /**
   * A post.
   *
   * @param posted told the remote after each commit
   */
  public Post(InstantSource clock, Consumer<String> posted) {
    this.clock = clock;
    this.posted = posted;
  }

  @Override
  public long post(Handle tx, Parcel parcel) {
    return insert(tx, POSTED, parcel, Duration.ZERO).number();
  }

  @Override
  public List<Sql.Call> posting(Handle tx, Parcel parcel, Duration rest) {
    return List.of(insert(tx, POSTING, parcel, rest));
  }

  private Sql.Call insert(Handle tx, Sql statement, Parcel parcel, Duration rest) {
    word("remote", parcel.remote());
    word("facility", parcel.facility());
    word("key", parcel.key());
    word("kind", parcel.kind());
    tx.afterCommit(() -> posted.accept(parcel.remote()));
    var now = clock.instant();
    return statement.in(tx).text("remote", parcel.remote()).text("facility", parcel.facility()).text("key", parcel.key())
        .text("kind", parcel.kind()).text("body", body(parcel)).instant("now", now).instant("due", now.plus(rest));
  }

  private static void word(String name, String value) {
    if (value.isBlank() || value.length() > WORD) {
      throw new IllegalArgumentException("a parcel's " + name + " has 1 to " + WORD + " characters, not "
          + value.length());
    }
  }

  /** A body as it is kept. */
  static String body(Parcel parcel) {
    var json = Json.write((Object) parcel.body());
    if (json.length > BODY_BYTES) {
      throw new IllegalArgumentException("a parcel's body has at most " + BODY_BYTES + " bytes, not " + json.length
          + " (remote " + parcel.remote() + ", kind " + parcel.kind() + ")");
    }
    return new String(json, StandardCharsets.UTF_8);
  }
}
