package id.jejak.ttac.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.http.Filter;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpServer;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.http.Router;
import id.jejak.kernel.observe.RequestIds;
import id.jejak.ttac.TestTtac;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation against the real rooms, and every answer made by a line that fails in a way of its own. */
class TtacClientTest {
  private static final String LOOSE = "OKTADEV01BAR0000001";
  private static TestTtac ttac;
  private final Faults faults = new Faults();
  private final AtomicInteger keys = new AtomicInteger();

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  @BeforeEach
  void fresh() {
    ttac.reset();
  }

  private TtacClient client(int sarana, ClientSettings settings) {
    return client(sarana, settings, faults.around(ttac.handler));
  }

  private static TtacClient client(int sarana, ClientSettings settings, Handler transport) {
    var email = switch (sarana) {
      case 284 -> "gudang@pbf-nusantara.example";
      case 123 -> "farmasi@sarana-a.example";
      default -> "apotek@sarana-b.example";
    };
    return new TtacClient(transport, new Credentials(email, new Secret("jejak-" + sarana)), settings, ttac.clock);
  }

  private TtacClient client(int sarana) {
    return client(sarana, ClientSettings.asDocumented());
  }

  private ClientSettings ours() {
    return ClientSettings.ours(() -> "key-" + keys.incrementAndGet());
  }

  private static <T> T done(Answer<T> answer) {
    if (answer instanceof Done<T>(var value, _)) {
      return value;
    }
    throw new AssertionError(answer.toString());
  }

  private static String refused(Answer<?> answer) {
    return answer instanceof Refused<?>(var code, _) ? code : answer.toString();
  }

  @ParameterizedTest
  @EnumSource
  void listsAreReadInBothWays(ClientSettings.Lists way) {
    var client = client(284, ClientSettings.asDocumented().with(way));
    var locations = done(client.locations(0, 1));
    assertEquals(2, locations.total());
    assertEquals("Perumahan Mutiara Baru, Bekasi", locations.items().getFirst().address());
    assertEquals(List.of(3L, 2L), done(client.locations().rest(100)).stream().map(LocationItem::id).toList());
    assertEquals(List.of(123, 456, 789), done(client.targets(Optional.of(true)).rest(100)).stream()
        .map(Target::id).toList());
    assertEquals(List.of(), done(client.targets(Optional.of(false)).rest(100)));
    assertEquals(List.of(), done(client.pending(PendingFilter.ALL).rest(100)));
    assertEquals("PBF Nusantara Medika", done(client.login()).saranaName());
  }

  @Test
  void aListIsWalkedWindowByWindowAndStopsWhereAWindowDoesNotCome() {
    var barcodes = IntStream.range(0, 1_100).mapToObj(i -> "WALK%05d".formatted(i)).toList();
    ttac.seed(284, "GKL1222251043A1", "WALK", barcodes.stream().map(one -> one + ":primer").toArray(String[]::new));
    assertTrue(client(284).sendAll(123, barcodes).done());
    faults.clear();
    var pages = client(123).pending(new PendingFilter(Optional.of("GKL1222251043A1"), Optional.of("WALK")));
    assertEquals(barcodes, done(pages.rest(5_000)).stream().map(PendingItem::barcode).toList());
    assertEquals(3, faults.seen().size());
    faults.plan(Faults.NONE, Faults.CUT);
    assertInstanceOf(Later.class, client(123).pending(PendingFilter.ALL).rest(5_000));
    assertEquals(700, done(client(123).pending(PendingFilter.ALL).rest(700)).size());
  }

  @Test
  void aPackGoesOutAndComesBack() {
    var sender = client(284);
    var receiver = client(123);
    assertEquals("Request Success!", done(sender.send(123, List.of("TSR_SGTDEV001"))).message());
    var item = done(receiver.pending(PendingFilter.product("TR202358291"), 0, 10)).items().getFirst();
    assertEquals(Optional.of(Level.TERSIER), item.level());
    assertEquals(10, item.primers());
    assertEquals("kirim", item.kind());
    assertEquals("Product reception process was successful", done(receiver.receive(List.of("TSR_SGTDEV001"))).message());
    assertEquals("E024", refused(receiver.receive(List.of("TSR_SGTDEV001"))));
    assertTrue(receiver.returnAll(284, List.of("TSR_SGTDEV001"), "segel rusak").done());
    assertEquals("E061", refused(client(284).returning(456, "TSR_SGTDEV001", "salah alamat").attempt()));
    assertTrue(sender.receiveAll(List.of("TSR_SGTDEV001")).done());
  }

