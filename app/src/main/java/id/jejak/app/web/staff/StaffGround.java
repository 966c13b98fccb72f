package id.jejak.app.web.staff;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.ground.Said;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Pages and forms for staff. Whoever is not logged in goes to the login and comes back; whoever may not is told so.
 * This keeps pages tidy; what is kept safe is kept by the API behind them. Thread-safe.
 */
public final class StaffGround {
  /** Where one logs in. */
  public static final String LOGIN = "/console/staff/login";

  private final Ground ground;
  private final Desk desk;

  /**
   * Ground for staff.
   *
   * @param desk asks for somebody's roles now and then
   */
  public StaffGround(Ground ground, Desk desk) {
    this.ground = ground;
    this.desk = desk;
  }

  /** A page. */
  public Handler page(Permission permission, BiFunction<Asked, Staff, Response> page) {
    return ground.page(asked -> within(asked, permission, page));
  }

  /** A form, taken only from a page of ours. */
  public Handler form(Permission permission, BiFunction<Asked, Staff, Response> form) {
    return form(permission, Ground.FORM_BYTES, form);
  }

  /** A form with a file of at most so many bytes. */
  public Handler form(Permission permission, long limit, BiFunction<Asked, Staff, Response> form) {
    return ground.form(limit, asked -> within(asked, permission, form));
  }

  /** Whoever is logged in, as far as is remembered. */
  Optional<Staff> known(Asked asked) {
    return ground.sessions().get(asked.visitor(), Staff.class);
  }

  /** Whoever is logged in, with roles as they are now. */
  public Optional<Staff> who(Asked asked) {
    return known(asked).map(known -> {
      var now = desk.current(known);
      if (now != known) {
        ground.sessions().keep(asked.visitor(), now);
      }
      return now;
    });
  }

  private Response within(Asked asked, Permission permission, BiFunction<Asked, Staff, Response> page) {
    try {
      var staff = who(asked);
      if (staff.isEmpty()) {
        return login(asked);
      }
      return staff.get().may(permission) ? page.apply(asked, staff.get()) : forbidden(asked);
    } catch (FacilityApi.SessionEnded e) {
      ground.sessions().end(asked.visitor(), Staff.class);
      return login(asked);
    }
  }

  /** To the login, and back to this page; a form cannot be sent again, so from there back to its page. */
  private static Response login(Asked asked) {
    return asked.go(LOGIN + "?back=" + URLEncoder.encode(back(asked.request()), StandardCharsets.UTF_8));
  }

  private static String back(Request request) {
    if (!request.method().equals("GET")) {
      return "/console/staff";
    }
    return request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
  }

  /** Goes to a page, which says what became of a form. */
  public Response after(Asked asked, Answer answer, String done, String path) {
    var text = answer.ok() ? done : answer.message(asked.page());
    if (!text.isEmpty()) {
      ground.sessions().keep(asked.visitor(), new Said(text, answer.ok()));
    }
    return asked.see(path);
  }

  /** A page that cannot be shown, and why. */
  public static Response failed(Asked asked, Answer answer) {
    var page = asked.page();
    int status = answer.status() == Answer.LOST || answer.status() >= 500 ? 502 : answer.status();
    return asked.html(status, out -> JtemessageGenerated.render(out, null, page,
        page.say("Tidak dapat ditampilkan", "Cannot be shown"), answer.message(page)));
  }

  /** What is answered to somebody whose roles do not allow a page. */
  static Response forbidden(Asked asked) {
    var page = asked.page();
    return asked.html(403, out -> JtemessageGenerated.render(out, null, page,
        page.say("Bukan untuk peran Anda", "Not for your role"),
        page.say("Peran Anda di fasilitas ini tidak mengizinkan halaman ini. Bila pasien tidak dapat menunggu, peran"
            + " dapat diambil sementara di halaman akun Anda, dengan alasan yang dicatat.",
            "Your roles at this facility do not allow this page. When a patient cannot wait, a role can be taken for a"
            + " while on the page of your account, with a reason that is noted.")));
  }
}
