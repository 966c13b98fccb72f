package id.jejak.ttac.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.ids.Tokens;
import id.jejak.ttac.TestTtac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide's code, run over a line that fails; and the guide, compared with it. */
class ClientGuideTest {
  private final List<String> refusals = new ArrayList<>();

  private void showToAPerson(String text) {
    refusals.add(text);
  }

  private void waitFor(Duration time) {
    assertTrue(time.compareTo(ClientLimits.LONGEST_WAIT) <= 0);
  }

  // region make
  TtacClient client(Handler transport, InstantSource clock, SecureRandom random) {
    var tokens = new Tokens(random);
    return new TtacClient(transport,
        new Credentials("gudang@pbf-nusantara.example", new Secret("jejak-284")),
        ClientSettings.ours(() -> tokens.alphanumeric(40)), clock);
  }
  // endregion

  // region send
  boolean send(TtacClient client, int target, List<String> barcodes) {
    var batches = client.sendAll(target, barcodes);
    for (int attempt = 1; attempt < 20 && !batches.ended(); attempt++) {
      if (batches.stoppedBy().orElseThrow() instanceof Later<Acknowledged>(var notBefore, _)) {
        waitFor(notBefore);
      }
      batches.resume(); // settles what is unknown, then goes on
    }
    for (var batch : batches.all()) {
      if (batch.answer().isPresent()) {
        switch (batch.answer().get()) {
          case Done<Acknowledged> _ -> { } // nothing to tell
          case Refused<Acknowledged>(var code, var message) -> showToAPerson(code + ": " + message);
          case Later<Acknowledged>(_, var why) -> showToAPerson("still waiting: " + why);
          case Unknown<Acknowledged>(var why) -> showToAPerson("please look at the dashboard: " + why);
        }
      }
    }
    return batches.done();
  }
  // endregion

  @Test
  void theGuidesCodeDoesWhatTheGuideSays() {
    try (var ttac = new TestTtac()) {
      var faults = new Faults().plan(Faults.WAIT_7, Faults.LOST, Faults.CUT, Faults.E003);
      var client = client(faults.around(ttac.handler), ttac.clock, new SecureRandom());
      assertTrue(send(client, 123, List.of("OKTADEV01BAR0000001", "OKTADEV01BAR0000002")));
      assertEquals(List.of(), refusals);
      assertEquals(false, send(client, 123, List.of("OKTADEV01BAR0000003", "SALAH")));
      assertEquals(List.of("E013: Barcode SALAH not found!"), refusals);
    }
  }

  @Test
  void theGuideShowsThisCode() throws IOException {
    var guide = Files.readString(Path.of("..", "docs", "guides", "ttac-client.md"));
    var source = Files.readAllLines(Path.of("src", "test", "java", "id", "jejak", "ttac", "client",
        "ClientGuideTest.java"));
    for (var region : List.of("make", "send")) {
      int from = source.indexOf("  // region " + region) + 1;
      int to = from + source.subList(from, source.size()).indexOf("  // endregion");
      var code = String.join("\n", source.subList(from, to).stream().map(line -> line.replaceFirst("^  ", "")).toList());
      assertTrue(guide.contains("```java\n" + code + "\n```"), "the guide's \"" + region + "\" should read:\n" + code);
    }
  }
}
