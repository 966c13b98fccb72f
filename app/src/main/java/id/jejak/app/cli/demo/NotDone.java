package id.jejak.app.cli.demo;

/** A step that did not come out as the story has it. */
final class NotDone extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was expected, and what came. */
  NotDone(String what) {
    super(what, null, false, false);
  }
}
