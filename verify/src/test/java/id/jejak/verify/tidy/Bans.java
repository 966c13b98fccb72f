package id.jejak.verify.tidy;

import java.util.List;

/** What main code does not say. Each entry has its replacement, and a planted example in {@link BansTest}. */
final class Bans {
  /** Where a person sits in front of the program: a command speaks to a terminal. */
  private static final String[] TERMINAL = {"id/jejak/app/cli/", "id/jejak/verify/golden/Golden.java",
      "id/jejak/verify/bench/Bench.java"};
  private static final String WIRED = "take an InstantSource by constructor, so that the sandbox can move time";
  private static final String BOUND = "bind a named parameter in a text block: added-up SQL is where injection"
      + " comes from (only an upper-case constant may be put in)";
  private static final String NOT_CONSTANT = "(?!(?:\\w+\\.)?[A-Z][A-Z_]+\\b)";

  static final List<Ban> ALL = List.of(
      Ban.code("\\bInstant\\.now\\(", WIRED),
      Ban.code("\\b(?:Local|Offset|Zoned)(?:Date|Time|DateTime)\\.now\\(|\\bYear(?:Month)?\\.now\\(", WIRED),
      Ban.code("\\bClock\\.system\\w*\\(", WIRED),
      Ban.code("\\bInstantSource\\.system\\(", WIRED + "; only wiring starts the clock", "id/jejak/app/"),
      Ban.code("\\bSystem\\.currentTimeMillis\\(|\\bnew Date\\(\\s*\\)", WIRED),
      Ban.code("\\bSystem\\.(?:out|err)\\b", "log with SLF4J; only commands speak to the terminal", TERMINAL),
      Ban.code("\\bSystem\\.exit\\(", "throw; only commands end the process", TERMINAL),
      Ban.code("\\bprintStackTrace\\(", "log with SLF4J, or let the edge handle it"),
      Ban.code("\\bThread\\.sleep\\(", "wait for what you wait for, or let kernel.time.Jobs call you"),
      Ban.code("\\bnew Random\\(\\s*\\)|\\bMath\\.random\\(|\\bThreadLocalRandom\\b",
          "take the randomness by constructor: a seeded Random, or the SecureRandom of the context"),
      Ban.code("\\bUUID\\.randomUUID\\(", "kernel.ids makes ids and tokens"),
      Ban.code("\\.to(?:Lower|Upper)Case\\(\\s*\\)", "say Locale.ROOT: in Turkish, i has another capital"),
      Ban.code("\\bString\\.format\\(\\s*\"", "say Locale.ROOT: elsewhere digits and points look different"),
      Ban.anywhere("\\bcatch\\s*\\([^)]*\\)\\s*\\{\\s*\\}", "say in a comment why nothing is to be done"),
      Ban.statement("\"\\s*(?i:select|insert into|update \\w+(?:\\.\\w+)? set|delete from)\\s[^\"\\n]*\"\\s*\\+\\s*(?!\")"
          + NOT_CONSTANT + "\\S+", BOUND,
          "kernel/db/Migrations.java"), // a schema's name cannot be a parameter; it is a constant of ours
      Ban.statement("(?is)\"\"\"\\s+(?:select|insert into|update|delete from|with)\\b(?:(?!\"\"\").)*\"\"\"\\s*"
          + "(?-i:\\+\\s*|\\.formatted\\(\\s*)(?!\")(?-i:" + NOT_CONSTANT + ")\\S+", BOUND,
          "id/jejak/verify/bench/"), // sizes of made-up piles, put in by us; nobody types them
      Ban.anywhere("\\b(?:TODO|FIXME)\\b", "do it, or open an issue"),
      Ban.anywhere("\\t", "indent with two spaces"),
      Ban.code("\\b(?:class|record|interface|enum)\\s+\\w*(?:Utils?|Helper|Manager|Impl|Base|Common|Data|Info)\\b",
          "name it after what it is: such a name fits everything, so it says nothing"),
      Ban.code("\\blombok\\.|\\borg\\.springframework\\.|\\borg\\.mockito\\.", "plain Java"));

  private Bans() {}
}
