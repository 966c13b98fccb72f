package id.jejak.app.conformance.rule;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.LaterOperations;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.crypto.Signature;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a hospital keeps when it talks to BPJS: headers, signature, spellings. The order of tasks is {@link TaskRules}. */
final class BpjsRules {
  /** A signature is 32 bytes. */
  private static final String BASE64_OF_32 = "[A-Za-z0-9+/]{43}=";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String SOURCE = "Katalog WS Antrean; panduan signature BPJS";
  private static final Map<String, Set<String>> PRESCRIPTIONS = Map.of(
      AntreanOperations.TASK.id(), Set.of("Tidak ada", "Racikan", "Non racikan"),
      LaterOperations.ADD_PHARMACY.id(), Set.of("racikan", "non racikan"));

  private BpjsRules() {}

  static List<Rule> all() {
    return List.of(
        rule("antrean.header", new Words("Keempat header dikirim", "The four headers are sent"), new Words(
            "X-cons-id, X-timestamp, X-signature, user_key pada setiap permintaan", "X-cons-id, X-timestamp,"
            + " X-signature, user_key with every request"), traffic -> Judgement.eachUnlessCorrected(
                traffic.of("antrean"), BpjsRules::headers)),
        rule("antrean.timestamp", new Words("X-timestamp dalam detik Unix, saat permintaan dibuat", "X-timestamp is Unix"
            + " time in seconds, of the moment of the request"), new Words("10 angka; selisih paling banyak 5 menit",
            "10 digits; off by five minutes at the most"), traffic -> Judgement.eachUnlessCorrected(
                having(traffic, Header.TIMESTAMP), one -> timestamp(traffic, one))),
        rule("antrean.signature", new Words("X-signature benar", "X-signature is right"), new Words(
            "base64 dari HMAC-SHA256 atas cons_id&timestamp dengan secret key", "base64 of HMAC-SHA256 over"
            + " cons_id&timestamp under the secret key"), traffic -> Judgement.eachUnlessCorrected(
                having(traffic, Header.SIGNATURE), one -> signature(traffic, one))),
        rule("antrean.json", new Words("Badan permintaan adalah objek JSON", "Bodies are JSON objects"), new Words(
            "JSON, apa pun Content-Type-nya", "JSON, whatever the Content-Type says"), traffic ->
                Judgement.eachUnlessCorrected(traffic.where(one -> one.system().equals("antrean")
                    && one.seen().asked().size() > 0 && !one.cut()), BpjsRules::json)),
        rule("antrean.booking", new Words("Hanya kode booking yang dikenal BPJS dipakai", "Only bookings that BPJS knows"
            + " are used"), new Words("Tambah antrean lebih dahulu; booking Mobile JKN sudah dikenal", "Added first;"
            + " bookings of Mobile JKN are known already"), traffic -> Judgement.eachUnlessCorrected(
                traffic.where(one -> one.id().matches("antrean\\.(task|queue|pharmacy)\\..*")), BpjsRules::unknown)),
        rule("antrean.millis", new Words("Waktu dikirim dalam milidetik", "Times are sent in milliseconds"), new Words(
            "waktu dan estimasidilayani 13 angka", "waktu and estimasidilayani have 13 digits"), traffic ->
                Judgement.eachUnlessCorrected(traffic.where(one -> one.field("waktu").isPresent()
                    && one.id().startsWith("antrean.task") || one.field("estimasidilayani").isPresent()),
                    BpjsRules::millis)),
        rule("antrean.prescription", new Words("jenisresep ditulis seperti layanannya", "jenisresep is spelled as the"
            + " service spells it"), new Words("updatewaktu: Tidak ada, Racikan, Non racikan; farmasi/add: racikan, non"
            + " racikan", "updatewaktu: Tidak ada, Racikan, Non racikan; farmasi/add: racikan, non racikan"), traffic ->
                Judgement.eachUnlessCorrected(traffic.where(one -> PRESCRIPTIONS.containsKey(one.id())
                    && one.field("jenisresep").isPresent()), BpjsRules::prescription)));
  }

