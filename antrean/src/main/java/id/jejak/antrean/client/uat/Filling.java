package id.jejak.antrean.client.uat;

import id.jejak.antrean.client.uat.Acceptance.Ground;
import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.rs.RsOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills a session until nobody more is taken, each place by a made-up patient who is registered first, and gives all the
 * places back. For one thread.
 */
final class Filling {
  private final HospitalCalls calls;
  private final String token;
  private final Ground ground;
  private final List<String> taken = new ArrayList<>();

  Filling(HospitalCalls calls, String token, Ground ground) {
    this.calls = calls;
    this.token = token;
    this.ground = ground;
  }

  /** Takes one place more than there are; what was said last. */
  Spoken overfill(int places) {
    var said = take(0);
    for (int i = 1; i <= places && said.code() == Code.OK.number(); i++) {
      said = take(i);
    }
    return said;
  }

  private Spoken take(int number) {
    var card = number(ground.newCard(), number + 1);
    var nik = number(ground.newNik(), number + 1);
    var registered = calls.call(RsOperations.REGISTER, token, NewcomerFields.body(card, nik));
    var said = calls.call(RsOperations.TAKE, token, Bodies.wish(ground, card, nik,
        registered.response().path("norm").asString(""), String.format(Locale.ROOT, "%sA%05d", card, number)));
    if (said.code() == Code.OK.number()) {
      taken.add(said.response().path("kodebooking").asString(""));
    }
    return said;
  }

  /** The same digits, so many further, without growing. */
  private static String number(String digits, int further) {
    long next = (Long.parseLong(digits) + further) % (long) Math.pow(10, digits.length());
    return String.format(Locale.ROOT, "%0" + digits.length() + "d", next);
  }

  /** Gives every place back. */
  void release() {
    taken.forEach(code -> calls.call(RsOperations.CANCEL, token, Map.of("kodebooking", code, "keterangan", "uji coba")));
    taken.clear();
  }
}
