package id.jejak.app.conformance.rule;

import id.jejak.antrean.contract.Code;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a hospital's own services keep when Mobile JKN calls them: here the answers are judged. */
final class HospitalRules {
  private static final String SOURCE = "Katalog WS Antrean RS";
  private static final String SYSTEM = "rs";
  /** Later names of fields that the slides write otherwise: one of the two is enough. */
  private static final Map<String, String> ALIASES = Map.of("sisakuotajkn", "sisaquotajkn", "kuotajkn", "quotajkn",
      "sisakuotanonjkn", "sisaquotanonjkn", "kuotanonjkn", "quotanonjkn");

  private HospitalRules() {}

  static List<Rule> all() {
    return List.of(
        rule("rs.envelope", new Words("Setiap jawaban adalah amplop JSON dengan metadata", "Every answer is a JSON"
            + " envelope with metadata"), new Words("metadata.code bilangan bulat, metadata.message teks",
            "metadata.code is a whole number, metadata.message a text"), HospitalRules::envelope),
        rule("rs.broken", new Words("Tidak ada kesalahan server", "No server error"), new Words(
            "Tidak ada HTTP 5xx, dan selalu ada jawaban", "No HTTP 5xx, and always an answer"), one ->
                one.seen().answered().status() >= 500 || one.seen().answered().status() == 0 ? Optional.of(new Words(
                    "HTTP " + one.seen().answered().status(), "HTTP " + one.seen().answered().status()))
                    : Optional.empty()),
        rule("rs.words", new Words("Pesan seperti dalam form UAT", "Messages as in the UAT form"), new Words(
            "Kode yang tercantum untuk layanan itu; kata-kata lain dicatat", "A code that the service has; other words"
            + " are noted"), HospitalRules::code),
        rule("rs.shape", new Words("Isi response seperti dalam dokumen", "Responses have the document's members"),
            new Words("Semua field ada, angka ditulis sebagai angka", "Every field is there, and numbers are numbers"),
            HospitalRules::shape),
        Rule.of("rs.numbers", new Words("Nomor antrean dan kode booking tidak pernah ganda", "No number and no booking is"
            + " given twice"), Words.same("Ambil Antrean"), new Words("angkaantrean berbeda dalam satu sesi; kodebooking"
            + " selalu berbeda", "angkaantrean differs within a session; kodebooking always"), SOURCE, traffic ->
                Judgement.each(taken(traffic), twice())),
        Rule.of("rs.quota", new Words("Kuota tidak pernah terlampaui", "The quota is never overrun"),
            new Words("Status dan Ambil Antrean", "Status and Ambil Antrean"), new Words("Sisa kuota dari 0 sampai kuota",
            "What is left is from 0 to the quota"), SOURCE, traffic -> Judgement.each(traffic.where(one -> one.success()
                && (one.id().equals(RsOperations.STATUS.id()) || one.id().equals(RsOperations.TAKE.id()))),
                HospitalRules::quota)),
        Rule.of("rs.guarded", new Words("Tanpa token yang benar tidak ada yang dijawab", "Nothing is answered without a"
            + " good token"), new Words("Permintaan tanpa x-token atau dengan token karangan", "Requests without x-token"
            + " or with a made-up one"), new Words("201 Token Expired, atau penolakan lain", "201 Token Expired, or"
            + " another refusal"), SOURCE, HospitalRules::guarded));
  }

  private static Rule rule(String id, Words scenario, Words expected, Function<Exchange, Optional<Words>> breach) {
    return Rule.of(id, scenario, new Words("Semua jawaban rumah sakit", "All answers of the hospital"), expected, SOURCE,
        traffic -> Judgement.each(traffic.where(one -> one.system().equals(SYSTEM) && one.seen().fault() == null),
            breach));
  }

  private static JsonNode metadata(Exchange one) {
    return one.answer().path("metadata").isObject() ? one.answer().path("metadata") : one.answer().path("metaData");
  }

  private static Optional<Words> envelope(Exchange one) {
    var metadata = metadata(one);
    if (!metadata.isObject()) {
      return Optional.of(new Words("tanpa metadata", "no metadata"));
    }
    if (!metadata.path("code").isIntegralNumber()) {
      return Optional.of(new Words("metadata.code bukan bilangan bulat", "metadata.code is no whole number"));
    }
    return metadata.path("message").isString() ? Optional.empty() : Optional.of(new Words(
        "metadata.message bukan teks", "metadata.message is no text"));
  }

