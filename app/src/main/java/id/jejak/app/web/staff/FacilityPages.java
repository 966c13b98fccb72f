package id.jejak.app.web.staff;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Page;
import id.jejak.app.web.jte.staff.JtefacilityGenerated;
import id.jejak.facility.access.Role;
import id.jejak.kernel.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What SATUSEHAT is told of a facility's visits, and what is missing for that; for its administrator. Thread-safe. */
public final class FacilityPages {
  private static final String HOME = "/console/facility";
  private static final List<String> WRITTEN = List.of("clinic_location", "clinic_name", "pharmacy_location", "pharmacy_name",
      "homepage", "emergency_contact", "prescription_contact");
  private static final Set<Role> SIGNING = Set.of(Role.DOCTOR, Role.PHARMACIST, Role.ASSISTANT);

  private final FacilityApi api;
  private final StaffGround staffGround;

  /** Pages over the facility's API. */
  public FacilityPages(FacilityApi api, StaffGround staffGround) {
    this.api = api;
    this.staffGround = staffGround;
  }

  /**
   * A room, as the API calls its members.
   *
   * @param location id of its Location; empty when it is missing
   */
  public record Room(String which, String location, String name) {
    /** What it is for. */
    public String says(Page page) {
      return which.equals("clinic") ? page.say("Tempat pasien diperiksa dokter", "Where patients see doctors")
          : page.say("Tempat obat diserahkan", "Where medicine is handed out");
    }
  }

  /** The room of a single polyclinic. */
  public record Polyclinic(String code, String location, String name) {}

  /**
   * A link of the letterhead.
   *
   * @param name of the API's member
   * @param url empty when it is missing
   */
  public record Link(String name, String url) {
    /** What it is for. */
    public String says(Page page) {
      return switch (name) {
        case "homepage" -> page.say("Laman fasilitas", "Homepage");
        case "emergency_contact" -> page.say("Kontak emergensi", "Contact in an emergency");
        default -> page.say("Kontak konfirmasi resep", "Contact for questions about a prescription");
      };
    }
  }

  /** Somebody who signs what SATUSEHAT is told, and has no number there. */
  public record Unnumbered(String id, String username, String name, Set<Role> roles) {}

  /** The facility, its rooms and who lacks a number. */
  public Response show(Asked asked, Staff staff) {
    var facility = api.get(staff, FacilityApi.BASE + "/facility");
    var members = api.get(staff, FacilityApi.BASE + "/staff");
    if (!facility.ok() || !members.ok()) {
      return StaffGround.failed(asked, facility.ok() ? members : facility);
    }
    var kind = facility.body().path("kind").asString("");
    var rooms = switch (kind) {
      case "hospital" -> List.of(room(facility.body(), "clinic"), room(facility.body(), "pharmacy"));
      case "pharmacy" -> List.of(room(facility.body(), "pharmacy"));
      default -> List.<Room>of();
    };
    var unnumbered = rooms.isEmpty() ? List.<Unnumbered>of()
        : members.body().path("staff").valueStream().flatMap(one -> unnumbered(one).stream()).toList();
    var polyclinics = facility.body().path("polyclinics").valueStream().map(one -> new Polyclinic(one.path("code").asString(""),
        one.path("location").asString(""), one.path("name").asString(""))).toList();
    var links = kind.equals("hospital") ? WRITTEN.subList(4, WRITTEN.size()).stream()
        .map(name -> new Link(name, facility.body().path(name).asString(""))).toList() : List.<Link>of();
    return asked.html(out -> JtefacilityGenerated.render(out, null, asked.page(), staff,
        facility.body().path("organization").asString(""), rooms, polyclinics, links, unnumbered));
  }

  private static Room room(JsonNode facility, String which) {
    return new Room(which, facility.path(which + "_location").asString(""),
        facility.path(which + "_name").asString(""));
  }

  private static Optional<Unnumbered> unnumbered(JsonNode one) {
    var roles = one.path("roles").valueStream().flatMap(role -> Role.of(role.asString("")).stream())
        .collect(Collectors.toSet());
    return one.path("active").asBoolean(false) && one.path("practitioner").asString("").isEmpty()
        && roles.stream().anyMatch(SIGNING::contains)
        ? Optional.of(new Unnumbered(one.path("id").asString(""), one.path("username").asString(""),
            one.path("name").asString(""), roles)) : Optional.empty();
  }

  /** Writes where the rooms are, and the links. */
  public Response rooms(Asked asked, Staff staff) {
    var body = new LinkedHashMap<String, Object>();
    for (var name : WRITTEN) {
      if (asked.fields().containsKey(name)) {
        body.put(name, asked.field(name).orElse(""));
      }
    }
    var codes = asked.fields().getOrDefault("polyclinic", List.of());
    var polyclinics = IntStream.range(0, codes.size()).filter(at -> !codes.get(at).isBlank()).mapToObj(at ->
        Map.of("code", codes.get(at).strip(), "location", at(asked, "polyclinic_location", at), "name",
            at(asked, "polyclinic_name", at))).toList();
    if (!polyclinics.isEmpty()) {
      body.put("polyclinics", polyclinics);
    }
    return after(asked, api.put(staff, FacilityApi.BASE + "/facility", body));
  }

  private static String at(Asked asked, String name, int place) {
    var all = asked.fields().getOrDefault(name, List.of());
    return place < all.size() ? all.get(place).strip() : "";
  }

  /** Writes somebody's number. */
  public Response number(Asked asked, Staff staff) {
    var path = FacilityApi.BASE + "/staff/" + FacilityApi.encoded(asked.field("id").orElse(""));
    return after(asked, api.put(staff, path, Map.of("practitioner", asked.field("practitioner").orElse(""))));
  }

  private Response after(Asked asked, Answer answer) {
    return staffGround.after(asked, answer, asked.page().say("Tersimpan. Yang tertahan dapat dikirim lagi.",
        "Saved. What is parked can be sent again."), HOME);
  }
}
