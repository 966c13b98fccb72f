package id.jejak.app.web.ttac;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Migrations;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Returns that wait for a second person, and what became of them, in a schema of the dashboard. Thread-safe. */
public final class ReturnStore {
  /** The tables. */
  public static final Migrations MIGRATIONS = new Migrations("dashboard", "db/dashboard", "202611221231");
  private static final int SHOWN = 100;

  private final Db db;
  private boolean ready;

  /** Over a database; the tables are made when they are first needed. */
  public ReturnStore(Db db) {
    this.db = db;
  }

  /** How far a proposal is. */
  public enum State {
    /** Waits for a second person. */
    PROPOSED,
    /** Somebody said no. */
    REJECTED,
    /** Somebody said yes; what TTAC says is not known yet. */
    SENDING,
    /** TTAC has it. */
    SENT,
    /** TTAC refused some of it, or its answer was lost. */
    FAILED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /**
   * A proposal.
   *
   * @param by who proposed it
   * @param decidedBy who said yes or no; null until then
   * @param note why it was rejected, or what TTAC said
   */
  public record Proposal(long id, int target, String targetName, List<String> barcodes, String reason, String by,
      Instant at, State state, @Nullable String decidedBy, String note) {}

  private synchronized Db db() {
    if (!ready) {
      MIGRATIONS.apply(db);
      ready = true;
    }
    return db;
  }

  /** Keeps a proposal of a facility. */
  public void add(int sarana, Proposal proposal) {
    db().transaction(tx -> tx.createUpdate("""
            insert into dashboard.proposal (id, sarana, target, target_name, barcodes, reason, proposed_by, proposed_at,
                                            state, note)
            values (:id, :sarana, :target, :targetName, :barcodes::jsonb, :reason, :by, :at, :state, '')
            """)
        .bind("id", proposal.id()).bind("sarana", sarana).bind("target", proposal.target())
        .bind("targetName", proposal.targetName())
        .bind("barcodes", new String(Json.write((Object) proposal.barcodes()), StandardCharsets.UTF_8))
        .bind("reason", proposal.reason()).bind("by", proposal.by())
        .bind("at", proposal.at().atOffset(ZoneOffset.UTC)).bind("state", State.PROPOSED.word()).execute());
  }

  /** A facility's latest proposals, newest first. */
  public List<Proposal> of(int sarana) {
    return db().read(handle -> handle.createQuery("""
            select id, target, target_name, barcodes::text as barcodes, reason, proposed_by, proposed_at, state,
                   decided_by, note
              from dashboard.proposal
             where sarana = :sarana
             order by id desc
             limit :most
            """)
        .bind("sarana", sarana).bind("most", SHOWN)
        .map((row, _) -> new Proposal(row.getLong("id"), row.getInt("target"), row.getString("target_name"),
            Json.read(row.getString("barcodes")).valueStream().map(one -> one.asString("")).toList(),
            row.getString("reason"), row.getString("proposed_by"),
            row.getObject("proposed_at", OffsetDateTime.class).toInstant(), State.of(row.getString("state")),
            row.getString("decided_by"), row.getString("note")))
        .list());
  }

  /** One proposal of a facility. */
  public Optional<Proposal> find(int sarana, long id) {
    return of(sarana).stream().filter(one -> one.id() == id).findFirst();
  }

  /**
   * Moves a proposal on.
   *
   * @return false when it was not in the state that was expected: somebody else was faster
   */
  public boolean move(int sarana, long id, State from, State to, String by, Instant at, String note) {
    return db().transaction(tx -> tx.createUpdate("""
            update dashboard.proposal
               set state = :to, decided_by = :by, decided_at = :at, note = :note
             where id = :id and sarana = :sarana and state = :from
            """)
        .bind("to", to.word()).bind("by", by).bind("at", at.atOffset(ZoneOffset.UTC)).bind("note", note)
        .bind("id", id).bind("sarana", sarana).bind("from", from.word()).execute()) == 1;
  }
}
