package id.jejak.app.act;

import java.util.List;

/**
 * A Berita Acara: title, who and when, chapters of rows, a conclusion, and who signs. In Indonesian, as it is filed.
 * Immutable. What stands in it is printed as it is: whoever makes it has masked secrets and patients before.
 *
 * @param facts parties, application, date, address, in order
 * @param conclusion sentences
 * @param signers whose places to sign stand at the end, from left to right; at most three
 * @param note small print under all
 */
public record Act(String title, String subtitle, List<Fact> facts, List<Chapter> chapters, List<String> conclusion,
    List<String> signers, String note) {
  /** Copies the lists. */
  public Act {
    facts = List.copyOf(facts);
    chapters = List.copyOf(chapters);
    conclusion = List.copyOf(conclusion);
    signers = List.copyOf(signers);
    if (signers.size() > 3) {
      throw new IllegalArgumentException("three may sign beside each other, not " + signers.size());
    }
  }

  /**
   * A line of the head.
   *
   * @param value dots to write on when it is empty
   */
  public record Fact(String name, String value) {}

  /** A table with its title; rows are numbered within it. */
  public record Chapter(String title, List<Row> rows) {
    /** Copies the rows. */
    public Chapter {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One line of a table.
   *
   * @param scenario what was to be shown
   * @param step what was done for it
   * @param result what came
   */
  public record Row(String scenario, String step, String expected, String result, Mark mark) {}

  /** What became of a line. */
  public enum Mark {
    /** As expected. */
    MET("Sesuai"),
    /** Otherwise than expected. */
    BROKEN("Tidak sesuai"),
    /** Nobody tried it. */
    NOT_TRIED("Belum diuji");

    private final String word;

    Mark(String word) {
      this.word = word;
    }

    /** As it is printed. */
    public String word() {
      return word;
    }
  }

  /** How many rows have this mark. */
  public long count(Mark mark) {
    return chapters.stream().flatMap(chapter -> chapter.rows().stream()).filter(row -> row.mark() == mark).count();
  }

  /** The sentence that counts: so many right, wrong, not tried. */
  public String counted() {
    return "Dari " + (count(Mark.MET) + count(Mark.BROKEN) + count(Mark.NOT_TRIED)) + " butir: " + count(Mark.MET)
        + " sesuai, " + count(Mark.BROKEN) + " tidak sesuai, " + count(Mark.NOT_TRIED) + " belum diuji.";
  }
}
