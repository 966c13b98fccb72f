package id.jejak.app.conformance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in some traffic, system by system.
 *
 * @param source where the traffic is from: a file's name, or what was kept here
 * @param made when
 * @param requests how many were looked at
 * @param chapters of the systems that were spoken with, in the order of the house
 */
public record Report(Words source, Instant made, int requests, List<Chapter> chapters) {
  /**
   * One system.
   *
   * @param title of its document
   * @param rules of the traffic
   * @param services each used, and asked rightly
   * @param refusals each met
   */
  public record Chapter(String system, String title, int requests, List<Line> rules, List<Line> services,
      List<Line> refusals) {
    /** Copies the lists. */
    public Chapter {
      rules = List.copyOf(rules);
      services = List.copyOf(services);
      refusals = List.copyOf(refusals);
    }

    /** Every line. */
    public List<Line> lines() {
      return Stream.of(rules, services, refusals).flatMap(List::stream).toList();
    }

    /** How many lines have this verdict. */
    public long count(Verdict verdict) {
      return lines().stream().filter(line -> line.verdict() == verdict).count();
    }
  }

  /** Copies the chapters. */
  public Report {
    chapters = List.copyOf(chapters);
  }

  /** How many lines have this verdict. */
  public long count(Verdict verdict) {
    return chapters.stream().mapToLong(chapter -> chapter.count(verdict)).sum();
  }

  /** Whether nothing was found wrong. */
  public boolean clean() {
    return count(Verdict.FAILED) == 0;
  }
}
