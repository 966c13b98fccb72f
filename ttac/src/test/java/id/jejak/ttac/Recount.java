package id.jejak.ttac;

import id.jejak.kernel.db.Db;
import java.util.List;

/** Counts what is inside every holder by looking at every pack, and compares it with what the store keeps. */
final class Recount {
  private Recount() {}

  static List<String> differences(Db db) {
    return db.read(handle -> handle.createQuery("""
            with recursive above as (
              select p.lot, p.status, p.parent as holder
                from ttac.pack p
               where p.level = 1 and p.parent is not null
               union all
              select a.lot, a.status, h.parent
                from above a
                join ttac.pack h on h.id = a.holder
               where h.parent is not null
            ), counted as (
              select holder, lot, status, count(*) as primers from above group by holder, lot, status
            ), told as (
              select c.parent, c.lot, c.status, c.primers::bigint from ttac.content c where c.primers <> 0
            )
            select 'missing ' || m::text from (select * from counted except select * from told) m
             union all
            select 'too much ' || t::text from (select * from told except select * from counted) t
            """).mapTo(String.class).list());
  }
}
