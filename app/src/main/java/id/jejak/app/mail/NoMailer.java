package id.jejak.app.mail;

import id.jejak.kernel.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where no mail server is configured: notes that there was a letter, and neither to whom nor what it said. */
final class NoMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(NoMailer.class);

  @Override
  public void send(Letter letter) {
    LOG.info("a letter was not sent: no mail server is configured (mail.smtp.host)");
  }

  @Override
  public boolean configured() {
    return false;
  }
}
