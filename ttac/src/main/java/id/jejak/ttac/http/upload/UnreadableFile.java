package id.jejak.ttac.http.upload;

/** A file that cannot be read as a table at all. The message says why, for whoever made the file. */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says why. */
  public UnreadableFile(String why) {
    super(why, null, false, false); // expected: no stack trace
  }
}
