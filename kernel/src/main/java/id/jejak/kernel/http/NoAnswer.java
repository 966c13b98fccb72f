package id.jejak.kernel.http;

/** A transport's word that no answer came; it decides whether a client may simply try again. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean sent;

  /**
   * Says what happened.
   *
   * @param sent true when any byte of the request may have reached the other side
   */
  public NoAnswer(boolean sent, String why, Throwable cause) {
    super(why, cause);
    this.sent = sent;
  }

  /** False when nothing can have reached the other side. */
  public boolean sent() {
    return sent;
  }
}
