package id.jejak.app.web.ttac;

import id.jejak.app.web.OwnFaults;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.ttac.JtephoneGenerated;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.json.Tree;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Receiving and sending with a phone: what its camera sees is read by the browser where it can, else here, frame by frame
 * or from a photograph. What was read is checked and confirmed on the usual page. Thread-safe.
 */
public final class PhonePages {
  /** Bytes of a form with a photograph. */
  public static final long FORM_BYTES = Pictures.MOST_BYTES + 512 * 1024;
  /** Bytes of a form with what a camera sees at one moment, cut and pressed by the page. */
  public static final long FRAME_BYTES = 1024 * 1024;
  private static final int ROWS = 100;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final TtacPages pages;
  /** Half of the processors stay with whoever stands at a counter. */
  private final Turns turns = new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);

  /** Beside the other pages of an account. */
  public PhonePages(TtacPages pages) {
    this.pages = pages;
  }

  /** The page. */
  public Response show(Asked asked) {
    return pages.known(asked, account -> show(asked, account, "", ""));
  }

  private static Response show(Asked asked, TtacAccount account, String barcodes, String said) {
    return TtacPages.answered(asked, account.client().targets(Optional.of(true), 0, ROWS), targets ->
        asked.html(out -> JtephoneGenerated.render(out, null, asked.page(), account.profile(), targets.items(),
            barcodes, said)), why -> TtacPages.broken(asked, why));
  }

  /** Reads a photograph, and shows the page with what was read. */
  public Response picture(Asked asked) {
    return pages.known(asked, account -> {
      var all = new LinkedHashSet<>(Lists.read(asked.fields().getOrDefault("barcodes", List.of("")).getFirst(),
          Optional.empty()));
      var read = asked.file().map(file -> Pictures.read(file.bytes())).orElse(List.of());
      all.addAll(read);
      var page = asked.page();
      return show(asked, account, String.join("\n", all), read.isEmpty()
          ? page.say("Tidak ada kode yang terbaca. Dekatkan, beri cahaya, dan foto lagi.",
              "No code could be read. Go nearer, give it light, and take another picture.")
          : page.number(read.size()) + " " + page.say("kode terbaca.", "codes read."));
    });
  }

  /**
   * The codes in what a camera sees, as JSON; nothing of it is kept. With the field {@code thorough} it is looked at longer.
   * Status 429 when this visitor's last picture is still being read, or when it was nobody's turn for half a second.
   */
  public Response frame(Asked asked) {
    return pages.known(asked, _ -> turns.take(asked.visitor().id(), () -> read(asked)).orElseGet(() ->
        OwnFaults.error(429, "other pictures are being read: send the next one a second later").with("Retry-After", "1")));
  }

  private static Response read(Asked asked) {
    boolean thorough = asked.field("thorough").isPresent();
    return Response.json(200, Json.write((Object) Tree.of("codes",
        asked.file().map(file -> Pictures.seen(file.bytes(), thorough)).orElse(List.of()))));
  }
}
