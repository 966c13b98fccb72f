package id.jejak.kfa.client;

import id.jejak.kernel.config.Secret;
import id.jejak.kernel.http.Answer;

/** Gives tokens, and remembers them. Thread-safe. */
public interface Access {
  /** A token to use now. */
  Answer<Secret> token();

  /** Another token than one that was refused. */
  Answer<Secret> insteadOf(Secret refused);
}
