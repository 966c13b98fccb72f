package id.jejak.facility.pharmacy.store;

import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** What doctors prescribe often. Stateless, thread-safe. */
public final class FavouriteStore {
  /** Lines under a name. */
  public record Favourite(String name, JsonNode lines) {}

  /** A doctor's own, by name. */
  public List<Favourite> list(Handle h, String facility, String staff, int limit) {
    return LIST.in(h).text("facility", facility).text("staff", staff).integer("limit", limit)
        .list(row -> new Favourite(row.getString("name"), Json.read(row.getString("lines"))));
  }

  private static final Sql LIST = Sql.of("""
      select name, lines
        from facility.favourite
       where facility = :facility
         and staff = :staff
       order by name
       limit :limit
      """);

  /** Keeps lines under a name; what it stood for before gives way. */
  public void keep(Handle tx, String facility, String staff, Favourite one, Instant at) {
    KEEP.in(tx).text("facility", facility).text("staff", staff).text("name", one.name())
        .text("lines", new String(Json.write((Object) one.lines()), StandardCharsets.UTF_8)).instant("at", at).update();
  }

  private static final Sql KEEP = Sql.of("""
      insert into facility.favourite (facility, staff, name, lines, at)
      values (:facility, :staff, :name, :lines::jsonb, :at)
          on conflict (facility, staff, name) do update set lines = excluded.lines, at = excluded.at
      """);

  /** Forgets one; true when it was there. */
  public boolean forget(Handle tx, String facility, String staff, String name) {
    return FORGET.in(tx).text("facility", facility).text("staff", staff).text("name", name).update() > 0;
  }

  private static final Sql FORGET = Sql.of("""
      delete from facility.favourite where facility = :facility and staff = :staff and name = :name
      """);
}