  private static Rule rule(String id, Words scenario, Words expected,
      java.util.function.Function<Traffic, Judgement> check) {
    return Rule.of(id, scenario, new Words("Semua permintaan ke BPJS", "All requests to BPJS"), expected, SOURCE, check);
  }

  private static List<Exchange> having(Traffic traffic, String header) {
    return traffic.where(one -> one.system().equals("antrean") && one.header(header).isPresent());
  }

  private static Optional<Words> headers(Exchange one) {
    var missing = List.of(Header.CONS_ID, Header.TIMESTAMP, Header.SIGNATURE, Header.USER_KEY).stream()
        .filter(name -> one.header(name).isEmpty()).toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(new Words("tanpa header " + String.join(", ", missing)
        + proxy(missing, " (proksi seperti nginx membuang nama dengan garis bawah)"), "without " + String.join(", ",
        missing) + proxy(missing, " (proxies such as nginx drop names with an underscore)")));
  }

  private static String proxy(List<String> missing, String hint) {
    return missing.equals(List.of(Header.USER_KEY)) ? hint : "";
  }

  private static Optional<Words> timestamp(Traffic traffic, Exchange one) {
    var given = one.header(Header.TIMESTAMP).orElse("");
    if (!given.matches("\\d{10}")) {
      return Optional.of(new Words("bukan 10 angka (" + given.length() + " karakter)", "not 10 digits ("
          + given.length() + " characters)"));
    }
    boolean late = traffic.recorded() && one.timed() && Duration.between(Instant.ofEpochSecond(Long.parseLong(given)),
        one.at()).abs().compareTo(TOLERANCE) > 0;
    return late || said(one, Message.SERVICE_EXPIRED) ? Optional.of(new Words("lebih dari 5 menit dari waktu permintaan",
        "more than five minutes from when it was asked")) : Optional.empty();
  }

  private static Optional<Words> signature(Traffic traffic, Exchange one) {
    var given = one.header(Header.SIGNATURE).orElse("");
    if (!given.matches(BASE64_OF_32)) {
      return Optional.of(new Words("bukan base64 dari 32 byte", "not base64 of 32 bytes"));
    }
    var id = one.header(Header.CONS_ID).orElse("");
    boolean wrong = traffic.secrets().apply(id).map(secret -> !Signature.matches(given, id,
        one.header(Header.TIMESTAMP).orElse(""), secret.reveal())).orElse(said(one, Message.SIGNATURE_WRONG));
    return wrong ? Optional.of(new Words("bukan HMAC atas cons_id&timestamp dari header yang dikirim", "not the HMAC"
        + " over cons_id&timestamp of the headers that were sent")) : Optional.empty();
  }

  /** Whether BPJS's side said so; what others say in other words is not known. */
  private static boolean said(Exchange one, Message message) {
    var metadata = one.answer().path("metadata").isObject() ? one.answer().path("metadata")
        : one.answer().path("metaData");
    return metadata.path("message").asString("").equalsIgnoreCase(message.text());
  }

  private static Optional<Words> json(Exchange one) {
    return one.sent().isObject() ? Optional.empty() : Optional.of(new Words("badan bukan objek JSON",
        "the body is no JSON object"));
  }

  private static Optional<Words> unknown(Exchange one) {
    return said(one, Message.BOOKING_UNKNOWN) ? Optional.of(new Words("kode booking belum dikenal BPJS",
        "BPJS does not know the booking")) : Optional.empty();
  }

  private static Optional<Words> millis(Exchange one) {
    var wrong = List.of("waktu", "estimasidilayani").stream().filter(name -> one.field(name)
        .filter(text -> !text.matches("\\d{13}")).isPresent()).toList();
    return wrong.isEmpty() ? Optional.empty() : Optional.of(new Words(String.join(", ", wrong) + " bukan milidetik (13"
        + " angka)", String.join(", ", wrong) + " is not in milliseconds (13 digits)"));
  }

  private static Optional<Words> prescription(Exchange one) {
    var known = PRESCRIPTIONS.getOrDefault(one.id(), Set.of());
    return one.field("jenisresep").filter(known::contains).isPresent() ? Optional.empty()
        : Optional.of(new Words("jenisresep lain dari yang ditulis dokumen untuk layanan ini",
            "jenisresep is spelled otherwise than for this service"));
  }
}
