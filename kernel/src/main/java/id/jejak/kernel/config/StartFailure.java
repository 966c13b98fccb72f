package id.jejak.kernel.config;

/**
 * Why the program cannot start: one line that says what is wrong and what to do about it.
 *
 * <p>Whoever runs the program reads the message alone; the cause is for its programmers. The message holds no
 * secret and nothing about a patient.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that explains itself. */
  public StartFailure(String message) {
    super(oneLine(message));
  }

  /** A failure with the exception that led to it. */
  public StartFailure(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
