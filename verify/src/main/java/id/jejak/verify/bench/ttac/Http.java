package id.jejak.verify.bench.ttac;

import id.jejak.verify.bench.Pile;
import id.jejak.verify.bench.Stage;
import id.jejak.verify.bench.Wire;
import id.jejak.verify.bench.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that sends requests as they are handed to it, and accepts no answer but E000. */
final class Http implements Worker {
  private final Wire wire;
  private final Supplier<byte @Nullable []> next;
  private final long units;

  Http(Stage stage, Supplier<byte @Nullable []> next, long units) throws IOException {
    this.wire = new Wire(stage.port());
    this.next = next;
    this.units = units;
  }

  /** So many clients that share a pile. */
  static List<Worker> sharing(Stage stage, int clients, Pile<byte[]> pile, long units) throws IOException {
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < clients; i++) {
      workers.add(new Http(stage, pile::take, units));
    }
    return workers;
  }

  @Override
  public long call() throws IOException {
    var request = next.get();
    if (request == null) {
      return 0;
    }
    succeed(wire.call(request));
    return units;
  }

  static void succeed(String answer) {
    if (!answer.contains("\"statusCode\":\"E000\"")) {
      throw new IllegalStateException("not E000: " + answer);
    }
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
