package id.jejak.verify.bench.antrean;

import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that sends requests as they are handed to it, and accepts no answer but one with code 200. */
final class Calls implements Worker {
  private final Wire wire;
  private final Supplier<byte @Nullable []> next;

  Calls(Stage stage, Supplier<byte @Nullable []> next) throws IOException {
    this.wire = new Wire(stage.port());
    this.next = next;
  }

  @Override
  public long call() throws IOException {
    var request = next.get();
    if (request == null) {
      return 0;
    }
    var answer = wire.call(request);
    if (!answer.endsWith("\"code\":200}}")) {
      throw new IllegalStateException("not 200: " + answer);
    }
    return 1;
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
