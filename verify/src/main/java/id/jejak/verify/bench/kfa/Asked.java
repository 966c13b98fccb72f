package id.jejak.verify.bench.kfa;

import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A client that sends prepared requests in an order drawn by a seed, and accepts only answers that hold a text. */
final class Asked implements Worker {
  private final Wire wire;
  private final List<byte[]> requests;
  private final String expected;
  private final Random random;

  /**
   * A client.
   *
   * @param expected must stand in every answer
   */
  Asked(int port, List<byte[]> requests, String expected, int seed) throws IOException {
    this.wire = new Wire(port);
    this.requests = requests;
    this.expected = expected;
    this.random = new Random(seed);
  }

  @Override
  public long call() throws IOException {
    var answer = wire.call(requests.get(random.nextInt(requests.size())));
    if (!answer.contains(expected)) {
      throw new IllegalStateException("an answer without " + expected + ": "
          + answer.substring(0, Math.min(300, answer.length())));
    }
    return 1;
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