  private static Optional<Words> code(Exchange one) {
    var code = metadata(one).path("code").asString("");
    boolean known = one.operation().filter(operation -> operation.outcomes().stream()
        .anyMatch(outcome -> outcome.code().startsWith(code + " "))).isPresent();
    return known || one.operation().isEmpty() ? Optional.empty() : Optional.of(new Words("kode " + code
        + " tidak tercantum untuk layanan ini", "code " + code + " is none of this service"));
  }

  private static Optional<Words> shape(Exchange one) {
    var example = one.operation().map(operation -> operation.successExample()).orElse("");
    if (!one.success() || example.isEmpty()) {
      return Optional.empty();
    }
    var wrong = new ArrayList<String>();
    compare("response", Json.read(example), one.answer().path("response"), wrong);
    return wrong.isEmpty() ? Optional.empty() : Optional.of(Words.same(String.join(", ", wrong)));
  }

  private static void compare(String at, JsonNode example, JsonNode given, List<String> wrong) {
    for (var member : example.properties()) {
      var name = member.getKey();
      var value = given.has(name) ? given.path(name) : given.path(ALIASES.getOrDefault(name, name));
      var path = at + "." + name;
      if (value.isMissingNode()) {
        wrong.add(path + " -");
      } else if (member.getValue().isArray()) {
        value.forEach(row -> compare(path + "[]", member.getValue().path(0), row, wrong));
      } else if (!value.isNull() && member.getValue().isNumber() != value.isNumber()) {
        wrong.add(path + (value.isNumber() ? " ≠ \"...\"" : " ≠ 0-9"));
      }
    }
  }

  private static List<Exchange> taken(Traffic traffic) {
    return traffic.where(one -> one.id().equals(RsOperations.TAKE.id()) && one.success());
  }

  private static Function<Exchange, Optional<Words>> twice() {
    var numbers = new HashSet<String>();
    var codes = new HashSet<String>();
    return one -> {
      var response = one.answer().path("response");
      var session = String.join("|", List.of("kodepoli", "kodedokter", "tanggalperiksa", "jampraktek").stream()
          .map(name -> one.field(name).orElse("")).toList());
      boolean number = numbers.add(session + "|" + response.path("angkaantrean").asString(""));
      return number && codes.add(response.path("kodebooking").asString("")) ? Optional.empty()
          : Optional.of(new Words("nomor atau kode booking pernah diberikan", "the number or the code was given before"));
    };
  }

  private static Optional<Words> quota(Exchange one) {
    var response = one.answer().path("response");
    var wrong = List.of("jkn", "nonjkn").stream().filter(kind -> {
      int left = number(response, "sisakuota" + kind, "sisaquota" + kind);
      int all = number(response, "kuota" + kind, "quota" + kind);
      return left < 0 || left > all;
    }).toList();
    return wrong.isEmpty() ? Optional.empty() : Optional.of(Words.same("sisakuota" + String.join(", sisakuota", wrong)));
  }

  private static int number(JsonNode response, String later, String slides) {
    var value = response.has(later) ? response.path(later) : response.path(slides);
    var text = value.asString("");
    return text.matches("-?\\d{1,8}") ? Integer.parseInt(text) : 0;
  }

  /** Tokens that were given in this traffic are good; of others nothing is known, so refused ones count only. */
  private static Judgement guarded(Traffic traffic) {
    var given = new HashSet<String>();
    traffic.where(one -> one.id().equals(RsOperations.TOKEN.id()) && one.success())
        .forEach(one -> given.add(one.answer().path("response").path("token").asString("")));
    var strange = traffic.where(one -> one.system().equals(SYSTEM) && one.operation().isPresent()
        && !one.id().equals(RsOperations.TOKEN.id()) && one.header("x-token").filter(given::contains).isEmpty()
        && (one.header("x-token").isEmpty() || !given.isEmpty()));
    return Judgement.each(strange, one -> metadata(one).path("code").asString("").equals(Integer.toString(
        Code.OK.number())) ? Optional.of(new Words("dijawab berhasil tanpa token yang benar", "answered with success"
            + " without a good token")) : Optional.empty());
  }
}
