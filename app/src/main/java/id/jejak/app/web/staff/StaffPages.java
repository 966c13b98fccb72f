package id.jejak.app.web.staff;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.jte.staff.JteaccountGenerated;
import id.jejak.app.web.jte.staff.JteloginGenerated;
import id.jejak.facility.access.Role;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Log in, see one's account, go to another facility, take a role in need, log out. Thread-safe. */
public final class StaffPages {
  private static final String HOME = "/console/staff";

  private final Ground ground;
  private final StaffGround staffGround;
  private final Desk desk;
  private final Supplier<Map<String, Object>> world;

  /**
   * Pages over a desk.
   *
   * @param world the demo world, whose accounts are offered; empty when there is none
   */
  public StaffPages(Ground ground, StaffGround staffGround, Desk desk, Supplier<Map<String, Object>> world) {
    this.ground = ground;
    this.staffGround = staffGround;
    this.desk = desk;
    this.world = world;
  }

  /** An account of the demo world, to log in with one click. */
  public record Offer(String username, String password, String name, String facility, List<Role> roles) {}

  /** The login; whoever is logged in already may log in as somebody else. */
  public Response login(Asked asked) {
    return login(asked, 200, "");
  }

  private Response login(Asked asked, int status, String problem) {
    var offers = Json.read(Json.write((Object) world.get())).path("facility").path("staff").valueStream()
        .map(one -> new Offer(one.path("username").asString(""), one.path("password").asString(""),
            one.path("name").asString(""), one.path("facility").asString(""), one.path("roles").valueStream()
                .flatMap(role -> Role.of(role.asString("")).stream()).toList())).toList();
    return asked.html(status, out -> JteloginGenerated.render(out, null, asked.page(), offers, back(asked), problem));
  }

  private static String back(Asked asked) {
    return asked.field("back").filter(Ground::isOurs).orElse(HOME);
  }

  /** Logs in; the visitor goes on under another id. */
  public Response enter(Asked asked) {
    var username = asked.field("username").orElse("");
    var password = asked.fields().getOrDefault("password", List.of("")).getFirst();
    if (username.isEmpty() || password.isEmpty()) {
      return login(asked, 422, asked.page().say("Isi nama akun dan kata sandi.", "Give account and password."));
    }
    staffGround.known(asked).ifPresent(desk::leave);
    return switch (desk.enter(asked.request(), username, password)) {
      case Desk.Entered.In(var staff) -> as(asked, staff, back(asked));
      case Desk.Entered.Refused(var answer) -> login(asked, 422, answer.message(asked.page()));
    };
  }

  private Response as(Asked asked, Staff staff, String to) {
    return ground.as(asked.request(), ground.sessions().begin(asked.visitor(), staff), asked.see(to));
  }

  /** One's account: roles, facilities, breaking the glass. */
  public Response account(Asked asked, Staff staff) {
    return account(asked, staff, 200, "");
  }

  private Response account(Asked asked, Staff staff, int status, String problem) {
    return asked.html(status, out -> JteaccountGenerated.render(out, null, asked.page(), staff, problem));
  }

  /** Goes on at another facility. */
  public Response move(Asked asked, Staff staff) {
    return switch (desk.move(staff, asked.field("facility").orElse(""))) {
      case Desk.Entered.In(var there) -> as(asked, there, HOME);
      case Desk.Entered.Refused(var answer) -> account(asked, staff, 422, answer.message(asked.page()));
    };
  }

  /** Takes a role for an hour, with a reason. */
  public Response breakGlass(Asked asked, Staff staff) {
    var answer = desk.breakGlass(staff, asked.field("role").orElse(""), asked.field("reason").orElse(""));
    if (!answer.ok()) {
      return account(asked, staff, 422, answer.message(asked.page()));
    }
    return as(asked, desk.again(staff).orElse(staff), HOME);
  }

  /** Logs out, here and at the facility. */
  public Response leave(Asked asked) {
    staffGround.known(asked).ifPresent(desk::leave);
    ground.sessions().end(asked.visitor(), Staff.class);
    return asked.see(StaffGround.LOGIN);
  }
}
