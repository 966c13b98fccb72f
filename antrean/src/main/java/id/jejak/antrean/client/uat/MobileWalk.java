package id.jejak.antrean.client.uat;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.rs.RsOperations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A patient's way as Mobile JKN goes it: token, status, a number (after registering, when the hospital says so), what
 * is left, and check-in. Ends at the first refusal. Thread-safe.
 */
public final class MobileWalk {
  private final HospitalCalls calls;
  private final InstantSource clock;

  /** A walk against a hospital. */
  public MobileWalk(HospitalCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Goes the way.
   *
   * @param wish the body of Ambil Antrean
   * @param newcomer the body of Pasien Baru, for a patient whom the hospital does not know
   */
  public List<Spoken> walk(Map<String, ?> wish, Map<String, ?> newcomer) {
    var said = new ArrayList<Spoken>();
    var token = calls.token();
    said.add(token);
    if (token.code() != Code.OK.number()) {
      return said;
    }
    var key = token.response().path("token").asString("");
    var status = new LinkedHashMap<String, Object>();
    for (var name : List.of("kodepoli", "kodedokter", "tanggalperiksa", "jampraktek")) {
      status.put(name, wish.get(name));
    }
    said.add(calls.call(RsOperations.STATUS, key, status));
    if (said.getLast().code() != Code.OK.number()) {
      return said;
    }
    said.add(calls.call(RsOperations.TAKE, key, wish));
    if (said.getLast().code() == Code.NEW_PATIENT.number()) {
      said.add(calls.call(RsOperations.REGISTER, key, newcomer));
      if (said.getLast().code() == Code.OK.number()) {
        said.add(calls.call(RsOperations.TAKE, key, wish));
      }
    }
    if (said.getLast().code() == Code.OK.number()) {
      var booking = said.getLast().response().path("kodebooking").asString("");
      said.add(calls.call(RsOperations.REMAINING, key, Map.of("kodebooking", booking)));
      said.add(calls.call(RsOperations.CHECK_IN, key, Map.of("kodebooking", booking, "waktu", clock.millis())));
    }
    return said;
  }
}
