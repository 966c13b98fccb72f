package id.jejak.app.web.ttac;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.ground.Ground;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.jte.ttac.JteboardGenerated;
import id.jejak.app.web.jte.ttac.JteloginGenerated;
import id.jejak.app.web.jte.ttac.JtemoveGenerated;
import id.jejak.app.web.jte.ttac.JtepackGenerated;
import id.jejak.app.web.jte.ttac.JteplacesGenerated;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.client.ClientSettings;
import id.jejak.ttac.client.Credentials;
import id.jejak.ttac.client.Dashboard;
import id.jejak.ttac.client.Movement;
import id.jejak.ttac.client.PendingFilter;
import id.jejak.ttac.client.PendingItem;
import id.jejak.ttac.client.Target;
import id.jejak.ttac.client.TtacClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The dashboard: log in, see what is pending, receive, send, look a pack up. All over TTAC's wire. Thread-safe. */
public final class TtacPages {
  /** Bytes of a form with a file. */
  public static final long FORM_BYTES = Lists.FILE_BYTES;
  private static final int ROWS = 100;
  private static final int WITHIN = 30;
  private static final String BASE = "/api/v3";

  private final Ground ground;
  private final Handler wire;
  private final Supplier<String> keys;
  private final InstantSource clock;
  private final Supplier<Map<String, Object>> world;

  /**
   * Pages over a wire.
   *
   * @param keys makes a fresh key for every write
   * @param clock the time it is
   * @param world the demo world, whose accounts are offered; empty when there is none
   */
  public TtacPages(Ground ground, Handler wire, Supplier<String> keys, InstantSource clock,
      Supplier<Map<String, Object>> world) {
    this.ground = ground;
    this.wire = wire;
    this.keys = keys;
    this.clock = clock;
    this.world = world;
  }

  /** An account of the demo world, to log in with one click. */
  public record Offer(String email, String password, String name) {}

  /** What the front of the dashboard shows. */
  public record Board(Dashboard dashboard, List<PendingItem> pending, long total, Map<String, Long> bySender,
      List<PendingItem> expiring) {}

  Response known(Asked asked, Function<TtacAccount, Response> page) {
    return ground.sessions().get(asked.visitor(), TtacAccount.class).map(page)
        .orElseGet(() -> login(asked, 200, ""));
  }

  private Response login(Asked asked, int status, String problem) {
    var offers = Json.read(Json.write((Object) world.get())).path("ttac").path("accounts").valueStream()
        .map(one -> new Offer(one.path("email").asString(""), one.path("password").asString(""),
            one.path("nama_sarana").asString(""))).toList();
    return asked.html(status, out -> JteloginGenerated.render(out, null, asked.page(), offers, problem));
  }

  /** Logs in; the visitor goes on under another id. */
  public Response enter(Asked asked) {
    var email = asked.field("email").orElse("");
    var password = asked.field("password").orElse("");
    if (email.isEmpty() || password.isEmpty()) {
      return login(asked, 422, asked.page().say("Isi surel dan kata sandi.", "Give e-mail address and password."));
    }
    var client = new TtacClient(wire, new Credentials(email, new Secret(password)), ClientSettings.ours(keys), clock);
    return answered(asked, client.login(), profile -> {
      var visitor = ground.sessions().begin(asked.visitor(), new TtacAccount(profile, client, token(email, password)));
      return ground.as(asked.request(), visitor, asked.see("/console/ttac"));
    }, why -> login(asked, 422, why));
  }

  private Secret token(String email, String password) {
    var body = new LinkedHashMap<String, Object>();
    body.put("email", email);
    body.put("password", password);
    return new Secret(Json.read(wire.handle(Request.json("POST", BASE + "/auth/login",
        new String(Json.write((Object) body), StandardCharsets.UTF_8))).bytes())
        .path("data").path("user").path("token").asString(""));
  }

  /** Logs out. */
  public Response leave(Asked asked) {
    ground.sessions().end(asked.visitor(), TtacAccount.class);
    return asked.see("/console/ttac");
  }

  /** The front. */
  public Response board(Asked asked) {
    return known(asked, account -> answered(asked, account.client().dashboard(), dashboard ->
        answered(asked, account.client().pending(PendingFilter.ALL, 0, ROWS), pending -> {
          var bySender = new LinkedHashMap<String, Long>();
          pending.items().forEach(item -> bySender.merge(String.valueOf(item.senderName()), 1L, Long::sum));
          var soon = clock.instant().plus(java.time.Duration.ofDays(180)).toString().substring(0, 10);
          var board = new Board(dashboard, pending.items(), pending.total(), bySender, pending.items().stream()
              .filter(item -> item.expiry() != null && item.expiry().compareTo(soon) < 0).toList());
          return asked.html(out -> JteboardGenerated.render(out, null, asked.page(), account.profile(), board));
        }, why -> broken(asked, why)), why -> broken(asked, why)));
  }

  /** One's own places, and who may be sent to. */
  public Response places(Asked asked) {
    return known(asked, account -> answered(asked, account.client().locations(0, ROWS), locations ->
        answered(asked, account.client().targets(Optional.empty(), 0, ROWS), targets ->
            asked.html(out -> JteplacesGenerated.render(out, null, asked.page(), account.profile(),
                locations.items(), targets.items())), why -> broken(asked, why)), why -> broken(asked, why)));
  }

  /** The form to receive or send. */
  public Response move(Asked asked) {
    return known(asked, account -> form(asked, account, asked.request().var("action"),
        asked.field("barcode").orElse(""), null, "", ""));
  }

