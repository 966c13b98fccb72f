package id.jejak.app.web.staff;

import id.jejak.facility.access.Role;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Logs staff in and out over the facility's API, and keeps what is known of them fresh. Thread-safe. */
public final class Desk {
  /** Roles are asked for again after so long; the API itself knows at once. */
  static final Duration FRESH = Duration.ofMinutes(1);

  private final FacilityApi api;
  private final InstantSource machine;

  /**
   * A desk at an API.
   *
   * @param machine the machine's clock
   */
  public Desk(FacilityApi api, InstantSource machine) {
    this.api = api;
    this.machine = machine;
  }

  /** How a login ended: with somebody, or with an answer that says why not. */
  public sealed interface Entered {
    /** In. */
    record In(Staff staff) implements Entered {}

    /** Not in. */
    record Refused(Answer answer) implements Entered {}
  }

  /** Logs in. */
  public Entered enter(Request visitor, String username, String password) {
    var given = new LinkedHashMap<String, Object>();
    given.put("username", username);
    given.put("password", password);
    return entered(api.open(visitor, FacilityApi.BASE + "/login", given));
  }

  /** Goes on at another facility where the same person works; the session here ends. */
  public Entered move(Staff staff, String facility) {
    return entered(api.post(staff, FacilityApi.BASE + "/me/facility", Map.of("facility", facility)));
  }

  private Entered entered(Answer answer) {
    var token = answer.body().path("token").asString("");
    if (!answer.ok() || token.isEmpty()) {
      return new Entered.Refused(answer);
    }
    return new Entered.In(staff(new Secret(token), answer.body().path("staff")));
  }

  private Staff staff(Secret token, JsonNode who) {
    var bare = new Staff(token, who.path("id").asString(""), who.path("username").asString(""),
        who.path("name").asString(""), who.path("facility").asString(""), "",
        who.path("roles").valueStream().flatMap(one -> Role.of(one.asString("")).stream()).collect(Collectors.toSet()),
        who.path("glass").asBoolean(false), false, List.of(), machine.instant());
    return placed(bare, api.get(bare, FacilityApi.BASE + "/me").body().path("facilities"));
  }

  private static Staff placed(Staff one, JsonNode facilities) {
    var all = facilities.valueStream()
        .map(place -> new Staff.Place(place.path("id").asString(""), place.path("name").asString(""))).toList();
    var here = all.stream().filter(place -> place.id().equals(one.facility())).map(Staff.Place::name).findFirst();
    boolean queue = facilities.valueStream().anyMatch(place -> place.path("id").asString("").equals(one.facility())
        && place.path("kind").asString("").equals("hospital"));
    return new Staff(one.token(), one.id(), one.username(), one.name(), one.facility(), here.orElse(one.facility()),
        one.roles(), one.glass(), queue, all.stream().filter(place -> !place.id().equals(one.facility())).toList(),
        one.asked());
  }

  /** The same person with the roles of now, if those known are older than a minute. */
  Staff current(Staff staff) {
    return staff.asked().plus(FRESH).isAfter(machine.instant()) ? staff : again(staff).orElse(staff);
  }

  /** The same person with the roles of now; empty when nobody can be asked. */
  Optional<Staff> again(Staff staff) {
    var me = api.get(staff, FacilityApi.BASE + "/me");
    return me.ok() ? Optional.of(staff(staff.token(), me.body().path("staff"))) : Optional.empty();
  }

  /** Ends the session at the facility too. Whether there was one still does not matter. */
  void leave(Staff staff) {
    try {
      api.post(staff, FacilityApi.BASE + "/logout", Map.of());
    } catch (FacilityApi.SessionEnded e) { // over already, which is what was wanted
      return;
    }
  }

  /** Takes a role for an hour. */
  Answer breakGlass(Staff staff, String role, String reason) {
    return api.post(staff, FacilityApi.BASE + "/break-glass", Map.of("role", role, "reason", reason));
  }
}
