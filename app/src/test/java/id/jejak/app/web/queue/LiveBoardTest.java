package id.jejak.app.web.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many screens on one code: the house is asked once for all of them, and memory does not grow with them. */
@Isolated("it measures memory, which other tests would fill")
class LiveBoardTest {
  private static final int SCREENS = 500;
  /** Characters of a board, so many that one kept for each screen would be seen. */
  private static final int LARGE = 200_000;

  /** Counts boards, keeps nothing. */
  private static final class Screen extends OutputStream {
    private final AtomicInteger boards = new AtomicInteger();

    @Override
    public void write(int one) {
      throw new UnsupportedOperationException("by pieces only");
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      var text = new String(bytes, from, length, java.nio.charset.StandardCharsets.UTF_8);
      for (int at = text.indexOf("event: board"); at >= 0; at = text.indexOf("event: board", at + 1)) {
        boards.incrementAndGet();
      }
    }
  }

  private static Board board(int called) {
    return new Board("Lobi", Instant.now(), List.of(), List.of(new Board.Door("Anak", "Dr. Hendra", "08:00-16:00",
        "A-" + called, 3, false)), List.of());
  }

  private static void until(java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited 30 seconds");
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void fiveHundredScreensAskOnceASecondTogether() throws InterruptedException {
    var now = new AtomicReference<>(board(1));
    var asked = new AtomicInteger();
    var live = new LiveBoard("run1", () -> {
      asked.incrementAndGet();
      return Optional.of(now.get());
    }, one -> "<p>" + one.doors().getFirst().called() + "</p>" + "-".repeat(LARGE));
    var screens = new ArrayList<Screen>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < SCREENS; i++) {
      var screen = new Screen();
      screens.add(screen);
      var response = live.feed().stream(Request.get("/"));
      threads.add(Thread.ofVirtual().start(() -> {
        try {
          if (response.content() instanceof Response.Content.Stream(var writer)) {
            writer.writeTo(screen);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }));
    }
    until(() -> live.feed().listeners() == SCREENS && screens.stream().allMatch(one -> one.boards.get() <= 1));
    long before = used();
    long started = System.nanoTime();
    for (int called = 2; called <= 6; called++) {
      int soFar = screens.getLast().boards.get();
      now.set(board(called));
      until(() -> screens.getLast().boards.get() > soFar);
    }
    until(() -> screens.stream().allMatch(one -> one.boards.get() >= 5));
    long seconds = (System.nanoTime() - started) / 1_000_000_000;
    assertTrue(asked.get() <= seconds + 15, asked + " questions in " + seconds + " seconds");
    assertTrue(used() - before < 20_000_000, "memory grew");
    live.close();
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(0, live.feed().listeners());
  }

  @Test
  void aScreenChangesWhenWhatItShowsDoesAndNotWithTheClock() {
    var one = board(1);
    assertTrue(one.same(board(1)));
    assertFalse(one.same(board(2)));
  }

  @Test
  void aCallIsSpokenWithItsNumberAndWhereToGo() {
    var call = new Board.Call(false, "A-12", "Anak", "Dr. Hendra", false, 1, Instant.EPOCH);
    assertEquals("Nomor antrean, A, 12, silakan menuju poli anak, dokter Hendra.", call.spoken());
    var dentist = new Board.Call(false, "G-3", "Poli Gigi", "drg. Sari Dewi, Sp.KG, M.Kes", false, 1, Instant.EPOCH);
    assertEquals("Nomor antrean, G, 3, silakan menuju poli gigi, dokter gigi Sari Dewi.", dentist.spoken());
    var unnamed = new Board.Call(false, "B-1", "Penyakit Dalam", "", false, 1, Instant.EPOCH);
    assertEquals("Nomor antrean, B, 1, silakan menuju poli penyakit dalam.", unnamed.spoken());
    var medicine = new Board.Call(true, "3", "", "", true, 1, Instant.EPOCH);
    assertEquals("Nomor antrean farmasi, racikan, 3, silakan menuju loket farmasi.", medicine.spoken());
  }
}
