package id.jejak.facility.access.store;

import id.jejak.facility.access.domain.AuditEntry;
import id.jejak.facility.access.domain.Chain;
import id.jejak.facility.access.domain.Verdict;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Ties what was noted into one chain for each facility, many lines at a time, so that no request waits for another one's
 * hash (docs/decisions/0633); signs the end of each day; and looks whether anything was changed. One node at a time works
 * on a facility, since the row of its chain's end is locked. Thread-safe.
 */
public final class AuditChain {
  /** Lines that are tied in one transaction. */
  public static final int BATCH = 2_000;
  private static final int PAGE = 5_000;
  private static final Sql TIE = Sql.of("""
      with tied as (
        delete from access.audit_inbox
         where facility = :facility
           and id = any(:ids)
        returning id, at, staff, glass, operation, deed, patient, purpose
      )
      insert into access.audit_entry (facility, seq, id, at, staff, glass, operation, deed, patient, purpose, hash)
      select :facility, :last + w.place, t.id, t.at, t.staff, t.glass, t.operation, t.deed, t.patient, t.purpose,
             decode(w.hash, 'hex')
        from unnest(:ids, :hashes) with ordinality as w (id, hash, place)
        join tied t on t.id = w.id
       order by w.place
      """);

  /** The signed end of a day. */
  public record Root(LocalDate day, long seq, byte[] hash, byte[] signature) {}

  private record Head(Chain end, byte[] seal) {}

  private record Hashed(long seq, AuditEntry entry, byte[] hash) {}

  private final Db db;
  private final BlindIndex sealing;
  private final Signing signing;

  /** Chains in a database, their ends sealed with one key and their days signed with another. */
  public AuditChain(Db db, BlindIndex sealing, Signing signing) {
    this.db = db;
    this.sealing = sealing;
    this.signing = signing;
  }

  /** Facilities of which something waits to be tied. */
  public List<String> waiting() {
    return db.read(handle -> handle.createQuery(
        "select id from access.facility f where exists (select 1 from access.audit_inbox i where i.facility = f.id)"
            + " order by id").mapTo(String.class).list());
  }

  /** Ties what waits at one facility; returns when nothing does, or another node is at it. */
  public void tie(String facility) {
    while (db.transaction(tx -> tieSome(tx, facility)) == BATCH) {
      continue; // the rest waits in the next transaction, so that none is long
    }
  }

  private int tieSome(Handle tx, String facility) {
    tx.createUpdate("""
            insert into access.audit_head (facility, seq, hash, seal)
            values (:facility, 0, :hash, :seal)
                on conflict (facility) do nothing
            """).bind("facility", facility).bind("hash", Chain.empty().hash())
        .bind("seal", seal(facility, Chain.empty())).execute();
    var head = head(tx, facility, true);
    if (head.isEmpty()) {
      return 0;
    }
    var entries = tx.createQuery("""
            select facility, id, at, staff, glass, operation, deed, patient, purpose
              from access.audit_inbox
             where facility = :facility
             order by id
             limit :most
            """).bind("facility", facility).bind("most", BATCH).map((row, _) -> AuditStore.entry(row)).list();
    if (entries.isEmpty()) {
      return 0;
    }
    var end = add(tx, facility, head.get().end(), entries);
    // An end that somebody else wrote stays marked as such, instead of being sealed by us with the next line.
    var seal = sealing.matches(head.get().seal(), ending(facility, head.get().end())) ? seal(facility, end)
        : head.get().seal();
    tx.createUpdate("update access.audit_head set seq = :seq, hash = :hash, seal = :seal where facility = :facility")
        .bind("seq", end.seq()).bind("hash", end.hash()).bind("seal", seal).bind("facility", facility)
        .execute();
    return entries.size();
  }

  /** The lines themselves are in the inbox still: only their places and hashes go to PostgreSQL again. */
  private static Chain add(Handle tx, String facility, Chain end, List<AuditEntry> entries) {
    var hashes = new ArrayList<String>();
    var now = end;
    for (var entry : entries) {
      now = now.plus(entry);
      hashes.add(HexFormat.of().formatHex(now.hash()));
    }
    TIE.in(tx).text("facility", facility).bigint("last", end.seq()).texts("hashes", hashes)
        .longs("ids", entries.stream().map(AuditEntry::id).toList()).update();
    return now;
  }

  /**
   * Signs the end of a day when that day has a line, is over, and is not signed yet.
   *
   * @param zone of the facility, in which its days are
   */
  public void sign(String facility, ZoneId zone, Instant now) {
    var today = now.atZone(zone).toLocalDate();
    db.transaction(tx -> {
      var last = tx.createQuery("""
              select seq, hash, at
                from access.audit_entry
               where facility = :facility
                 and at < :midnight
               order by seq desc
               limit 1
              """).bind("facility", facility).bind("midnight", today.atStartOfDay(zone).toInstant())
          .map((row, _) -> new Root(row.getObject("at", OffsetDateTime.class).atZoneSameInstant(zone).toLocalDate(),
              row.getLong("seq"), row.getBytes("hash"), new byte[0])).findOne();
      last.filter(root -> roots(tx, facility, root.day(), 1).stream().noneMatch(one -> one.day().equals(root.day())))
          .ifPresent(root -> tx.createUpdate("""
                  insert into access.audit_root (facility, day, seq, hash, signature)
                  values (:facility, :day, :seq, :hash, :signature)
                      on conflict (facility, day) do nothing
                  """).bind("facility", facility).bind("day", root.day()).bind("seq", root.seq())
              .bind("hash", root.hash())
              .bind("signature", signing.sign(signed(facility, root.day(), root.seq(), root.hash()))).execute());
      return true;
    });
  }

