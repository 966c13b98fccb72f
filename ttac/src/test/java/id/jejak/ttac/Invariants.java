package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.kernel.db.Db;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must be true of TTAC's tables at any moment, whatever was asked of it; and their fingerprint. */
public final class Invariants {
  /** Each names what it finds wrong; no row means that nothing is. */
  private static final Map<String, String> FINDS = new TreeMap<>(Map.of(
      "content differs from a recount", """
          with recursive inside (lot, status, holder) as (
            select p.lot, p.status, p.parent from ttac.pack p where p.level = 1 and p.parent is not null
            union all
            select i.lot, i.status, h.parent
              from inside i
              join ttac.pack h on h.id = i.holder
             where h.parent is not null
          ), counted as (
            select holder as parent, lot, status, count(*) as primers from inside group by holder, lot, status
          ), kept as (
            select parent, lot, status, primers from ttac.content where primers <> 0
          )
          select coalesce(c.parent, k.parent) || ' counted ' || coalesce(c.primers, 0) || ' kept '
                 || coalesce(k.primers, 0)
            from counted c
            full join kept k on k.parent = c.parent and k.lot = c.lot and k.status = c.status
           where c.primers is distinct from k.primers
           order by 1
          """,
      "a shipment's open units differ from a recount", """
          select s.event || ' open ' || s.open || ' counted ' || count(p.id)
            from ttac.shipment s
            left join ttac.pack p on p.shipment = s.event
           group by s.event, s.open
          having s.open <> count(p.id)
           order by 1
          """,
      "a unit is on its way without its shipment, or to elsewhere", """
          select p.barcode
            from ttac.pack p
            left join ttac.shipment s on s.event = p.shipment
           where p.shipment is not null
             and (s.event is null or s.from_sarana <> p.transit_from or s.to_sarana <> p.transit_to
                  or s.kind <> p.transit_kind)
           order by p.barcode
          """,
      "a unit's parent is missing or of no higher level", """
          select c.barcode
            from ttac.pack c
            left join ttac.pack h on h.id = c.parent
           where c.parent is not null and (h.id is null or h.level <= c.level)
           order by c.barcode
          """,
      "a root without a path, or a path with one sarana twice in a row", """
          select p.barcode
            from ttac.pack p
           where p.parent is null
             and (cardinality(p.path) not between 1 and 64
                  or exists (select from generate_subscripts(p.path, 1) as i where p.path[i] = p.path[i + 1]))
           order by p.barcode
          """,
      "a trail that names no event, or not in order", """
          select p.barcode
            from (select barcode, trail from ttac.pack union all select barcode, trail from ttac.tombstone) p
           where cardinality(p.trail) = 0
              or exists (select from generate_subscripts(p.trail, 1) as i where p.trail[i] >= p.trail[i + 1])
              or exists (select from unnest(p.trail) as t (id)
                          where not exists (select from ttac.event e where e.id = t.id))
           order by p.barcode
          """,
      "the last step of a unit on its way is not the one that set it on its way", """
          select p.barcode
            from ttac.pack p
           where p.shipment is not null and p.trail[cardinality(p.trail)] <> p.shipment
           order by p.barcode
          """,
      "a key without its answer", """
          select key from ttac.answered where answer is null order by key
          """));

  private static final List<String> TABLES = List.of("sarana", "target", "account", "location", "lot", "pack",
      "content", "event", "shipment", "tombstone", "answered");

  private Invariants() {}

  /** Fails with what is wrong. */
  public static void hold(Db db, String where) {
    FINDS.forEach((wrong, find) -> assertEquals(List.of(),
        db.read(handle -> handle.createQuery(find).mapTo(String.class).list()), where + ": " + wrong));
  }

  /** A fingerprint of everything that a request may change. */
  public static String digest(Db db) {
    return db.read(handle -> {
      var all = new StringBuilder();
      for (var table : TABLES) {
        all.append(handle.createQuery("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ttac."
            + table + " t").mapTo(String.class).one());
      }
      return all.toString();
    });
  }

  /** Takes all packs and their history away, and leaves facilities and tokens as they are: quicker than a reset. */
  public static void clearPacks(Db db) {
    db.transaction(tx -> {
      for (var table : List.of("pack", "content", "event", "shipment", "tombstone", "lot", "answered")) {
        tx.execute("delete from ttac." + table);
      }
      return true;
    });
  }
}
