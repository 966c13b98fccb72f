package id.jejak.verify.bench.kfa;

import id.jejak.verify.bench.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link StaticServer} with bodies that the product answered, in a process with the product's memory options. */
final class Statics implements AutoCloseable {
  private final Process process;
  private final int port;
  private final int bodies;

  /**
   * Starts one.
   *
   * @param folder for the bodies
   * @param answers as they were read, one character for each byte
   */
  Statics(Path folder, List<String> answers) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < answers.size(); i++) {
      Files.write(folder.resolve(i + ".json"), answers.get(i).getBytes(StandardCharsets.ISO_8859_1));
    }
    bodies = answers.size();
    process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-Xms32m", "-Xmx1g", "-Xss512k", "-XX:ReservedCodeCacheSize=64m", "-cp",
        System.getProperty("java.class.path"), StaticServer.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.matches("\\d+")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the server of the same bytes did not start");
    }
    port = Integer.parseInt(line);
    Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> { })); // a full pipe would stop the child
  }

  int port() {
    return port;
  }

  List<byte[]> requests() {
    var all = new ArrayList<byte[]>();
    for (int i = 0; i < bodies; i++) {
      all.add(Wire.request("GET", "/" + i, new byte[0]));
    }
    return all;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
