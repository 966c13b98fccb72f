package id.jejak.kernel.db.local;

import java.security.SecureRandom;
import java.util.Base64;

/** The server's password, which prints as {@code ***} so that it cannot slip into a log. */
public record Password(String reveal) {
  private static final int SIZE_BYTES = 32;

  /** Refuses an empty password: the server would never accept it. */
  public Password {
    if (reveal.isBlank()) {
      throw new IllegalArgumentException("the password is empty");
    }
  }

  static Password random() {
    var bytes = new byte[SIZE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "***";
  }
}
