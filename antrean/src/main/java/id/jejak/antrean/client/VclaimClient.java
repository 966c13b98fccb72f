package id.jejak.antrean.client;

import id.jejak.antrean.contract.VclaimOperations;
import id.jejak.antrean.contract.vclaim.Letter;
import id.jejak.antrean.contract.vclaim.LetterClinic;
import id.jejak.antrean.contract.vclaim.LetterDoctor;
import id.jejak.antrean.contract.vclaim.LetterRow;
import id.jejak.antrean.contract.vclaim.SpecialRow;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Operation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Letters of control and referrals at VClaim. A write without answer stays unknown: VClaim tells a repeat apart only by
 * its lists, so look there before writing again. Thread-safe.
 */
public final class VclaimClient {
  private final SignedCalls calls;

  /**
   * A client. Nothing is sent until the first call.
   *
   * @param base path before every service, such as {@code /vclaim-rest}
   */
  public VclaimClient(Handler transport, String base, BpjsCredentials credentials, InstantSource clock) {
    this.calls = new SignedCalls(transport, base, credentials, clock);
  }

  /** A plan of control. */
  public record Plan(String sep, int doctor, String clinic, LocalDate day, String clerk) {
    private Map<String, Object> body() {
      return new LinkedHashMap<>(Map.of("noSEP", sep, "kodeDokter", Integer.toString(doctor), "poliKontrol", clinic,
          "tglRencanaKontrol", day.toString(), "user", clerk));
    }
  }

  /**
   * A referral to another hospital.
   *
   * @param service 1 inpatient, 2 outpatient
   * @param kind 0 full, 1 partial, 2 back
   */
  public record Referral(String target, int service, String remark, String diagnosis, int kind, String clinic,
      String clerk) {
    private Map<String, Object> body() {
      return new LinkedHashMap<>(Map.of("ppkDirujuk", target, "jnsPelayanan", Integer.toString(service), "catatan",
          remark, "diagRujukan", diagnosis, "tipeRujukan", Integer.toString(kind), "poliRujukan", clinic, "user",
          clerk));
    }
  }

  /** Writes a letter of control. */
  public Answer<Letter> insert(Plan plan) {
    return calls.write(VclaimOperations.INSERT_CONTROL, Map.of("request", plan.body())).map(VclaimClient::letter);
  }

  /** Changes a letter of control. */
  public Answer<Letter> update(String number, Plan plan) {
    var body = plan.body();
    body.put("noSuratKontrol", number);
    return calls.write(VclaimOperations.UPDATE_CONTROL, Map.of("request", body)).map(VclaimClient::letter);
  }

  /** Removes a letter of control. */
  public Answer<Acknowledged> delete(String number, String clerk) {
    return done(VclaimOperations.DELETE_CONTROL, Map.of("request", Map.of("t_suratkontrol",
        Map.of("noSuratKontrol", number, "user", clerk))));
  }

  /** Who practises at a clinic on a day. */
  public Answer<List<LetterDoctor>> doctors(String clinic, LocalDate day) {
    return rows(VclaimOperations.CONTROL_DOCTORS, Map.of("jenis", 2, "kdpoli", clinic, "tanggal", day), row ->
        new LetterDoctor(text(row, "kodeDokter"), text(row, "namaDokter"), text(row, "jadwalPraktek").replace(" ", ""),
            text(row, "kapasitas")));
  }

  /** The clinics that are open on a day for the holder of an SEP. */
  public Answer<List<LetterClinic>> clinics(String sep, LocalDate day) {
    return rows(VclaimOperations.CONTROL_CLINICS, Map.of("jenis", 2, "nomor", sep, "tanggal", day), row ->
        new LetterClinic(text(row, "kodePoli"), text(row, "namaPoli"), text(row, "kapasitas"),
            text(row, "jmlRencanaKontroldanRujukan"), text(row, "persentase")));
  }

  /** The letters of this hospital, by the day of the plan. */
  public Answer<List<LetterRow>> letters(LocalDate from, LocalDate to) {
    return rows(VclaimOperations.CONTROLS, Map.of("awal", from, "akhir", to, "filter", 2), VclaimClient::row);
  }

  /** The letters of a member, by the day of the plan. */
  public Answer<List<LetterRow>> lettersOf(String card, YearMonth month) {
    return rows(VclaimOperations.CONTROLS_OF_CARD, Map.of("bulan", String.format(Locale.ROOT, "%02d",
        month.getMonthValue()), "tahun", month.getYear(), "noka", card, "filter", 2), VclaimClient::row);
  }

