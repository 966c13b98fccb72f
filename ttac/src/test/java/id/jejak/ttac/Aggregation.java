package id.jejak.ttac;

/** Puts loose packs into holders, as a packing line would, by the rows alone. */
final class Aggregation {
  private final TestTtac ttac;

  Aggregation(TestTtac ttac) {
    this.ttac = ttac;
  }

  /** Puts a loose primer into a sekunder that may itself be inside a tersier. */
  void put(String pack, String holder, int sarana) {
    ttac.db.transaction(tx -> {
      long event = tx.createQuery("""
              insert into ttac.event (kind, at, sarana, parent, packs, request)
              select 1, :at, :sarana, h.id, array[p.id], 'packing line'
                from ttac.pack p
                join ttac.pack h on h.key = :holder
               where p.key = :pack and p.parent is null
              returning id
              """)
          .bind("at", ttac.clock.instant().atOffset(java.time.ZoneOffset.UTC))
          .bind("sarana", sarana).bind("holder", holder).bind("pack", pack)
          .mapTo(long.class).one();
      tx.createUpdate("""
              insert into ttac.content as c (parent, lot, status, primers)
              select above.id, p.lot, p.status, 1
                from ttac.pack p
                join ttac.pack h on h.key = :holder
                join ttac.pack above on above.id in (h.id, h.parent)
               where p.key = :pack
                  on conflict (parent, lot, status) do update set primers = c.primers + 1
              """)
          .bind("holder", holder).bind("pack", pack).execute();
      return tx.createUpdate("""
              update ttac.pack p
                 set parent = h.id, joined = :event, path = null, received = false, trail = p.trail || :event
                from ttac.pack h
               where h.key = :holder and p.key = :pack
              """)
          .bind("event", event).bind("holder", holder).bind("pack", pack).execute();
    });
  }
}
