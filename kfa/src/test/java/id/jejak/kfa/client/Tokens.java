package id.jejak.kfa.client;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;

/** Counts the tokens it gives. */
final class Tokens implements Access {
  int given = 1;

  @Override
  public Answer<Secret> token() {
    return new Answer.Done<>(new Secret("token-" + given));
  }

  @Override
  public Answer<Secret> insteadOf(Secret refused) {
    given++;
    return token();
  }
}