  private Response form(Asked asked, TtacAccount account, String action, String barcodes,
      @org.jspecify.annotations.Nullable Preview preview, String problem, String done) {
    if (!action.equals("send") && !action.equals("receive")) {
      return broken(asked, asked.page().say("Hanya terima dan kirim.", "Receive and send only."));
    }
    return answered(asked, action.equals("send") ? account.client().targets(Optional.of(true), 0, ROWS)
            : new Answer.Done<>(new id.jejak.ttac.client.Page<Target>(0, 0, List.of())),
        targets -> asked.html(problem.isEmpty() ? 200 : 422, out -> JtemoveGenerated.render(out, null, asked.page(),
            account.profile(), action, barcodes, targets.items(), asked.number("target", 0), preview, problem, done)),
        why -> broken(asked, why));
  }

  /** Judges a list first; sends it only when the reader said so after seeing every problem. */
  public Response moved(Asked asked) {
    return known(asked, account -> {
      var action = asked.request().var("action");
      var page = asked.page();
      List<String> barcodes;
      try {
        barcodes = Lists.read(asked.fields().getOrDefault("barcodes", List.of("")).getFirst(), asked.file());
      } catch (Lists.Unfit e) {
        return form(asked, account, action, "", null, page.say("Berkas tidak terbaca: kirim .csv, .xls, atau .xlsx dengan"
            + " barcode di kolom pertama.", "The file cannot be read: send .csv, .xls or .xlsx with barcodes in the first"
            + " column."), "");
      }
      if (barcodes.isEmpty()) {
        return form(asked, account, action, "", null, page.say("Belum ada barcode.", "No barcodes yet."), "");
      }
      var list = String.join("\n", barcodes);
      int target = asked.number("target", 0);
      Movement movement = action.equals("send") ? new Movement.Send(target) : new Movement.Receive();
      if (asked.field("confirm").isPresent()) {
        var batches = action.equals("send") ? account.client().sendAll(target, barcodes)
            : account.client().receiveAll(barcodes);
        return batches.done() ? form(asked, account, action, "", null, "",
            page.number(barcodes.size()) + " " + page.say("barcode selesai.", "barcodes done."))
            : form(asked, account, action, list, null, batches.all().stream().flatMap(batch -> batch.answer().stream())
                .map(answer -> why(asked, answer)).filter(text -> !text.isEmpty()).findFirst().orElse(""), "");
      }
      return answered(asked, account.client().check(movement, barcodes), report -> {
        var bad = report.failing().stream().map(one -> one.barcode()).collect(java.util.stream.Collectors.toSet());
        return form(asked, account, action, list, new Preview(action, target,
            barcodes.stream().filter(one -> !bad.contains(one)).toList(), report), "", "");
      }, why -> form(asked, account, action, list, null, why, ""));
    });
  }

  /** Where a pack is and has been. */
  public Response pack(Asked asked) {
    return known(asked, account -> {
      var barcode = asked.field("barcode").orElse("");
      if (barcode.isEmpty()) {
        return asked.html(out -> JtepackGenerated.render(out, null, asked.page(), account.profile(), "", null, ""));
      }
      var answer = Json.read(ask(account, "/barcode/trace", barcode, "").bytes());
      boolean found = answer.path("status").asBoolean(false);
      var around = found ? Json.read(ask(account, "/barcode/map", barcode, "&limit=" + WITHIN).bytes()).path("data")
          : answer;
      return asked.html(found ? 200 : 404, out -> JtepackGenerated.render(out, null, asked.page(), account.profile(),
          barcode, found ? Pack.of(answer.path("data"), around) : null, answer.path("message").asString("")));
    });
  }

  /** The barcode as a picture. */
  public Response symbol(Asked asked) {
    return known(asked, account -> {
      var answer = ask(account, "/barcode/symbol", asked.field("barcode").orElse(""), "&format=png");
      return answer.header("Content-Type").filter(type -> type.startsWith("image/png")).isPresent()
          ? Response.of(200, "image/png", answer.bytes()).with("Cache-Control", "private, max-age=600")
          : Response.of(404, "text/plain; charset=utf-8", "no symbol");
    });
  }

  private Response ask(TtacAccount account, String path, String barcode, String more) {
    return wire.handle(Request.get(BASE + path + "?token=" + encoded(account.token().reveal()) + "&barcode="
        + encoded(barcode) + more));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static <T> Response answered(Asked asked, Answer<T> answer, Function<T, Response> done,
      Function<String, Response> otherwise) {
    return answer instanceof Answer.Done<T>(var value, _) ? done.apply(value) : otherwise.apply(why(asked, answer));
  }

  static String why(Asked asked, Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> _ -> "";
      case Answer.Refused<?>(var code, var message) -> code + ": " + message;
      case Answer.Later<?> _ -> asked.page().say("TTAC tidak dapat dihubungi; coba lagi sebentar lagi.",
          "TTAC cannot be reached; try again soon.");
      case Answer.Unknown<?> _ -> asked.page().say("Jawaban TTAC hilang, mungkin sudah tercatat. Lihat daftar tertunda"
          + " sebelum mengirim lagi.", "TTAC's answer was lost: it may have been done. Look at what is pending before"
          + " you send again.");
    };
  }

  static Response broken(Asked asked, String why) {
    var page = asked.page();
    return asked.html(502, out -> JtemessageGenerated.render(out, null, page,
        page.say("TTAC menjawab lain", "TTAC answered otherwise"), why));
  }
}
