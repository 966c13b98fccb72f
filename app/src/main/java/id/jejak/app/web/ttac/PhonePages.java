package id.jejak.app.web.ttac;

import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.ttac.JtephoneGenerated;
import id.jejak.kernel.http.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Receiving and sending with a phone: its camera reads codes where the browser can, else a photograph is sent here and
 * read. What was read is checked and confirmed on the usual page. Thread-safe.
 */
public final class PhonePages {
  /** Bytes of a form with a photograph. */
  public static final long FORM_BYTES = Pictures.MOST_BYTES + 512 * 1024;
  private static final int ROWS = 100;

  private final TtacPages pages;

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
      read.forEach(code -> all.add(code.strip()));
      var page = asked.page();
      return show(asked, account, String.join("\n", all), read.isEmpty()
          ? page.say("Tidak ada kode yang terbaca. Dekatkan, beri cahaya, dan foto lagi.",
              "No code could be read. Go nearer, give it light, and take another picture.")
          : page.number(read.size()) + " " + page.say("kode terbaca.", "codes read."));
    });
  }
}
