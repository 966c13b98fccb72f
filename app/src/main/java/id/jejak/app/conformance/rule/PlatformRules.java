package id.jejak.app.conformance.rule;

import id.jejak.app.conformance.Evidence;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import id.jejak.gateway.contract.GatewayOperations;
import id.jejak.satusehat.contract.EresepOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Access tokens of the SATUSEHAT platform, which KFA, SATUSEHAT and, with one of its own, eresep want. */
final class PlatformRules {
  private static final String SOURCE = "KFA ReST API, bagian 3";
  private static final Words TOKENS = Words.same("POST /oauth2/v1/accesstoken");
  private static final Duration PENALTY = Duration.ofMinutes(1);
  private static final int LIFE_SECONDS = 3_599;
  private static final int ERESEP_SECONDS = 1_800;
  /** A program may be started again; one that asks for every call does it more often. */
  private static final int TOKENS_OF_A_LIFE = 3;

  private PlatformRules() {}

  /** Of asking for a token. */
  static List<Rule> gateway() {
    return List.of(
        Rule.of("gateway.secret", new Words("Rahasia klien hanya dalam badan permintaan", "The client's secret is in the"
            + " body only"), TOKENS, new Words("client_secret tidak ada di alamat", "client_secret is not in the"
            + " address"), SOURCE, traffic -> Judgement.each(tokens(traffic), one ->
                one.seen().asked().query().contains("client_secret") ? Optional.of(new Words("client_secret ada di"
                    + " alamat, yang tercatat di banyak log", "client_secret is in the address, which many logs keep"))
                    : Optional.empty())),
        Rule.of("gateway.reuse", new Words("Token dipakai sampai hampir habis", "The token is used until near its end"),
            TOKENS, new Words("Paling banyak " + TOKENS_OF_A_LIFE + " token per klien selama satu masa berlaku (3.599"
            + " detik)", "At most " + TOKENS_OF_A_LIFE + " tokens a client within one life (3,599 seconds)"), SOURCE,
            PlatformRules::reuse),
        Rule.of("gateway.penalty", new Words("Menunggu satu menit setelah gagal meminta token", "Waits a minute after a"
            + " failed request for a token"), TOKENS, new Words("Tidak ada permintaan token klien itu dalam 60 detik"
            + " setelah gagal", "No token request of that client within 60 seconds of a failure"),
            "koleksi resmi SATUSEHAT: satu menit per kegagalan", PlatformRules::penalty));
  }

  /** Of using one, for a system. */
  static List<Rule> bearer(String system) {
    return List.of(
        Rule.of(system + ".bearer", new Words("Token dikirim sebagai Authorization: Bearer", "The token goes as"
            + " Authorization: Bearer"), new Words("Semua permintaan", "All requests"), new Words(
            "Header Authorization pada setiap permintaan", "The header Authorization with every request"), SOURCE,
            traffic -> Judgement.eachUnlessCorrected(guarded(traffic, system), one ->
                one.header("Authorization").filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7)).isPresent()
                    ? Optional.empty() : Optional.of(new Words("tanpa Authorization: Bearer",
                        "without Authorization: Bearer")))),
        Rule.of(system + ".token", new Words("Token dipakai sebelum habis", "The token is used before its end"),
            new Words("Semua permintaan", "All requests"), new Words("Tidak ada permintaan dengan token yang habis, dan"
            + " token yang ditolak (401) tidak dipakai lagi", "No request with a token that has ended, and none again"
            + " with one that was refused (401)"), SOURCE, traffic -> lives(traffic, system)));
  }

  private static List<Exchange> tokens(Traffic traffic) {
    return traffic.operations(GatewayOperations.TOKEN.id());
  }

  private static List<Exchange> guarded(Traffic traffic, String system) {
    return traffic.where(one -> one.system().equals(system) && one.operation().isPresent()
        && !one.id().equals(EresepOperations.LOGIN.id()));
  }

  private static Judgement reuse(Traffic traffic) {
    var asked = tokens(traffic);
    if (!traffic.timed() && !asked.isEmpty()) {
      return Judgement.notExercised(new Words("Waktu permintaan tidak tercatat.", "Nobody noted when it was."));
    }
    var given = new HashMap<String, List<Instant>>();
    return Judgement.each(asked, one -> {
      if (!one.success()) {
        return Optional.empty();
      }
      var times = given.computeIfAbsent(one.field("client_id").orElse(""), _ -> new ArrayList<>());
      times.add(one.at());
      long recent = times.stream().filter(at -> at.isAfter(one.at().minusSeconds(LIFE_SECONDS))).count();
      return recent > TOKENS_OF_A_LIFE ? Optional.of(new Words("token ke-" + recent + " dalam satu masa berlaku",
          "token number " + recent + " within one life")) : Optional.empty();
    });
  }

  private static Judgement penalty(Traffic traffic) {
    var asked = tokens(traffic);
    if (!traffic.timed() || asked.stream().allMatch(Exchange::success)) {
      return Judgement.notExercised();
    }
    var failed = new HashMap<String, Instant>();
    var broken = new ArrayList<Evidence>();
    for (var one : asked) {
      var client = one.field("client_id").orElse("");
      var last = Optional.ofNullable(failed.get(client));
      if (last.filter(at -> one.at().isBefore(at.plus(PENALTY))).isPresent()) {
        broken.add(Evidence.of(one, new Words("kurang dari satu menit setelah gagal", "less than a minute after a"
            + " failure")));
      }
      if (!one.success() && one.answered()) {
        failed.put(client, one.at());
      }
    }
    return broken.isEmpty() ? Judgement.each(asked, _ -> Optional.empty()) : Judgement.failed(asked.size(), broken);
  }

  private static Judgement lives(Traffic traffic, String system) {
    var ends = traffic.timed() ? ends(traffic) : Map.<String, Instant>of();
    var refused = new HashSet<String>();
    return Judgement.each(guarded(traffic, system), one -> {
      var token = one.header("Authorization").map(text -> text.replaceFirst("(?i)^bearer ", "").strip()).orElse("");
      boolean over = Optional.ofNullable(ends.get(token)).filter(end -> one.at().isAfter(end)).isPresent();
      boolean again = !refused.add(token) && !token.isEmpty();
      if (one.seen().answered().status() != 401 || one.seen().fault() != null) {
        refused.remove(token);
      }
      return over ? Optional.of(new Words("token sudah habis", "the token had ended"))
          : again ? Optional.of(new Words("token yang ditolak dipakai lagi", "a refused token was used again"))
          : Optional.empty();
    });
  }

  /** When each token that was given in this traffic ends. */
  private static Map<String, Instant> ends(Traffic traffic) {
    var ends = new HashMap<String, Instant>();
    tokens(traffic).forEach(one -> {
      var seconds = one.answer().path("expires_in").asString("");
      ends.put(one.answer().path("access_token").asString(""), one.at().plusSeconds(
          seconds.matches("\\d{1,9}") ? Long.parseLong(seconds) : LIFE_SECONDS));
    });
    traffic.operations(EresepOperations.LOGIN.id()).forEach(one ->
        ends.put(one.answer().path("data").path("token").asString(""), one.at().plusSeconds(ERESEP_SECONDS)));
    ends.remove("");
    return ends;
  }
}
