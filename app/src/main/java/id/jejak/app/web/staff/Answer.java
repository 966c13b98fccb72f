package id.jejak.app.web.staff;

import id.jejak.app.web.ground.Page;
import tools.jackson.databind.JsonNode;

/**
 * What the facility's API answered.
 *
 * @param status HTTP status; {@link #LOST} when no answer came back
 * @param body what was answered as JSON; a missing node when it was none
 * @param bytes as they came
 * @param type the content type; empty when there is none
 */
public record Answer(int status, JsonNode body, byte[] bytes, String type) {
  /** Status of an answer that never came: what was asked for may have been done. */
  public static final int LOST = 0;

  /** Whether it was done. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** What went wrong, for the reader; empty when nothing did. */
  public String message(Page page) {
    if (ok()) {
      return "";
    }
    var said = said();
    var words = words(page);
    return said.isEmpty() ? words + "." : words + ": " + said;
  }

  /** Every part of the facility has an envelope of its own; the words are in one of these places. */
  private String said() {
    for (var place : new String[] {"/error/message", "/message", "/error/0/message"}) {
      var text = body.at(place);
      if (text.isString()) {
        return text.stringValue();
      }
    }
    return "";
  }

  private String words(Page page) {
    return switch (status) {
      case LOST -> page.say("Jawaban hilang, mungkin sudah tercatat; lihat dahulu sebelum mengulang",
          "The answer was lost and it may have been done; look before you do it again");
      case 400, 422 -> page.say("Isian belum benar", "Something is not filled in right");
      case 401 -> page.say("Tidak dikenali", "Not known");
      case 403 -> page.say("Peran Anda tidak mengizinkan ini", "Your roles do not allow this");
      case 404 -> page.say("Tidak ditemukan", "Not found");
      case 409 -> page.say("Tidak dapat dilakukan", "Cannot be done");
      default -> status < 500 ? page.say("Ditolak", "Refused")
          : page.say("Layanan fasilitas terganggu", "The facility's service is disturbed");
    };
  }
}