  @Test
  void aReturnIsOneCallOrOnePerBarcode() {
    var three = List.of("OKTADEV01BAR0000001", "OKTADEV01BAR0000002", "OKTADEV01BAR0000003");
    done(client(284).send(123, three));
    done(client(123).receive(three));
    faults.clear();
    assertEquals(2, client(123).returnAll(284, three.subList(0, 2), "rusak").all().size());
    assertEquals(2, faults.seen().size());
    assertTrue(new String(faults.seen().getFirst().body().bytes(10_000), StandardCharsets.UTF_8)
        .contains("\"barcode\":\"OKTADEV01BAR0000001\""));
    assertEquals(1, client(123, ours()).returnAll(284, three.subList(2, 3), "rusak").all().size());
    assertTrue(new String(faults.seen().getLast().body().bytes(10_000), StandardCharsets.UTF_8)
        .contains("\"barcode\":[\"OKTADEV01BAR0000003\"]"));
  }

  @Test
  void aDeletionOfNothingIsDoneWithANote() {
    var client = client(284);
    assertEquals("", ((Done<?>) client.deletingProduct("TR202358291", Removal.PHYSICAL).attempt()).note());
    assertEquals("No barcode has been removed.",
        ((Done<?>) client.deletingProduct("TR202358291", Removal.PHYSICAL).attempt()).note());
    assertTrue(client.deleteAll(Level.PRIMER, List.of(LOOSE), Removal.PHYSICAL).done());
    assertEquals("E013", refused(client.send(123, List.of(LOOSE))));
  }

  @Test
  void theDryRunAndTheDashboardAreOurs() {
    var trace = done(client(456).trace(LOOSE));
    assertEquals(284, trace.holder());
    assertEquals("register", trace.steps().getFirst().event());
    var report = done(client(284).check(new Movement.Send(123), List.of(LOOSE, "SALAH")));
    assertEquals(1, report.ok());
    assertEquals(List.of(new CheckReport.Failing("SALAH", "E013", "Barcode SALAH not found!")), report.failing());
    done(client(284).send(123, List.of(LOOSE)));
    var board = done(client(123).dashboard());
    assertEquals(1, board.pending());
    assertEquals(29, board.daysLeft());
    assertFalse(board.warning());
  }

  @Test
  void aLocationIsAddedOnce() {
    var place = new NewLocation("Jl. Baru 1", "0215550001", null, new BigDecimal("-6.5"), new BigDecimal("106.5"));
    faults.plan(Faults.LOST);
    var adding = client(284).addingLocation(place);
    assertInstanceOf(Unknown.class, adding.attempt());
    done(adding.settle());
    assertEquals("E032", refused(client(284).addingLocation(place).attempt()));
    assertEquals(3, done(client(284).locations(0, 10)).total());
  }

  @Test
  void separatorsTravelAsTheyAre() {
    var barcode = "90GKL1222251043A1\u001d10PCT2601\u001d1729063021SN0000001";
    done(client(284).send(123, List.of(barcode)));
    var body = new String(faults.seen().getFirst().body().bytes(10_000), StandardCharsets.UTF_8);
    assertTrue(body.contains("A1\\u001D10PCT2601\\u001D17"), body);
    faults.plan(Faults.LOST);
    var spelt = List.of("(90)GKL1222251043A1(10)PCT2601(17)290630(21)SN0000001");
    assertInstanceOf(Unknown.class, client(123).receive(spelt));
    done(client(123).settleReceive(spelt));
  }

