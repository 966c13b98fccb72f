package id.jejak.verify.bench.satusehat;

import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.util.function.Supplier;

/** A client that sends one made request after the other, and accepts only answers that hold a text. */
final class Call implements Worker {
  private final Wire wire;
  private final Supplier<byte[]> requests;
  private final String expected;

  Call(int port, Supplier<byte[]> requests, String expected) throws IOException {
    this.wire = new Wire(port);
    this.requests = requests;
    this.expected = expected;
  }

  @Override
  public long call() throws IOException {
    var answer = wire.call(requests.get());
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
