package id.jejak.app.conformance.rule;

import id.jejak.app.conformance.Evidence;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import id.jejak.app.sandbox.traffic.Hint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every client of every system keeps. */
final class CommonRules {
  private static final int WAIT_SECONDS = 60;

  private CommonRules() {}

  /**
   * The rules, for one system.
   *
   * @param writes ids of operations that must not be done twice
   */
  static List<Rule> of(String system, Set<String> writes) {
    return List.of(
        Rule.of(system + ".address", new Words("Setiap permintaan sampai ke layanan yang ada", "Every request reaches a"
            + " service that there is"), new Words("Semua permintaan", "All requests"),
            new Words("Metode dan alamat seperti dalam dokumen", "Method and address as in the document"),
            "daftar operasi", traffic -> address(traffic.of(system))),
        Rule.of(system + ".patience", new Words("Menunggu bila diminta menunggu (429)", "Waits when asked to (429)"),
            new Words("Permintaan setelah jawaban 429", "Requests after an answer of 429"),
            new Words("Tidak ada permintaan ke layanan itu sebelum Retry-After lewat", "No request to that service"
                + " before Retry-After has passed"), "RFC 6585", traffic -> patience(traffic, system)),
        Rule.of(system + ".repeat", new Words("Yang sudah berhasil tidak dikirim lagi", "What was done is not sent"
            + " again"), new Words("Permintaan yang sama persis setelah jawaban berhasil", "The very same request after"
            + " a success"), new Words("Tidak ada", "None"), "dokumen; kewajaran klien",
            traffic -> repeat(traffic.where(one -> writes.contains(one.id())))));
  }

  private static Judgement address(List<Exchange> all) {
    return Judgement.each(all, one -> one.operation().isPresent() ? Optional.empty() : Optional.of(
        one.told().hints().stream().findFirst().map(CommonRules::words).orElse(new Words(
            "tidak ada layanan di alamat ini", "there is no service at this address"))));
  }

  static Words words(Hint hint) {
    return new Words(hint.id(), hint.en());
  }

  private static Judgement patience(Traffic traffic, String system) {
    var all = traffic.of(system);
    if (!traffic.timed() || all.stream().noneMatch(one -> one.seen().answered().status() == 429)) {
      return Judgement.notExercised();
    }
    var until = new HashMap<String, java.time.Instant>();
    var broken = new ArrayList<Evidence>();
    for (var one : all) {
      if (Optional.ofNullable(until.get(one.id())).filter(one.at()::isBefore).isPresent()) {
        broken.add(Evidence.of(one, new Words("dikirim sebelum waktu tunggu lewat", "sent before the wait was over")));
      }
      if (one.seen().answered().status() == 429) {
        var wait = one.seen().answered().headers().first("Retry-After").filter(text -> text.matches("\\d{1,6}"))
            .map(Integer::parseInt).orElse(WAIT_SECONDS);
        until.put(one.id(), one.at().plus(Duration.ofSeconds(wait)));
      }
    }
    return broken.isEmpty() ? Judgement.each(all, _ -> Optional.empty()) : Judgement.failed(all.size(), broken);
  }

  private static Judgement repeat(List<Exchange> writes) {
    var done = new HashSet<String>();
    return Judgement.each(writes, one -> {
      var key = one.id() + " " + one.seen().asked().path() + " "
          + new String(one.seen().asked().body(), StandardCharsets.UTF_8);
      boolean again = !one.cut() && done.contains(key);
      if (one.success() && one.answered() || one.told().code().startsWith("208")) {
        done.add(key);
      }
      return again ? Optional.of(new Words("dikirim lagi walaupun sudah berhasil", "sent again although it was done"))
          : Optional.empty();
    });
  }
}
