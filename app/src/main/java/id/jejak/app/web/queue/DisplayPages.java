package id.jejak.app.web.queue;

import static id.jejak.app.web.queue.FrontPages.API;
import static id.jejak.app.web.queue.FrontPages.HOME;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.ground.Page;
import id.jejak.app.web.jte.queue.JteboardGenerated;
import id.jejak.app.web.jte.queue.JtedisplayGenerated;
import id.jejak.app.web.jte.queue.JtedisplaysGenerated;
import id.jejak.app.web.staff.Answer;
import id.jejak.app.web.staff.FacilityApi;
import id.jejak.app.web.staff.Staff;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Screens in waiting rooms: where they are made, and what they show to whoever has their link. Thread-safe. */
public final class DisplayPages implements AutoCloseable {
  /** Links with live streams at a time, in both languages. */
  private static final int MOST = 400;

  private final FacilityApi api;
  private final Ground ground;
  private final StaffGround staffGround;
  private final Voice voice;
  private final Map<String, LiveBoard> live = new ConcurrentHashMap<>();

  /**
   * Pages over the facility's API.
   *
   * @param voice says calls where a browser cannot
   */
  public DisplayPages(FacilityApi api, Ground ground, StaffGround staffGround, Voice voice) {
    this.api = api;
    this.ground = ground;
    this.staffGround = staffGround;
    this.voice = voice;
  }

  /** A screen as staff sees it. */
  public record Screen(String id, String name, String subs, boolean pharmacy, String madeBy) {}

  /** The list, and the link of one that was just made: it is seen once. */
  public Response list(Asked asked, Staff staff) {
    return list(asked, staff, "");
  }

  private Response list(Asked asked, Staff staff, String link) {
    var answer = api.get(staff, API + "/displays");
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var screens = answer.body().path("data").valueStream().map(one -> new Screen(one.path("id").asString(""),
        one.path("name").asString(""), String.join(" ", one.path("subs").valueStream().map(sub -> sub.asString(""))
            .toList()), one.path("pharmacy").asBoolean(false), one.path("made_by").asString(""))).toList();
    var sessions = FrontPages.sessions(api.get(staff, API + "/sessions")).orElse(List.of());
    var clinics = new LinkedHashMap<String, String>();
    sessions.forEach(one -> clinics.putIfAbsent(one.sub(), one.clinic()));
    return asked.html(out -> JtedisplaysGenerated.render(out, null, asked.page(), screens, clinics, link,
        origin(asked.request())));
  }

  /** Scheme and host as the visitor has them, so that a link can be carried to another machine; empty when unknown. */
  private static String origin(Request request) {
    var scheme = request.header("X-Forwarded-Proto").filter("https"::equals).orElse("http");
    return request.header("Host").filter(host -> host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"))
        .map(host -> scheme + "://" + host).orElse("");
  }

  /** Makes a screen. */
  public Response add(Asked asked, Staff staff) {
    var body = new LinkedHashMap<String, Object>();
    body.put("name", asked.field("name").orElse(""));
    body.put("pharmacy", asked.field("pharmacy").isPresent());
    var subs = String.join(" ", asked.fields().getOrDefault("sub", List.of()));
    if (!subs.isBlank()) {
      body.put("subs", subs);
    }
    var answer = api.post(staff, API + "/displays", body);
    return answer.ok() ? list(asked, staff, HOME + "/display/" + answer.body().path("data").path("code").asString(""))
        : staffGround.after(asked, answer, "", HOME + "/displays");
  }

  /** Takes a screen away; its streams end with the next look. */
  public Response remove(Asked asked, Staff staff) {
    var answer = api.delete(staff, API + "/displays/" + FacilityApi.encoded(asked.field("id").orElse("")),
        Map.of());
    return staffGround.after(asked, answer, "", HOME + "/displays");
  }

  private Answer ask(String code) {
    return api.watch(API + "/display/" + FacilityApi.encoded(code));
  }

  /** The screen, or a fresh copy of what it shows. */
  public Response show(Asked asked) {
    var code = asked.request().var("code");
    var answer = ask(code);
    if (!answer.ok()) {
      return StaffGround.failed(asked, answer);
    }
    var board = Board.of(answer.body().path("data"));
    return asked.html(out -> {
      if (asked.field("piece").isPresent()) {
        JteboardGenerated.render(out, null, asked.page(), board, voice);
      } else {
        JtedisplayGenerated.render(out, null, asked.page(), board, voice, code);
      }
    });
  }

  /** The stream of a screen. */
  public Response stream(Asked asked) {
    var code = asked.request().var("code");
    if (!ask(code).ok()) {
      return Response.of(404, "text/plain; charset=utf-8", "no such display");
    }
    if (live.size() >= MOST) {
      live.entrySet().removeIf(one -> {
        boolean idle = one.getValue().feed().listeners() == 0;
        if (idle) {
          one.getValue().close();
        }
        return idle;
      });
    }
    var page = asked.page();
    return live.computeIfAbsent(page.language().code() + code, _ -> new LiveBoard(ground.boot(), () -> board(code),
        board -> written(page, board))).feed().stream(asked.request());
  }

  private Optional<Board> board(String code) {
    var answer = ask(code);
    return answer.ok() ? Optional.of(Board.of(answer.body().path("data"))) : Optional.empty();
  }

  private String written(Page page, Board board) {
    var out = new StringOutput();
    JteboardGenerated.render(new OwaspHtmlTemplateOutput(out), null, page, board, voice);
    return out.toString();
  }

  @Override
  public void close() {
    live.values().forEach(LiveBoard::close);
    live.clear();
  }
}
