package id.jejak.kernel.mail;

/** Sends letters. */
@FunctionalInterface
public interface Mailer {
  /**
   * A plain-text letter.
   *
   * @param to one address
   */
  record Letter(String to, String subject, String text) {}

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

  /** The mail server did not take a letter. The message names no address. */
  final class Undelivered extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says why. */
    public Undelivered(String why, Throwable cause) {
      super(why, cause);
    }
  }
}
