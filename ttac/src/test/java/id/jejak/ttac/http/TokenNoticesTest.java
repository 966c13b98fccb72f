package id.jejak.ttac.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.ids.Tokens;
import id.jejak.kernel.mail.Mailer;
import id.jejak.kernel.mail.Mailer.Letter;
import id.jejak.ttac.TestTtac;
import id.jejak.ttac.contract.OwnOperations;
import id.jejak.ttac.contract.TtacOperations;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.store.AccountStore;
import id.jejak.ttac.store.AnswerStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The letter three days before a token ends, with the clock moved. That letters reach a mail server is shown in app. */
class TokenNoticesTest {
  private static final Map<String, String> DEWI =
      Map.of("email", "gudang@pbf-nusantara.example", "password", "jejak-284");
  private static TestTtac ttac;
  private static final Mailer DOWN = letter -> {
    throw new Mailer.Undelivered("down", false);
  };
  private static final List<Letter> RECEIVED = new CopyOnWriteArrayList<>();

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
    RECEIVED.clear();
  }

  @AfterEach
  void realTime() {
    ttac.clock.real();
  }

  private static TokenNotices notices(Mailer mailer) {
    return new TokenNotices(ttac.db, new AccountStore(), new AnswerStore(), mailer, ttac.clock, true);
  }

  private static String login() {
    return ttac.call("POST", "/api/v3/auth/login", DEWI).path("data").path("user").path("token").asString();
  }

  @Test
  void threeDaysBeforeTheEndALetterComesOnceAndALoginGivesTheNextToken() {
    var token = login();
    var ends = ttac.clock.instant().plus(Duration.ofDays(30));
    var notices = notices(RECEIVED::add);
    ttac.clock.advance(Duration.ofDays(26));
    notices.turn();
    assertEquals(0, RECEIVED.size());
    ttac.clock.advance(Duration.ofDays(2));
    notices.turn();
    notices.turn();
    assertEquals(1, RECEIVED.size());
    var letter = RECEIVED.getFirst();
    assertEquals(DEWI.get("email"), letter.to());
    var text = letter.text();
    assertTrue(text.contains("Yth. Dewi Lestari"), text);
    assertTrue(text.contains(WibText.dateTime(ends).substring(0, 13)), text);
    assertTrue(text.contains("WIB") && text.contains("Log in again"), text);
    assertFalse((letter.subject() + text).contains(token), "a letter never holds the token");

    var next = login();
    assertNotEquals(token, next);
    ttac.clock.advance(Duration.ofDays(1));
    notices.turn();
    assertEquals(1, RECEIVED.size());
    ttac.clock.advance(Duration.ofDays(26));
    notices.turn();
    assertEquals(2, RECEIVED.size(), "the next token has a letter of its own");
  }

  @Test
  void aTokenThatWasReplacedInTimeNeedsNoLetter() {
    login();
    ttac.clock.advance(Duration.ofDays(28));
    login();
    notices(RECEIVED::add).turn();
    assertEquals(0, RECEIVED.size());
  }

  @Test
  void aLetterThatWasNotTakenIsTriedAgain() {
    login();
    ttac.clock.advance(Duration.ofDays(28));
    notices(DOWN).turn();
    notices(new Mailer() {
      @Override
      public void send(Letter letter) {
        throw new AssertionError("not asked whether letters go anywhere");
      }

      @Override
      public boolean configured() {
        return false;
      }
    }).turn();
    notices(RECEIVED::add).turn();
    assertEquals(1, RECEIVED.size());
  }

  @Test
  void oneRefusedLetterDoesNotStopTheOthersAndADeadServerIsAskedOnce() {
    login();
    ttac.token(123);
    ttac.token(456);
    ttac.clock.advance(Duration.ofDays(28));
    var tried = new ArrayList<String>();
    notices(letter -> {
      tried.add(letter.to());
      throw new Mailer.Undelivered("down", false);
    }).turn();
    assertEquals(1, tried.size());
    tried.clear();
    notices(letter -> {
      tried.add(letter.to());
      if (letter.to().equals(DEWI.get("email"))) {
        throw new Mailer.Undelivered("no such mailbox", true);
      }
    }).turn();
    assertEquals(3, tried.size());
    tried.clear();
    notices(letter -> tried.add(letter.to())).turn();
    assertEquals(List.of(DEWI.get("email")), tried);
  }

  @Test
  void twoNodesWriteOneLetterEach() throws InterruptedException, ExecutionException {
    login();
    ttac.token(123);
    ttac.token(456);
    ttac.clock.advance(Duration.ofDays(28));
    var together = new CyclicBarrier(2);
    try (var nodes = Executors.newFixedThreadPool(2)) {
      var running = new ArrayList<Future<?>>();
      for (int node = 0; node < 2; node++) {
        running.add(nodes.submit(() -> {
          together.await();
          notices(RECEIVED::add).turn();
          return true;
        }));
      }
      for (var one : running) {
        one.get();
      }
    }
    assertEquals(3, RECEIVED.size());
  }

  @Test
  void whatEndedLongAgoIsForgotten() {
    var token = login();
    ttac.clock.advance(Duration.ofDays(59));
    notices(DOWN).turn();
    assertTrue(known(token));
    ttac.clock.advance(Duration.ofDays(2));
    notices(DOWN).turn();
    assertFalse(known(token));
  }

  private static boolean known(String token) {
    return ttac.db.read(handle -> new AccountStore().holder(handle, Tokens.hash(token))).isPresent();
  }

  @Test
  void theDashboardWarnsThreeDaysBefore() {
    ttac.call(284, TtacOperations.SEND, Map.of("id_sarana_tujuan", 123, "barcode", List.of("TSR_SGTDEV001")));
    var calm = ttac.call(123, OwnOperations.DASHBOARD, Map.of()).path("data");
    assertEquals(29, calm.path("token").path("days_left").asInt());
    assertFalse(calm.path("token").path("warning").asBoolean());
    assertTrue(calm.path("token").path("notice").isNull());
    assertEquals("{\"total\":1,\"kirim\":1,\"retur\":0,\"recall\":0}", calm.path("pending").toString());
    assertEquals("Sarana A", calm.path("sarana").path("nama_sarana").asString());
    ttac.clock.advance(Duration.ofDays(28));
    var warned = ttac.call(123, OwnOperations.DASHBOARD, Map.of()).path("data").path("token");
    assertTrue(warned.path("warning").asBoolean());
    assertTrue(warned.path("notice").asString().contains(warned.path("berakhir").asString()));
    ttac.clock.advance(Duration.ofDays(3));
    assertEquals("E003", ttac.code(123, OwnOperations.DASHBOARD, Map.of()));
  }
}
