package id.jejak.verify.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a number means nothing without: the machine, its disk, and how PostgreSQL is set. */
final class Machine {
  private static final int SYNCS = 200;
  private static final int PAGE = 8192;

  private Machine() {}

  static Map<String, String> facts(Stage stage, Path data) throws IOException, SQLException {
    var facts = new LinkedHashMap<String, String>();
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    facts.put("processors", system.getAvailableProcessors() + " x " + processor());
    facts.put("memory", (system.getTotalMemorySize() >> 20) + " MiB");
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("load before", String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
    facts.put("disk", Files.getFileStore(data).type() + ", write and fsync of 8 KiB: " + sync(data));
    facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    try (var connection = stage.connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery("""
            select name, current_setting(name)
              from pg_settings
             where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers',
                            'max_wal_size', 'wal_compression', 'checkpoint_timeout', 'autovacuum', 'data_checksums')
             order by name
            """)) {
      while (rows.next()) {
        facts.put("postgresql " + rows.getString(1), rows.getString(2));
      }
    }
    return facts;
  }

  private static String processor() throws IOException {
    var file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return System.getProperty("os.arch");
    }
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith("model name")).findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(System.getProperty("os.arch"));
    }
  }

  /** What one durable commit costs at the least. */
  private static String sync(Path folder) throws IOException {
    var file = Files.createTempFile(folder, "fsync-", "");
    var latency = Measure.histogram();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var page = ByteBuffer.allocate(PAGE);
      for (int i = 0; i < SYNCS; i++) {
        long before = System.nanoTime();
        channel.write(page.rewind(), 0);
        channel.force(false);
        latency.recordValue(System.nanoTime() - before);
      }
    } finally {
      Files.delete(file);
    }
    return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", latency.getValueAtPercentile(50) / 1e6,
        latency.getValueAtPercentile(99) / 1e6);
  }
}
