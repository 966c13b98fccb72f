package id.jejak.facility.pharmacy.remote;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The facilities that are served here. Immutable. */
public final class Sites {
  private static final List<String> MEMBERS = List.of("id", "name", "zone", "sarana", "ttac_email", "ttac_password",
      "organization", "client_id", "client_secret", "region");
  /** The facilities of the demo world, with the demo accounts of TTAC and SATUSEHAT. */
  public static final List<Site> DEMO = List.of(
      new Site("rs-sarana-a", "Rumah Sakit Sarana A", "Asia/Jakarta", 123, "farmasi@sarana-a.example",
          new Secret("jejak-123"), "10000005", "DemoRumahSakit10000005", new Secret("rahasia-rs-10000005"), "regional1"),
      new Site("apotek-sarana-b", "Apotek Sarana B", "Asia/Jakarta", 456, "apotek@sarana-b.example",
          new Secret("jejak-456"), "10000099", "DemoApotek10000099", new Secret("rahasia-apotek-10000099"), "regional1"),
      new Site("pbf-nusantara", "PBF Nusantara Medika", "Asia/Jakarta", 284, "gudang@pbf-nusantara.example",
          new Secret("jejak-284"), "10000284", "DemoPbf10000284", new Secret("rahasia-pbf-10000284"), "regional1"));

  private final Map<String, Site> byId;

  /** These. */
  public Sites(List<Site> all) {
    byId = all.stream().collect(Collectors.toUnmodifiableMap(Site::id, Function.identity()));
  }

  /**
   * Those of a file: a JSON array of objects.
   *
   * @throws StartFailure when it cannot be read, with what to mend
   */
  public static Sites read(Path file) {
    try {
      var list = Json.read(Files.readAllBytes(file));
      if (!list.isArray()) {
        throw new StartFailure("pharmacy.sites " + file + " must hold a JSON array of facilities");
      }
      var sites = new ArrayList<Site>();
      list.forEach(one -> sites.add(site(file, one)));
      return new Sites(sites);
    } catch (IOException e) {
      throw new StartFailure("pharmacy.sites " + file + " cannot be read: is it there, and yours to read?", e);
    } catch (Json.Unreadable e) {
      throw new StartFailure("pharmacy.sites " + file + " is no readable JSON", e);
    }
  }

  private static Site site(Path file, JsonNode one) {
    for (var name : one.propertyNames()) {
      if (!MEMBERS.contains(name)) {
        throw new StartFailure("pharmacy.sites " + file + " has a member " + name + ", known: "
            + String.join(", ", new TreeSet<>(MEMBERS)));
      }
    }
    return new Site(text(file, one, "id"), text(file, one, "name"), zone(file, one), one.path("sarana").asInt(0),
        text(file, one, "ttac_email"), new Secret(text(file, one, "ttac_password")), text(file, one, "organization"),
        text(file, one, "client_id"), new Secret(text(file, one, "client_secret")), text(file, one, "region"));
  }

  private static String zone(Path file, JsonNode one) {
    var zone = text(file, one, "zone");
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw new StartFailure("pharmacy.sites " + file + ": zone must be such as Asia/Jakarta, not " + zone, e);
    }
  }

  private static String text(Path file, JsonNode one, String name) {
    var value = one.path(name);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw new StartFailure("pharmacy.sites " + file + ": " + name + " is missing, or no text");
    }
    return value.stringValue();
  }

  /**
   * A facility.
   *
   * @throws IllegalStateException when it is none of these: whoever lets actors in knows them
   */
  public Site of(String id) {
    var site = byId.get(id);
    if (site == null) {
      throw new IllegalStateException("no facility " + id + " among " + new TreeSet<>(byId.keySet()));
    }
    return site;
  }

  /** All of them, by id. */
  public List<Site> all() {
    return byId.values().stream().sorted(java.util.Comparator.comparing(Site::id)).toList();
  }
}
