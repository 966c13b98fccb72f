package id.jejak.app.web.console;

import id.jejak.app.sandbox.PlannedFault;
import id.jejak.app.web.ground.Page;
import java.util.Arrays;

/** What each kind of fault is, for people. */
public final class SandboxWords {
  private SandboxWords() {}

  /** One kind, by its name on the wire. */
  public static String of(Page page, String wire) {
    var kind = Arrays.stream(PlannedFault.Kind.values()).filter(one -> one.wire().equals(wire)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind " + wire));
    return switch (kind) {
      case ERROR -> page.say("galat sistem, dalam bentuk sistem itu", "breaks, in the system's own envelope");
      case REFUSE -> page.say("ditolak dengan kode dokumen", "refused with a code of the document");
      case DROP_AFTER_COMMIT -> page.say("tersimpan, jawaban hilang", "saved, answer lost");
      case CUT_ANSWER -> page.say("tersimpan, jawaban terpotong", "saved, half of the answer");
      case CUT -> page.say("diputus, tidak ada yang tersimpan", "cut, nothing saved");
      case DELAY -> page.say("terlambat", "late");
      case HTML -> page.say("500 dengan halaman web", "500 with a web page");
      case EMPTY -> page.say("200 tanpa isi", "200 without a body");
      case UNAVAILABLE -> page.say("503", "503");
      case GATEWAY_TIMEOUT -> page.say("504", "504");
      case BLOCKED -> page.say("403 dengan halaman tembok api", "403 with the page of a firewall");
      case RATE_LIMIT -> page.say("429, coba lagi nanti", "429, come again later");
      case TOKEN_EXPIRED -> page.say("token tidak berlaku lagi", "token not good any more");
      case WRONG_SIGNATURE -> page.say("tanda tangan salah", "wrong signature");
    };
  }
}
