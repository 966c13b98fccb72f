package id.jejak.app.mail;

import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import java.util.List;
import java.util.Locale;

/**
 * Which mail server takes our letters, and in whose name they go.
 *
 * @param host empty when no mail server is configured
 * @param user empty when the mail server asks for no password
 * @param from one address
 */
public record MailSettings(String host, int port, Security security, String user, Secret password, String from) {
  /** The mail server's name. */
  public static final Key<String> HOST = Key.text("mail.smtp.host", "",
      "mail server that takes our letters; empty: no letters are sent");
  /** The mail server's port. */
  public static final Key<Integer> PORT = Key.number("mail.smtp.port", 587, 1, 65_535,
      "its port: 587 with starttls, 465 with tls");
  /** How the way to the mail server is protected. */
  public static final Key<Security> SECURITY = new Key<>("mail.smtp.security", "starttls", Security::of,
      "none, starttls or tls; with the last two, the server's certificate is checked and nothing goes in clear");
  /** Who logs in at the mail server. */
  public static final Key<String> USER = Key.text("mail.smtp.user", "", "user at the mail server; empty: no login");
  /** The password for it. */
  public static final Key<Secret> PASSWORD = new Key<>("mail.smtp.password", "", Secret::new,
      "password at the mail server");
  /** The sender's address. */
  public static final Key<String> FROM = Key.text("mail.from", "", "address in whose name letters go");
  /** All of them. */
  public static final List<Key<?>> KEYS = List.of(HOST, PORT, SECURITY, USER, PASSWORD, FROM);

  /** How the way to the mail server is protected. */
  public enum Security {
    /** In clear. For a mail server on this machine. */
    NONE,
    /** Begins in clear and must change to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS;

    static Security of(String word) {
      for (var one : values()) {
        if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
          return one;
        }
      }
      throw new IllegalArgumentException("must be none, starttls or tls");
    }
  }

  /**
   * Reads them.
   *
   * @throws StartFailure when a mail server is named and the sender is no address
   */
  public static MailSettings of(Settings settings) {
    var read = new MailSettings(settings.get(HOST).strip(), settings.get(PORT), settings.get(SECURITY),
        settings.get(USER), settings.get(PASSWORD), settings.get(FROM).strip());
    if (read.configured() && SmtpMailer.address(read.from()).isEmpty()) {
      throw new StartFailure("setting mail.from must be an e-mail address when mail.smtp.host is given");
    }
    return read;
  }

  /** True when a mail server is named. */
  public boolean configured() {
    return !host.isEmpty();
  }
}
