package id.jejak.delivery.store;

import id.jejak.delivery.Parcel;
import id.jejak.kernel.db.Sql;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The lines in which parcels of one remote and key stand. */
final class Lines {
  record Line(String remote, String key) {
    static Line of(Parcel parcel) {
      return new Line(parcel.remote(), parcel.key());
    }
  }

  private static final Sql WAKE = Sql.of("""
      with line as materialized (
        select remote, key
          from unnest(:remotes::text[], :keys::text[]) as one (remote, key)
      ), free as materialized (
        select w.id
          from line
         cross join lateral (select p.id
                               from delivery.parcel p
                              where p.remote = line.remote and p.key = line.key and p.waiting
                                and p.id <= coalesce((select e.id
                                                        from delivery.parcel e
                                                       where e.remote = line.remote and e.key = line.key
                                                         and not e.aside
                                                       order by e.id
                                                       limit 1), p.id)
                              order by p.id) w
      )
      update delivery.parcel p
         set waiting = false
        from free
       where p.id = free.id
      """);

  private Lines() {}

  /** To be run when somebody left some lines: those who were seen to wait and have nobody in front any more are ready again. */
  static Sql.Call waking(Handle tx, Collection<Line> lines) {
    return WAKE.in(tx).texts("remotes", lines.stream().map(Line::remote).toList())
        .texts("keys", lines.stream().map(Line::key).toList());
  }

  /** Somebody left a line. */
  static void wake(Handle tx, Parcel gone) {
    waking(tx, List.of(Line.of(gone))).update();
  }
}
