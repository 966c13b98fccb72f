package id.jejak.verify.bench;

import com.sun.management.OperatingSystemMXBean;
import id.jejak.verify.served.Served;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor seconds, by whom they were spent: says where the time of an operation goes, and what the generator
 * itself costs.
 */
public record Cpu(double generator, double server, double database) {
  /** Of {@code /proc/PID/stat}, behind the name: user and system time, and those of children that have ended. */
  private static final int FIRST = 11;
  private static final int LAST = 14;
  /** A second has so many on every Linux of today ({@code getconf CLK_TCK}). */
  private static final double TICKS = 100;
  /** No time at all. */
  static final Cpu NONE = new Cpu(0, 0, 0);

  /** All that was spent so far. */
  public static Cpu spent(Served served) {
    var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    // ours is the server's child, one that counts statements is ours
    double database = Stream.concat(served.process().descendants(), ProcessHandle.current().descendants())
        .filter(one -> one.pid() != served.process().pid()).distinct().mapToDouble(Cpu::seconds).sum();
    return new Cpu(own.getProcessCpuTime() / 1e9, seconds(served.process()), database);
  }

  /** Its own and that of children which have ended, as Linux tells it: a worker of PostgreSQL may live for one query. */
  private static double seconds(ProcessHandle process) {
    try {
      var words = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      var fields = words.substring(words.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = FIRST; i <= LAST; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS;
    } catch (IOException e) { // it has ended, or this is no Linux
      return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
  }

  Cpu plus(Cpu other) {
    return new Cpu(generator + other.generator, server + other.server, database + other.database);
  }

  Cpu minus(Cpu other) {
    return new Cpu(generator - other.generator, server - other.server, database - other.database);
  }
}
