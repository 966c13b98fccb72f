package id.jejak.app.wiring;

import id.jejak.kernel.mail.Mailer;

/** Where no mail server is configured: says so, and takes no letter. */
final class NoMail implements Mailer {
  @Override
  public void send(Letter letter) {
    throw new Undelivered("no mail server is configured",
        new IllegalStateException("ask configured() before writing a letter"));
  }

  @Override
  public boolean configured() {
    return false;
  }
}
