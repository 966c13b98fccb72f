package id.jejak.ttac.store;

import id.jejak.kernel.db.SqlArray;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is inside a unit, and where facilities are. Locks nothing. Stateless, thread-safe. */
public final class SurroundingStore {
  /**
   * A unit directly inside another.
   *
   * @param units directly inside it
   */
  public record Unit(String barcode, Level level, Status status, long units) {}

  /**
   * A window of what is inside.
   *
   * @param total units directly inside
   */
  public record Within(long total, List<Unit> units) {
    /** Nothing is inside. */
    public static final Within NOTHING = new Within(0, List.of());
  }

  /** Where a facility is; the point as it was registered. */
  public record Place(int id, String name, @Nullable String city, @Nullable String province, @Nullable String latitude,
      @Nullable String longitude) {}

  /** What is directly inside a unit, by barcode. */
  public Within within(Handle snapshot, long unit, long offset, int limit) {
    long total = snapshot.createQuery("""
            select count(*)
              from ttac.pack
             where parent = :unit
            """).bind("unit", unit).mapTo(long.class).one();
    var units = snapshot.createQuery("""
            select p.barcode, p.level, p.status, (select count(*)
                                                    from ttac.pack c
                                                   where c.parent = p.id) as units
              from ttac.pack p
             where p.parent = :unit
             order by p.barcode, p.id
            offset :offset
             limit :limit
            """).bind("unit", unit).bind("offset", offset).bind("limit", limit)
        .map((rs, _) -> new Unit(rs.getString("barcode"), Level.of(rs.getInt("level")), Status.of(rs.getInt("status")),
            rs.getLong("units"))).list();
    return new Within(total, units);
  }

  /** Where these facilities are, by id. */
  public List<Place> places(Handle snapshot, Collection<Integer> ids) {
    return snapshot.createQuery("""
            select id, nama, kota, provinsi, latitude, longitude
              from ttac.sarana
             where id = any(:ids)
             order by id
            """).bind("ids", SqlArray.ints(ids))
        .map((rs, _) -> new Place(rs.getInt("id"), rs.getString("nama"), rs.getString("kota"),
            rs.getString("provinsi"), rs.getString("latitude"), rs.getString("longitude"))).list();
  }
}
