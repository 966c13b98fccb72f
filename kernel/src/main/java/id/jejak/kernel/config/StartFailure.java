package id.jejak.kernel.config;

/**
 * Why Jejak cannot start or a command cannot run: one line that says what is wrong and what to do.
 * Shown without a stack trace, with exit status 2.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong and what to do. */
  public StartFailure(String message) {
    super(message);
  }

  /** Says what is wrong and what to do; the cause goes to the log only. */
  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
