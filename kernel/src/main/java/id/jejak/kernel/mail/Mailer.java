package id.jejak.kernel.mail;

/** Sends letters. */
@FunctionalInterface
public interface Mailer {
  /**
   * A plain-text letter.
   *
   * @param to one address
   */
  record Letter(String to, String subject, String text) {
    /** Without address and content: a letter may come near a log. */
    @Override
    public String toString() {
      return "Letter[***]";
    }
  }

  /**
   * Hands a letter to the mail server.
   *
   * @throws Undelivered when the mail server did not take it; trying again later is safe
   */
  void send(Letter letter);

  /** Whether letters go anywhere; false when no mail server is configured. */
  default boolean configured() {
    return true;
  }

  /** The mail server did not take a letter. One line that names no address and carries no cause that would. */
  final class Undelivered extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean thisLetterOnly;

    /** Says why; the cause must name no address. */
    public Undelivered(String why, Throwable cause) {
      super(why, cause);
      this.thisLetterOnly = false;
    }

    /**
     * Says why.
     *
     * @param thisLetterOnly true when the mail server works and refused this letter, so that others may go through
     */
    public Undelivered(String why, boolean thisLetterOnly) {
      super(why);
      this.thisLetterOnly = thisLetterOnly;
    }

    /** True when the mail server works and refused this letter: others may go through. */
    public boolean thisLetterOnly() {
      return thisLetterOnly;
    }
  }
}
