package id.jejak.antrean.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsMessage;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mobile JKN's client against a hospital made of the documents' own answers. */
class RsClientTest {
  private static final LocalDate DAY = LocalDate.of(2021, 1, 28);

  /** Answers what the document prints, under one token at a time. */
  private static final class PaperHospital implements Handler {
    private final List<String> asked = new ArrayList<>();
    private int tokens;
    private boolean expired;
    private boolean newPatient;

    @Override
    public Response handle(Request request) {
      asked.add(request.path());
      if (request.path().equals("/rs/masuk")) {
        boolean known = request.header(Header.USERNAME).filter("bpjs"::equals).isPresent()
            && request.header(Header.PASSWORD).filter("rahasia"::equals).isPresent();
        return known ? answer(RsMessage.DONE, "{\"token\":\"t" + ++tokens + "\"}") : answer(RsMessage.WRONG_PASSWORD);
      }
      if (expired || !request.header(Header.TOKEN).filter(("t" + tokens)::equals).isPresent()) {
        expired = false;
        return answer(RsMessage.TOKEN_EXPIRED);
      }
      var operation = RsOperations.ALL.stream().filter(one -> ("/rs" + one.path()).equals(request.path())).findFirst();
      if (operation.filter(RsOperations.TAKE::equals).isPresent() && newPatient) {
        newPatient = false;
        return answer(RsMessage.NEW_PATIENT);
      }
      return answer(operation.filter(RsOperations.REGISTER::equals).isPresent() ? RsMessage.REGISTERED
          : RsMessage.DONE, operation.map(Operation::successExample).orElse("null"));
    }

    private static Response answer(RsMessage message) {
      return Response.json(200, new Envelope(message.code().number(), message.text()).json(Dialect.ANTREAN));
    }

    private static Response answer(RsMessage message, String response) {
      return response.isEmpty() ? answer(message) : Response.json(200,
          new Envelope(message.code().number(), message.text()).json(Dialect.ANTREAN, response.getBytes(
              java.nio.charset.StandardCharsets.UTF_8)));
    }
  }

  private final PaperHospital hospital = new PaperHospital();
  private final Faults faults = new Faults();
  private final RsClient client = client("rahasia");

  private RsClient client(String password) {
    return new RsClient(faults.around(hospital), new RsSettings("/rs", Map.of("rs.token.get", "/masuk"), "bpjs",
        new Secret(password)));
  }

  private static Visitor visitor() {
    return new Visitor("00012345678", "3212345678987654", "085635228888", "123345", "ANA", 12345, DAY, "08:00-16:00",
        1, "0001R0040116A000001");
  }

  private static Newcomer newcomer() {
    return new Newcomer("00012345678", "3212345678987654", "3212345678987654", "sumarsono", "L",
        LocalDate.of(1985, 3, 1), "085635228888", "alamat", new Newcomer.Place("11", "Jawa Barat", "0120",
            "Kab. Bandung", "1319", "Soreang", "D2105", "Cingcin", "001", "013"));
  }

  @Test
  void understandsTheDocumentsAnswers() {
    assertEquals(30, BpjsClientTest.done(client.status("ANA", 12346, DAY, "08:00-16:00")).quotajkn());
    assertEquals("16032021A001", assertInstanceOf(Taken.Booked.class, BpjsClientTest.done(client.take(visitor())))
        .ticket().kodebooking());
    assertEquals(9000, BpjsClientTest.done(client.remaining("16032021A001")).waktutunggu());
    assertEquals("Ok", BpjsClientTest.done(client.cancel("16032021A001", "x")).message());
    assertEquals("Ok", BpjsClientTest.done(client.checkIn("16032021A001", Instant.EPOCH)).message());
    assertEquals("123456ZXC", BpjsClientTest.done(client.surgeries(DAY, DAY)).getFirst().kodebooking());
    assertEquals(0, BpjsClientTest.done(client.surgeriesOf("0000000000123")).getFirst().terlaksana());
    assertEquals(1, BpjsClientTest.done(client.takePharmacy("x")).nomorantrean());
    assertEquals(2, BpjsClientTest.done(client.pharmacyStatus("x")).antreanpanggil());
    assertEquals(new Done<>("123456", "Harap datang ke admisi untuk melengkapi data rekam medis"),
        client.register(newcomer()));
    assertEquals(1, hospital.tokens);
  }

  @Test
  void theNamesOfTheSlidesAreUnderstood() {
    BpjsClientTest.done(client.login());
    faults.plan((_, _) -> Response.json(200, """
        {"response":{"namapoli":"Anak","sisaquotajkn":"5","quotajkn":30,"sisaquotanonjkn":4,"quotanonjkn":20},
         "metadata":{"message":"Ok","code":"200"}}"""));
    var status = BpjsClientTest.done(client.status("ANA", 12346, DAY, "08:00-16:00"));
    assertEquals(List.of(5, 30, 4, 20), List.of(status.sisakuotajkn(), status.kuotajkn(), status.sisakuotanonjkn(),
        status.kuotanonjkn()));
  }

  @Test
  void aNewPatientIsRegisteredAndTakesAgain() {
    hospital.newPatient = true;
    assertEquals(RsMessage.NEW_PATIENT.text(), assertInstanceOf(Taken.NewPatient.class,
        BpjsClientTest.done(client.take(visitor()))).message());
    BpjsClientTest.done(client.register(newcomer()));
    assertInstanceOf(Taken.Booked.class, BpjsClientTest.done(client.take(visitor())));
  }

  @Test
  void aTokenThatEndedIsReplacedOnce() {
    BpjsClientTest.done(client.remaining("x"));
    hospital.expired = true;
    BpjsClientTest.done(client.remaining("x"));
    assertEquals(2, hospital.tokens);
    assertEquals(List.of("/rs/masuk", "/rs/sisaantrean", "/rs/sisaantrean", "/rs/masuk", "/rs/sisaantrean"),
        hospital.asked);
  }

  @Test
  void wrongCredentialsAreRefused() {
    assertEquals(new Refused<Acknowledged>("201", "Username atau Password Tidak Sesuai"), client("salah").login());
    assertEquals(new Refused<Acknowledged>("201", "Username atau Password Tidak Sesuai"),
        client("salah").cancel("x", "y"));
  }

  @Test
  void badLinesAreToldApart() {
    faults.plan(Faults.CUT);
    assertInstanceOf(Later.class, client.take(visitor()));
    faults.plan(Faults.NONE, Faults.LOST, Faults.PAGE_200, Faults.CUT);
    assertInstanceOf(Unknown.class, client.take(visitor()));
    assertInstanceOf(Later.class, client.remaining("x"));
    assertInstanceOf(Later.class, client.cancel("x", "y"));
  }

  @Test
  void aPathOfNoServiceIsAMistake() {
    assertThrows(IllegalArgumentException.class, () ->
        new RsSettings("", Map.of("rs.token.fetch", "/x"), "a", new Secret("b")));
  }
}