  /** An SEP, as VClaim shows it for a plan. */
  public Answer<JsonNode> sep(String number) {
    return calls.read(VclaimOperations.CONTROL_SEP, Map.of("nosep", number), Map.of()).map(Told::response);
  }

  /** A letter with its SEP, as VClaim shows it. */
  public Answer<JsonNode> letter(String number) {
    return calls.read(VclaimOperations.CONTROL, Map.of("nomor", number), Map.of()).map(Told::response);
  }

  /** The special referrals of a month. */
  public Answer<List<SpecialRow>> specials(YearMonth month) {
    return calls.read(VclaimOperations.SPECIALS, Map.of("bulan", month.getMonthValue(), "tahun", month.getYear()),
        Map.of()).map(told -> told.response().path("rujukan").valueStream().map(VclaimClient::special).toList());
  }

  /**
   * Writes a special referral.
   *
   * @param diagnoses such as {@code P;N18}
   */
  public Answer<SpecialRow> insertSpecial(String referral, List<String> diagnoses, List<String> procedures,
      String clerk) {
    return calls.write(VclaimOperations.INSERT_SPECIAL, Map.of("noRujukan", referral, "diagnosa", codes(diagnoses),
        "procedure", codes(procedures), "user", clerk)).map(told -> special(told.response().path("rujukan")));
  }

  private static List<Map<String, String>> codes(List<String> codes) {
    return codes.stream().map(code -> Map.of("kode", code)).toList();
  }

  /** Removes a special referral. */
  public Answer<Acknowledged> deleteSpecial(String id, String referral, String clerk) {
    return done(VclaimOperations.DELETE_SPECIAL, Map.of("request", Map.of("t_rujukan",
        Map.of("idRujukan", id, "noRujukan", referral, "user", clerk))));
  }

  /** Refers a member to another hospital; answers the number, which a partial referral has not. */
  public Answer<Optional<String>> refer(String sep, LocalDate day, Referral referral) {
    var body = referral.body();
    body.put("noSep", sep);
    body.put("tglRujukan", day.toString());
    return calls.write(VclaimOperations.INSERT_REFERRAL, Map.of("request", Map.of("t_rujukan", body))).map(told ->
        Optional.of(text(told.response().path("rujukan"), "noRujukan")).filter(number -> !number.isEmpty()));
  }

  /** Changes a referral. */
  public Answer<Acknowledged> updateReferral(String number, Referral referral) {
    var body = referral.body();
    body.put("noRujukan", number);
    return done(VclaimOperations.UPDATE_REFERRAL, Map.of("request", Map.of("t_rujukan", body)));
  }

  private Answer<Acknowledged> done(Operation operation, Object body) {
    return calls.write(operation, body).map(told -> new Acknowledged(told.message()));
  }

  private <T> Answer<List<T>> rows(Operation operation, Map<String, ?> path, Function<JsonNode, T> row) {
    return calls.read(operation, path, Map.of()).map(told -> Reading.rows(told.response(), row));
  }

  private static Letter letter(Told told) {
    var row = told.response();
    return new Letter(text(row, "noSuratKontrol"), text(row, "tglRencanaKontrol"), text(row, "namaDokter"),
        text(row, "noKartu"), text(row, "nama"), text(row, "kelamin"), text(row, "tglLahir"));
  }

  private static LetterRow row(JsonNode row) {
    return new LetterRow(text(row, "noSuratKontrol"), text(row, "jnsPelayanan"), text(row, "jnsKontrol"),
        text(row, "namaJnsKontrol"), text(row, "tglRencanaKontrol"), text(row, "tglTerbitKontrol"),
        text(row, "noSepAsalKontrol"), text(row, "poliAsal"), text(row, "namaPoliAsal"), text(row, "poliTujuan"),
        text(row, "namaPoliTujuan"), text(row, "tglSEP"), text(row, "kodeDokter"), text(row, "namaDokter"),
        text(row, "noKartu"), text(row, "nama"), text(row, "terbitSEP"));
  }

  private static SpecialRow special(JsonNode row) {
    return new SpecialRow(text(row, "idrujukan"), text(row, "norujukan"), text(row, "nokapst"), text(row, "nmpst"),
        text(row, "diagppk"), text(row, "tglrujukan_awal"), text(row, "tglrujukan_berakhir"));
  }

  private static String text(JsonNode row, String name) {
    return Reading.text(row, name);
  }
}
