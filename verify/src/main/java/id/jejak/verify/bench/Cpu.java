package id.jejak.verify.bench;

import com.sun.management.OperatingSystemMXBean;
import id.jejak.verify.served.Served;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor seconds, by whom they were spent: says where the time of an operation goes, and what the generator
 * itself costs.
 */
public record Cpu(double generator, double server, double database) {
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

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  Cpu plus(Cpu other) {
    return new Cpu(generator + other.generator, server + other.server, database + other.database);
  }

  Cpu minus(Cpu other) {
    return new Cpu(generator - other.generator, server - other.server, database - other.database);
  }
}
