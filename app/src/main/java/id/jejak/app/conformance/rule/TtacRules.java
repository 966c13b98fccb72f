package id.jejak.app.conformance.rule;

import id.jejak.app.conformance.Evidence;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.contract.TtacOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a distributor or a facility keeps when it talks to TTAC: tokens and batches. */
final class TtacRules {
  private static final Words ALL = new Words("Semua permintaan ke TTAC", "All requests to TTAC");
  private static final Words MOVES = new Words("Kirim dan terima produk", "Sending and receiving products");
  private static final String GUIDE = "PIA 3.0.1, bagian II";
  /** So many single barcodes after each other, to one service, are a list that was sent one by one. */
  private static final int ONE_BY_ONE = 10;
  private static final Duration TOGETHER = Duration.ofMinutes(1);
  /** A program may be started again; one that logs in for every call does it more often. */
  private static final int LOGINS = 3;

  private TtacRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.of("ttac.token", new Words("Token dikirim pada setiap permintaan", "Every request carries the token"), ALL,
            new Words("Parameter token terisi", "The parameter token is there"), GUIDE, traffic ->
                Judgement.eachUnlessCorrected(moves(traffic, "ttac."), one -> one.field("token").isPresent()
                    ? Optional.empty() : Optional.of(new Words("tanpa token", "without a token")))),
        Rule.of("ttac.token.over", new Words("Token yang tidak berlaku tidak dipakai lagi", "A token that is not good is"
            + " not used again"), ALL, new Words("Setelah E003 login lagi, dan memakai token baru", "After E003 a login,"
            + " and the new token"), GUIDE, TtacRules::over),
        Rule.of("ttac.token.reuse", new Words("Token dipakai selama berlaku (30 hari)", "The token is used while it is"
            + " good (30 days)"), new Words("Login", "Login"), new Words("Tidak login untuk setiap permintaan",
            "No login for every request"), GUIDE, TtacRules::logins),
        Rule.of("ttac.level", new Words("Satu tingkat kemasan setiap transaksi", "One level of packs a transaction"),
            MOVES, new Words("Semua primer, semua sekunder, atau semua tersier", "All primer, all sekunder or all"
            + " tersier"), "PIA 3.0.1, 4.2 dan 5.2", traffic -> Judgement.eachUnlessCorrected(moved(traffic), one ->
                one.answer().path("message").asString("").equals(Sentence.mixedLevels()) ? Optional.of(new Words(
                    "tingkat kemasan bercampur", "levels of packs are mixed")) : Optional.empty())),
        Rule.of("ttac.batch", new Words("Banyak barcode dikirim dalam satu permintaan", "Many barcodes go in one"
            + " request"), MOVES, new Words("Larik barcode, bukan satu permintaan setiap barcode; paling banyak "
            + Limits.BARCODES_MOVED, "An array of barcodes, not a request for each; at most " + Limits.BARCODES_MOVED),
            "PIA 3.0.1, 4.2 dan 5.2; klien produksi mengirim 1.500", TtacRules::batches));
  }

  /** Everything that needs a token. */
  private static List<Exchange> moves(Traffic traffic, String prefix) {
    return traffic.where(one -> one.id().startsWith(prefix) && !one.id().equals(TtacOperations.LOGIN.id())
        && one.operation().filter(operation -> operation.params().stream().anyMatch(param ->
            param.name().equals("token"))).isPresent());
  }

  private static List<Exchange> moved(Traffic traffic) {
    return traffic.where(one -> one.id().equals(TtacOperations.SEND.id())
        || one.id().equals(TtacOperations.RECEIVE.id()));
  }

  private static Judgement over(Traffic traffic) {
    var dead = new HashSet<String>();
    return Judgement.each(moves(traffic, "ttac."), one -> {
      var token = one.field("token").orElse("");
      boolean again = dead.contains(token);
      if (one.told().code().equals(Code.E003.name())) {
        dead.add(token);
      }
      return again ? Optional.of(new Words("dipakai lagi setelah E003", "used again after E003")) : Optional.empty();
    });
  }

  private static Judgement logins(Traffic traffic) {
    var logins = traffic.where(one -> one.id().equals(TtacOperations.LOGIN.id()));
    return Judgement.each(logins, new Function<>() {
      private final HashMap<String, Integer> good = new HashMap<>();

      @Override
      public Optional<Words> apply(Exchange one) {
        int count = one.success() ? good.merge(one.field("email").orElse(""), 1, Integer::sum) : 0;
        return count > LOGINS ? Optional.of(new Words("login ke-" + count + " padahal token masih berlaku",
            "login number " + count + " while the token was good")) : Optional.empty();
      }
    });
  }

  private static Judgement batches(Traffic traffic) {
    var moved = moved(traffic);
    if (moved.isEmpty()) {
      return Judgement.notExercised();
    }
    var broken = new ArrayList<Evidence>();
    int alone = 0;
    for (int i = 0; i < moved.size(); i++) {
      var one = moved.get(i);
      int size = one.sent().path("barcode").isArray() ? one.sent().path("barcode").size() : 1;
      if (size > Limits.BARCODES_MOVED) {
        broken.add(Evidence.of(one, new Words(size + " barcode sekaligus", size + " barcodes at once")));
      }
      alone = size == 1 && (i == 0 || follows(moved.get(i - 1), one)) ? alone + 1 : size == 1 ? 1 : 0;
      if (alone == ONE_BY_ONE) {
        broken.add(Evidence.of(one, new Words(ONE_BY_ONE + " barcode dikirim satu per satu", ONE_BY_ONE
            + " barcodes were sent one by one")));
      }
    }
    return broken.isEmpty() ? Judgement.each(moved, _ -> Optional.empty()) : Judgement.failed(moved.size(), broken);
  }

  private static boolean follows(Exchange before, Exchange one) {
    return before.id().equals(one.id()) && before.field("token").equals(one.field("token"))
        && before.field("id_sarana_tujuan").equals(one.field("id_sarana_tujuan"))
        && Duration.between(before.at(), one.at()).compareTo(TOGETHER) < 0;
  }
}