  /** Signed ends of days, the latest first, from one day back. */
  public List<Root> roots(Handle handle, String facility, LocalDate from, int most) {
    return handle.createQuery("""
            select day, seq, hash, signature
              from access.audit_root
             where facility = :facility
               and day <= :from
             order by day desc
             limit :most
            """).bind("facility", facility).bind("from", from).bind("most", most)
        .map((row, _) -> new Root(row.getObject("day", LocalDate.class), row.getLong("seq"), row.getBytes("hash"),
            row.getBytes("signature"))).list();
  }

  /** Looks at every line of a facility, at the end of its chain and at every signed day. */
  public Verdict verify(String facility) {
    return db.snapshot(tx -> {
      var chain = Chain.empty();
      var roots = roots(tx, facility, LocalDate.of(9999, 1, 1), Integer.MAX_VALUE).reversed().iterator();
      var root = roots.hasNext() ? roots.next() : null;
      while (true) {
        var page = page(tx, facility, chain.seq());
        for (var line : page) {
          long due = chain.seq() + 1;
          if (line.seq() != due) {
            return new Verdict.Broken(chain.seq(), due, "a line is missing");
          }
          chain = chain.plus(line.entry());
          if (!MessageDigest.isEqual(chain.hash(), line.hash())) {
            return new Verdict.Broken(due, due, "a line is not as it was written, or one before it is missing");
          }
          while (root != null && root.seq() == line.seq()) {
            if (!signing.verifies(signed(facility, root.day(), root.seq(), chain.hash()), root.signature())) {
              return new Verdict.Broken(due, due, "the signature of " + root.day() + " is not of this line");
            }
            root = roots.hasNext() ? roots.next() : null;
          }
        }
        if (page.size() < PAGE) {
          break;
        }
      }
      if (root != null) {
        return new Verdict.Broken(chain.seq(), chain.seq() + 1, "lines of the signed day " + root.day() + " are missing");
      }
      return end(tx, facility, chain);
    });
  }

  private Verdict end(Handle tx, String facility, Chain chain) {
    var head = head(tx, facility, false);
    if (head.isEmpty()) {
      return chain.seq() == 0 ? new Verdict.Whole(0)
          : new Verdict.Broken(chain.seq(), chain.seq(), "the end of the chain is missing");
    }
    if (!sealing.matches(head.get().seal(), ending(facility, head.get().end()))) {
      return new Verdict.Broken(chain.seq(), chain.seq(), "the end of the chain was not written by this program");
    }
    return head.get().end().endsAs(chain) ? new Verdict.Whole(chain.seq())
        : new Verdict.Broken(chain.seq(), Math.min(chain.seq(), head.get().end().seq()) + 1,
            "lines at the end are missing");
  }

  private static List<Hashed> page(Handle tx, String facility, long after) {
    return tx.createQuery("""
            select facility, seq, id, at, staff, glass, operation, deed, patient, purpose, hash
              from access.audit_entry
             where facility = :facility
               and seq > :after
             order by seq
             limit :most
            """).bind("facility", facility).bind("after", after).bind("most", PAGE)
        .map((row, _) -> new Hashed(row.getLong("seq"), AuditStore.entry(row), row.getBytes("hash"))).list();
  }

  private static Optional<Head> head(Handle tx, String facility, boolean lock) {
    return tx.createQuery(lock
            ? "select seq, hash, seal from access.audit_head where facility = :facility for update skip locked"
            : "select seq, hash, seal from access.audit_head where facility = :facility")
        .bind("facility", facility)
        .map((row, _) -> new Head(new Chain(row.getLong("seq"), row.getBytes("hash")), row.getBytes("seal"))).findOne();
  }

  private byte[] seal(String facility, Chain end) {
    return sealing.of(ending(facility, end));
  }

  private static byte[] ending(String facility, Chain end) {
    return joined("end " + facility, end.seq(), end.hash());
  }

  /** What is signed of a day, so that others can check it: these words, the place as eight bytes, the hash. */
  static byte[] signed(String facility, LocalDate day, long seq, byte[] hash) {
    return joined("jejak audit " + facility + " " + day, seq, hash);
  }

  private static byte[] joined(String words, long seq, byte[] hash) {
    var text = words.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(ByteBuffer.allocate(text.length + Long.BYTES + hash.length).put(text).putLong(seq).put(hash)
        .array(), text.length + Long.BYTES + hash.length);
  }
}
