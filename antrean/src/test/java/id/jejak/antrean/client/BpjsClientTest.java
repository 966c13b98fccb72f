package id.jejak.antrean.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import id.jejak.antrean.TestAntrean;
import id.jejak.antrean.contract.Header;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The client against our own server, over good lines and bad ones. */
class BpjsClientTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 16);
  private static TestAntrean bpjs;
  private Faults faults;
  private BpjsClient client;

  @BeforeAll
  static void start() {
    bpjs = new TestAntrean();
  }

  @AfterAll
  static void stop() {
    bpjs.close();
  }

  @BeforeEach
  void fresh() {
    bpjs.reset();
    faults = new Faults();
    client = client("/antreanrs", TestAntrean.SECRET);
  }

  private BpjsClient client(String base, String secret) {
    return new BpjsClient(faults.around(bpjs.handler), base, new BpjsCredentials(TestAntrean.CONS_ID,
        new Secret(secret), new Secret(TestAntrean.USER_KEY)), bpjs.clock);
  }

  static <T> T done(Answer<T> answer) {
    return answer instanceof Done<T>(var value, _) ? value : fail(String.valueOf(answer));
  }

  private static Instant at(int minute) {
    return Instant.parse("2021-03-16T01:00:00Z").plusSeconds(60L * minute);
  }

  static NewBooking booking(String code) {
    return new NewBooking(code, "00012345678", "3212345678987654", "085635228888", "ANA", "Anak", false, "123345", DAY,
        12345, "Dr. Hendra", "08:00-16:00", 1, "0001R0040116A000001", "A-1", 1, at(5),
        new NewBooking.Places(29, 30, 10, 10), "");
  }

  @Test
  void readsFromBothAddresses() {
    for (var base : List.of("/antreanrs", "/arsws/rest/v2")) {
      var asked = client(base, TestAntrean.SECRET);
      assertEquals(13, done(asked.clinics()).size());
      assertEquals("Dr. Hendra", done(asked.doctors()).get(3).namadokter());
      assertEquals("08:00-16:00", done(asked.schedule("ANA", DAY)).getFirst().jadwal());
      assertEquals(4, done(asked.fingerprintClinics()).size());
      assertEquals(1, done(asked.fingerprintOfCard("0000000000031")).daftarfp());
      assertEquals("0000000000031", done(asked.fingerprintOfNik("6748373747440003")).nomorkartu());
      assertEquals("16032021A001", done(asked.registered(DAY)).getFirst().kodebooking());
      assertEquals("Y03-20#1617068533", done(asked.registered("Y03-20#1617068533")).getFirst().kodebooking());
      assertEquals(1, done(asked.open()).size());
      assertEquals(1, done(asked.open("ANA", 12345, 2, "08:00-16:00")).size());
      assertEquals(1, done(asked.waits(DAY, false)).size());
      assertEquals(2, done(asked.waits(YearMonth.of(2021, 3), true)).size());
    }
  }

  @Test
  void nothingThereIsNoRefusal() {
    assertEquals(List.of(), done(client.schedule("XYZ", DAY)));
    assertEquals(List.of(), done(client.registered(DAY.plusYears(1))));
    assertEquals(List.of(), done(client.tasks("16032021A001")));
  }

  @Test
  void whatWasThereBeforeIsDone() {
    assertEquals("Ok", done(client.add(booking("C1"))).message());
    assertEquals(new Done<>(new Acknowledged("Terdapat duplikasi Kode Booking"), "Terdapat duplikasi Kode Booking"),
        client.add(booking("C1")));
    done(client.task("C1", 3, at(1), Optional.empty()));
    assertEquals("TaskId=3 sudah ada", done(client.task("C1", 3, at(2), Optional.empty())).message());
    assertEquals(new Refused<Acknowledged>("201", "TaskId=4 belum ada"),
        client.task("C1", 5, at(3), Optional.of("Racikan")));
    assertEquals("16-03-2021 08:01:00 WIB", done(client.tasks("C1")).getFirst().wakturs());
    assertEquals(new Refused<Acknowledged>("201", "Kode Booking tidak ditemukan"), client.cancel("C2", "x"));
  }

  @Test
  void aCancellationWithoutAnswerIsFoundOut() {
    done(client.add(booking("C3")));
    faults.plan(Faults.LOST);
    assertInstanceOf(Unknown.class, client.cancel("C3", "sakit"));
    assertInstanceOf(Refused.class, client.cancel("C3", "sakit"));
    assertEquals("Antrean Tidak Ditemukan atau Sudah Dibatalkan", done(client.cancelAgain("C3", "sakit")).message());
  }

  @Test
  void readsAreAskedAgainAndWritesAreDoubtful() {
    for (var fault : List.of(Faults.LOST, Faults.PAGE_200, Faults.PAGE_404, Faults.EMPTY, Faults.TRUNCATED,
        Faults.GATEWAY)) {
      faults.plan(fault, fault);
      assertInstanceOf(Later.class, client.doctors());
      assertInstanceOf(Unknown.class, client.cancel("16032021A009", "x"));
    }
    faults.plan(Faults.CUT, Faults.CUT, Faults.EXPIRED, Faults.EXPIRED, Faults.WAIT_7);
    assertInstanceOf(Later.class, client.doctors());
    assertInstanceOf(Later.class, client.cancel("16032021A009", "x"));
    assertInstanceOf(Later.class, client.doctors());
    assertInstanceOf(Later.class, client.cancel("16032021A009", "x"));
    assertEquals(7, assertInstanceOf(Later.class, client.doctors()).notBefore().toSeconds());
  }

  @Test
  void aWrongSecretIsRefusedAndNobodySeesIt() {
    var stranger = client("/antreanrs", "salah");
    assertEquals(new Refused<>("201", "Signature Tidak Sesuai"), stranger.doctors());
    assertFalse(booking("C4").toString().contains("3212"));
    assertFalse(new BpjsCredentials("a", new Secret("b"), new Secret("c")).toString().contains("b"));
    assertTrue(faults.seen().getFirst().header(Header.USER_KEY).isPresent());
  }

  @Test
  void otherSpellingsOfAnswersAreRead() {
    faults.plan((_, _) -> id.jejak.kernel.http.Response.json(200, """
        {"metadata":{"code":"200","message":"Ok 2"},"response":{"list":[{"namadokter":"x","kodedokter":"7"}]}}"""));
    assertEquals(7, done(client.doctors()).getFirst().kodedokter());
    faults.plan((_, _) -> id.jejak.kernel.http.Response.json(200, """
        {"metadata":{"code":200,"message":"Ok"},"response":[{"kodebooking":"x","ispeserta":true}]}"""));
    assertEquals(1, done(client.registered(DAY)).getFirst().ispeserta());
    faults.plan((_, _) -> id.jejak.kernel.http.Response.json(200, """
        {"metadata":{"code":200,"message":"Ok"},"response":"bm90IG91cnM="}"""));
    assertInstanceOf(Unknown.class, client.doctors());
  }

  /** Whatever the line does, a caller who follows the answers ends with each thing done once. */
  @RepeatedTest(40)
  void eachThingIsDoneOnce(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var line = List.of(Faults.LOST, Faults.CUT, Faults.PAGE_200, Faults.PAGE_404, Faults.EMPTY, Faults.TRUNCATED,
        Faults.WAIT_7, Faults.GATEWAY, Faults.EXPIRED, Faults.NONE, Faults.NONE, Faults.NONE);
    Runnable bad = () -> faults.plan(line.get(random.nextInt(line.size())));
    var code = "LAW-" + run.getCurrentRepetition();
    finish(bad, () -> client.add(booking(code)));
    for (int task = 3; task <= 5; task++) {
      int one = task;
      finish(bad, () -> client.task(code, one, at(one), Optional.empty()));
    }
    assertEquals(List.of(3, 4, 5), done(client.tasks(code)).stream().map(row -> row.taskid()).toList());
    assertEquals(1, done(client.registered(code)).size());
  }

  private static void finish(Runnable bad, Supplier<Answer<Acknowledged>> call) {
    for (int round = 0; round < 100; round++) {
      bad.run();
      switch (call.get()) {
        case Done<Acknowledged> _ -> {
          return;
        }
        case Refused<Acknowledged>(var code, var message) -> fail(code + " " + message);
        case Later<Acknowledged> _, Unknown<Acknowledged> _ -> {
          continue;
        }
      }
    }
    fail("did not end");
  }

  @Test
  void vclaimIsSpokenToo() {
    var vclaim = new VclaimClient(faults.around(bpjs.handler), "/vclaim-rest", new BpjsCredentials(
        TestAntrean.CONS_ID, new Secret(TestAntrean.SECRET), new Secret(TestAntrean.USER_KEY)), bpjs.clock);
    var sep = "1311R0020321V000001";
    var plan = new VclaimClient.Plan(sep, 12345, "ANA", DAY.plusDays(4), "petugas");
    var letter = done(vclaim.insert(plan));
    assertEquals("RAHMA LESTARI", letter.nama());
    assertInstanceOf(Refused.class, vclaim.insert(plan));
    assertEquals("2021-03-21", done(vclaim.update(letter.noSuratKontrol(),
        new VclaimClient.Plan(sep, 12345, "ANA", DAY.plusDays(5), "petugas"))).tglRencanaKontrol());
    assertEquals("Belum", done(vclaim.lettersOf("0000000000013", YearMonth.of(2021, 3))).getFirst().terbitSEP());
    assertEquals(1, done(vclaim.letters(DAY, DAY.plusDays(30))).size());
    assertEquals(sep, done(vclaim.letter(letter.noSuratKontrol())).path("sep").path("noSep").asString());
    assertEquals("0000000000013", done(vclaim.sep(sep)).path("peserta").path("noKartu").asString());
    assertEquals("12345", done(vclaim.doctors("ANA", DAY)).getFirst().kodeDokter());
    assertEquals("1", done(vclaim.clinics(sep, DAY.plusDays(5))).getFirst().jmlRencanaKontroldanRujukan());
    assertEquals("Sukses", done(vclaim.delete(letter.noSuratKontrol(), "petugas")).message());
    assertInstanceOf(Refused.class, vclaim.letter(letter.noSuratKontrol()));
    var special = done(vclaim.insertSpecial("0001R0040116A000001", List.of("P;N18"), List.of("39.95"), "petugas"));
    assertEquals(special, done(vclaim.specials(YearMonth.of(2021, 3))).getFirst());
    assertEquals("Sukses", done(vclaim.deleteSpecial(special.idrujukan(), special.norujukan(), "petugas")).message());
    var referral = new VclaimClient.Referral("0301R011", 2, "rujuk", "A00.1", 0, "INT", "petugas");
    var number = done(vclaim.refer(sep, DAY, referral)).orElseThrow();
    assertEquals("1311R0020321B000001", number);
    assertEquals("Sukses", done(vclaim.updateReferral(number, referral)).message());
    assertEquals(Optional.empty(), done(vclaim.refer(sep, DAY,
        new VclaimClient.Referral("0301R011", 2, "", "A00.1", 1, "INT", "petugas"))));
  }

}