  @Test
  void whatWasNotSentIsLaterAndWhatMayHaveHappenedIsUnknown() {
    var client = client(284);
    done(client.login());
    for (var fault : List.of(Faults.LOST, Faults.GONE, Faults.PAGE_200, Faults.PAGE_502, Faults.TRUNCATED)) {
      faults.plan(fault, fault);
      assertInstanceOf(Later.class, client.locations(0, 10));
      assertInstanceOf(Unknown.class, client.send(123, List.of("SALAH")));
    }
    faults.plan(Faults.CUT, Faults.CUT, Faults.WAIT_7, Faults.WAIT_7);
    assertEquals(ClientLimits.WAIT, ((Later<?>) client.locations(0, 10)).notBefore());
    assertEquals(ClientLimits.WAIT, ((Later<?>) client.send(123, List.of("SALAH"))).notBefore());
    assertEquals(Duration.ofSeconds(7), ((Later<?>) client.locations(0, 10)).notBefore());
    assertEquals(Duration.ofSeconds(7), ((Later<?>) client.send(123, List.of("SALAH"))).notBefore());
    assertEquals("E013", refused(client.send(123, List.of("SALAH"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"E000\"", "{}", "{\"status\":true}", "{\"statusCode\":null}", "",
      "{\"statusCode\":{}}", "{\"statusCode\":\"E999\",\"message\":\"Request Error!\"}"})
  void anAnswerWithoutAnEnvelopeIsNone(String body) {
    Filter odd = (_, _) -> Response.json(200, body);
    faults.plan(odd, odd);
    var client = client(284);
    assertInstanceOf(Later.class, client.locations(0, 10));
    assertInstanceOf(Unknown.class, client.send(123, List.of(LOOSE)));
  }

  @Test
  void theCodeDecidesAndAnUnknownOneIsARefusal() {
    faults.plan((_, _) -> Response.json(200,
        "{\"status\":false,\"statusCode\":\"E000\",\"message\":\"beres\",\"data\":null}"));
    assertEquals("beres", done(client(284).send(123, List.of(LOOSE))).message());
    faults.plan((_, _) -> Response.json(200,
        "{\"status\":true,\"statusCode\":\"E047\",\"message\":\"Kuota habis\",\"data\":null}"));
    assertEquals(new Refused<Acknowledged>("E047", "Kuota habis"), client(284).send(123, List.of(LOOSE)));
  }

  @Test
  void aRefusedTokenIsReplacedOnceAndTheCallRepeated() {
    var client = client(284);
    faults.plan(Faults.E003);
    done(client.send(123, List.of(LOOSE)));
    assertEquals(2, faults.logins());
    faults.plan(Faults.E003, Faults.E003);
    assertEquals("E003", refused(client.locations(0, 10)));
    assertEquals(3, faults.logins());
    faults.plan(Faults.E003).planLogins(Faults.PAGE_502);
    assertInstanceOf(Later.class, client.send(123, List.of("OKTADEV01BAR0000002")));
  }

  @Test
  void aWrongPasswordIsARefusalOfEveryCall() {
    var wrong = new TtacClient(ttac.handler, new Credentials("gudang@pbf-nusantara.example", new Secret("salah")),
        ClientSettings.asDocumented(), ttac.clock);
    assertEquals("E001", refused(wrong.login()));
    assertEquals("E001", refused(wrong.send(123, List.of(LOOSE))));
  }

  @Test
  void secretsPrintMasked() {
    assertEquals("Credentials[***]", new Credentials("a@b.example", new Secret("rahasia")).toString());
  }

  @Test
  void aLostReceiptIsFoundOutFromThePendingList() {
    done(client(284).send(123, List.of(LOOSE)));
    var client = client(123);
    faults.plan(Faults.GONE);
    var receiving = client.receiving(List.of(LOOSE));
    assertInstanceOf(Unknown.class, receiving.attempt());
    assertEquals(Duration.ZERO, ((Later<?>) receiving.settle()).notBefore());
    faults.plan(Faults.LOST);
    assertInstanceOf(Unknown.class, receiving.attempt());
    faults.plan(Faults.CUT);
    assertInstanceOf(Unknown.class, receiving.settle());
    assertFalse(((Done<?>) receiving.settle()).note().isEmpty());
  }

  @Test
  void aRefusalThatAnEarlierAttemptDoesNotExplainStays() {
    var two = List.of("OKTADEV01BAR0000002", LOOSE);
    done(client(284).send(123, two));
    done(client(123).receive(List.of(LOOSE)));
    faults.plan(Faults.GONE);
    var receiving = client(123).receiving(two);
    assertInstanceOf(Unknown.class, receiving.attempt());
    assertInstanceOf(Later.class, receiving.settle());
    assertEquals("E024", refused(receiving.attempt()));
  }

  @Test
  void aLostShipmentIsFoundOutByARepeat() {
    var client = client(284);
    faults.plan(Faults.LOST);
    assertInstanceOf(Unknown.class, client.send(123, List.of(LOOSE)));
    assertFalse(((Done<?>) client.settleSend(123, List.of(LOOSE))).note().isEmpty());
    assertEquals("E017", refused(client.send(123, List.of(LOOSE))));
    faults.plan(Faults.LOST);
    var tersier = client.sending(123, List.of("TSR_SGTDEV001"));
    assertInstanceOf(Unknown.class, tersier.attempt());
    assertInstanceOf(Unknown.class, tersier.settle(), "E014 says two things");
    assertEquals(2, done(client(123).pending(PendingFilter.ALL, 0, 10)).total());
  }

  @Test
  void withAKeyARepeatIsExactEvenUnderANewerToken() {
    var client = client(284, ours());
    faults.plan(Faults.LOST);
    var tersier = client.sending(123, List.of("TSR_SGTDEV001"));
    assertInstanceOf(Unknown.class, tersier.attempt());
    ttac.clock.advance(Duration.ofDays(28));
    try {
      var later = client(284, ours()).sending(123, List.of("TSR_SGTDEV001")).under(tersier.key().orElseThrow());
      assertEquals("", ((Done<?>) later.settle()).note());
      assertEquals("", ((Done<?>) tersier.settle()).note());
      assertEquals("E014", refused(client(284, ours()).send(123, List.of("TSR_SGTDEV001"))));
    } finally {
      ttac.clock.real();
    }
  }

  @Test
  void batchesKeepTheirOrderAndGoOnWhereTheyStopped() {
    var barcodes = new ArrayList<>(IntStream.range(0, 3_100).mapToObj(i -> "MANY%05d".formatted(i)).toList());
    ttac.seed(284, "GKL1222251043A1", "MANY", barcodes.stream().map(one -> one + ":primer").toArray(String[]::new));
    faults.plan(Faults.NONE, Faults.LOST);
    var batches = client(284).sendAll(123, barcodes);
    assertEquals(List.of(1_500, 1_500, 100), batches.all().stream().map(one -> one.barcodes().size()).toList());
    assertInstanceOf(Done.class, batches.all().get(0).answer().orElseThrow());
    assertInstanceOf(Unknown.class, batches.stoppedBy().orElseThrow());
    assertEquals(Optional.empty(), batches.all().get(2).answer());
    assertFalse(batches.ended());
    faults.plan(Faults.NONE, Faults.WAIT_7);
    assertInstanceOf(Later.class, batches.resume().stoppedBy().orElseThrow());
    assertTrue(batches.resume().done());
    assertEquals(Optional.empty(), batches.stoppedBy());
    barcodes.set(0, "SALAH");
    var second = client(123).receiveAll(barcodes);
    assertTrue(second.ended());
    assertFalse(second.done());
    assertEquals("E013", refused(second.all().get(0).answer().orElseThrow()));
    assertInstanceOf(Done.class, second.all().get(2).answer().orElseThrow());
  }

  @Test
  void moreThanOneCallTakesIsRefusedHere() {
    var many = IntStream.range(0, 1_501).mapToObj(Integer::toString).toList();
    assertThrows(IllegalArgumentException.class, () -> client(284).receiving(many));
    assertThrows(IllegalArgumentException.class, () -> client(284).sending(123, List.of()));
    assertTrue(client(284).receiveAll(List.of()).done());
  }

  @Test
  void speaksOverARealSocket() {
    var server = HttpServer.start("127.0.0.1", 0, (Router) ttac.handler, new RequestIds(1));
    var address = "http://127.0.0.1:" + server.port();
    try (var transport = new HttpTransport(address, Duration.ofSeconds(30))) {
      var sender = client(284, ours().at("/dev/public/api/v3"), transport);
      done(sender.send(123, List.of("TSR_SGTDEV001")));
      var receiver = client(123, ClientSettings.asDocumented(), transport);
      assertEquals("TSR_SGTDEV001", done(receiver.pending(PendingFilter.ALL, 0, 10)).items().getFirst().barcode());
      done(receiver.receive(List.of("TSR_SGTDEV001")));
    } finally {
      server.close();
    }
    try (var transport = new HttpTransport(address, Duration.ofSeconds(30))) {
      assertInstanceOf(Later.class, client(123, ours(), transport).receive(List.of(LOOSE)));
    }
  }
}
