package id.jejak.ttac.store;

import id.jejak.kernel.db.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Facilities, whom they may send to, and their locations. Stateless, thread-safe. */
public final class SaranaStore {
  private static final Sql REACHABLE = Sql.of("""
      select count(*)
        from ttac.target t
        join ttac.sarana s on s.id = t.target and s.aktif
       where t.sarana = :sarana and t.target = :target and t.target <> t.sarana
      """);

  /** A facility: plant, distributor, hospital, pharmacy. */
  public record Sarana(int id, int group, String name, String address, String phone, @Nullable String fax,
      @Nullable String province, @Nullable String city, @Nullable String latitude, @Nullable String longitude,
      @Nullable String npwp, String role, boolean active, Instant createdAt) {}

  /** A facility to send to. */
  public record Target(int id, String name, String address, boolean active) {}

  /** A location as registered; coordinates as the caller wrote them. */
  public record Location(long id, String address, String phone, @Nullable String fax, String latitude,
      String longitude) {}

  /** A window of a list, and how many rows the whole list has. */
  public record Window<T>(long total, List<T> items) {}

  /** A facility. */
  public Optional<Sarana> byId(Handle handle, int id) {
    return handle.createQuery("""
            select id, id_group, nama, alamat, no_telp, fax, provinsi, kota, latitude, longitude, npwp, peran, aktif,
                   created_at
              from ttac.sarana
             where id = :id
            """)
        .bind("id", id)
        .map((rs, _) -> new Sarana(rs.getInt("id"), rs.getInt("id_group"), rs.getString("nama"),
            rs.getString("alamat"), rs.getString("no_telp"), rs.getString("fax"), rs.getString("provinsi"),
            rs.getString("kota"), rs.getString("latitude"), rs.getString("longitude"), rs.getString("npwp"),
            rs.getString("peran"), rs.getBoolean("aktif"),
            rs.getObject("created_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  /** Whom a facility may send to, by id. */
  public Window<Target> targets(Handle handle, int sarana, Optional<Boolean> active, long offset, int limit) {
    long total = handle.createQuery("""
            select count(*)
              from ttac.target t
              join ttac.sarana s on s.id = t.target
             where t.sarana = :sarana and (:active::boolean is null or s.aktif = :active)
            """)
        .bind("sarana", sarana).bind("active", active.orElse(null))
        .mapTo(long.class).one();
    var items = handle.createQuery("""
            select s.id, s.nama, s.alamat, s.aktif
              from ttac.target t
              join ttac.sarana s on s.id = t.target
             where t.sarana = :sarana and (:active::boolean is null or s.aktif = :active)
             order by s.id
            offset :offset
             limit :limit
            """)
        .bind("sarana", sarana).bind("active", active.orElse(null)).bind("offset", offset).bind("limit", limit)
        .map((rs, _) -> new Target(rs.getInt("id"), rs.getString("nama"), rs.getString("alamat"),
            rs.getBoolean("aktif")))
        .list();
    return new Window<>(total, items);
  }

  /** True when the facility may send to the target now. */
  public boolean mayReach(Handle handle, int sarana, long target) {
    return REACHABLE.in(handle).integer("sarana", sarana).bigint("target", target).number() > 0;
  }

  /** A facility's locations, newest first. */
  public Window<Location> locations(Handle handle, int sarana, long offset, int limit) {
    long total = handle.createQuery("select count(*) from ttac.location where sarana = :sarana")
        .bind("sarana", sarana).mapTo(long.class).one();
    var items = handle.createQuery("""
            select id, alamat, no_telp, fax, latitude, longitude
              from ttac.location
             where sarana = :sarana
             order by id desc
            offset :offset
             limit :limit
            """)
        .bind("sarana", sarana).bind("offset", offset).bind("limit", limit)
        .map((rs, _) -> new Location(rs.getLong("id"), rs.getString("alamat"), rs.getString("no_telp"),
            rs.getString("fax"), rs.getString("latitude"), rs.getString("longitude")))
        .list();
    return new Window<>(total, items);
  }

  /**
   * Registers a location.
   *
   * @param latitude compared with others at seven decimals
   * @return false when the facility has this point already
   */
  public boolean addLocation(Handle tx, int sarana, Location location, BigDecimal latitude, BigDecimal longitude) {
    return tx.createUpdate("""
            insert into ttac.location (sarana, alamat, no_telp, fax, latitude, longitude, point_lat, point_long)
            values (:sarana, :address, :phone, :fax, :latitude, :longitude, :pointLat, :pointLong)
                on conflict (sarana, point_lat, point_long) do nothing
            """)
        .bind("sarana", sarana).bind("address", location.address()).bind("phone", location.phone())
        .bind("fax", location.fax()).bind("latitude", location.latitude()).bind("longitude", location.longitude())
        .bind("pointLat", latitude.setScale(7, java.math.RoundingMode.HALF_UP))
        .bind("pointLong", longitude.setScale(7, java.math.RoundingMode.HALF_UP))
        .execute() == 1;
  }
}
