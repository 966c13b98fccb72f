package id.jejak.app.cli;

import id.jejak.app.wiring.Logs;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.print.Typeface;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Starts on data that are thrown away, asks every operation once with its own examples, and stops: what Java
 * loads meanwhile goes into the start-up cache that the launcher keeps beside the build. Started twice, since
 * the start that must be quick is the one that finds its data.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Opening opening;

  @Parameters(index = "0", paramLabel = "DIR", description = "folder to make, use and delete")
  private Path data = Path.of("");

  TrainCommand(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Integer call() throws IOException {
    Logs.keepIn(data);
    try {
      for (int start = 0; start < 2; start++) {
        once();
      }
      draw();
    } finally {
      delete();
    }
    return 0;
  }

  private void once() {
    var wish = ServeWords.read(List.of("--port", "0", "--data", data.toString())).orElseThrow();
    var plan = opening.plan(wish.data(), Optional.empty(), wish.world());
    var out = new PrintWriter(Writer.nullWriter());
    try (var house = new Serving(opening).begin(plan, wish.host(), wish.port(), new Stop(), out);
        var transport = new HttpTransport(house.url(), PATIENCE)) {
      for (var mount : house.mounts()) {
        for (var route : mount.routes()) {
          if (!route.operation().path().endsWith("/stream")) { // it lasts as long as somebody listens
            ask(transport, mount, route.operation());
          }
        }
      }
    }
  }

  /** Labels and prescriptions are of somebody, whom the examples do not know: one line stands for all of them. */
  private static void draw() throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var typeface = new Typeface(document);
      try (var content = new PDPageContentStream(document, page)) {
        typeface.put(content, typeface.broken("Jejak", 9, 100).getFirst(), 9, true, 20, 20);
      }
      document.save(OutputStream.nullOutputStream());
    }
  }

  private static void ask(HttpTransport transport, Mount mount, Operation operation) {
    var json = operation.params().stream()
        .map(param -> "\"" + param.name() + "\": " + param.example())
        .collect(Collectors.joining(", ", "{", "}"));
    var path = mount.bases().getFirst() + operation.path().replaceAll("\\{[^}]*}", "1");
    try {
      transport.handle(operation.params().isEmpty()
          ? Request.of(operation.method(), path, Headers.NONE, Body.EMPTY)
          : Request.json(operation.method(), path, json));
    } catch (NoAnswer e) {
      LoggerFactory.getLogger(TrainCommand.class).info("no answer from {}", operation.id(), e);
    }
  }

  private void delete() throws IOException {
    try (var tree = Files.walk(data)) {
      for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
