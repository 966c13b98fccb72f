package id.jejak.verify.kill;

/** What tests with processes of their own take turns for; beside them tests of this process go on. */
final class Turn {
  /** The name of the lock. */
  static final String LOCK = "processes that are killed";

  private Turn() {}
}
