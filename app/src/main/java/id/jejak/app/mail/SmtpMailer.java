package id.jejak.app.mail;

import id.jejak.kernel.config.Settings;
import id.jejak.kernel.ids.Tokens;
import id.jejak.kernel.mail.Mailer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends letters through a mail server, one connection per letter. With {@code starttls} and {@code tls} the server's
 * certificate and name are checked, and a server that offers no TLS gets no letter. Thread-safe.
 *
 * <p>What goes wrong is told in one line of our own: the mail server's words and the library's exceptions name
 * addresses, so neither is passed on.
 */
public final class SmtpMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  /** For each answer of the mail server, and for each write. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LETTER_NAME = 24;

  private final MailSettings settings;
  private final InstantSource clock;
  private final Tokens tokens;
  private final Session session;

  SmtpMailer(MailSettings settings, InstantSource clock, SecureRandom random, Optional<SSLSocketFactory> trust) {
    this.settings = settings;
    this.clock = clock;
    this.tokens = new Tokens(random);
    this.session = Session.getInstance(properties(settings, trust));
  }

  /**
   * The mailer of these settings; one that sends nothing and says so when no mail server is named.
   *
   * @param clock the time that letters carry
   */
  public static Mailer of(Settings settings, InstantSource clock, SecureRandom random) {
    var mail = MailSettings.of(settings);
    if (!mail.configured()) {
      return new NoMailer();
    }
    if (mail.security() == MailSettings.Security.NONE && !mail.user().isEmpty()) {
      LOG.warn("mail.smtp.security is none: the mail password and every letter go to {} in clear", mail.host());
    }
    return new SmtpMailer(mail, clock, random, Optional.empty());
  }

  @Override
  public void send(Letter letter) {
    var to = address(letter.to()).orElseThrow(() ->
        new Undelivered("the letter's address is no e-mail address", true));
    try (var transport = session.getTransport("smtp")) {
      var message = message(letter, to);
      if (settings.user().isEmpty()) {
        transport.connect();
      } else {
        transport.connect(settings.user(), settings.password().reveal());
      }
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw undelivered(e);
    }
  }

  private MimeMessage message(Letter letter, InternetAddress to) throws MessagingException {
    var name = "<" + tokens.alphanumeric(LETTER_NAME) + settings.from().substring(settings.from().lastIndexOf('@'))
        + ">";
    var message = new MimeMessage(session) {
      /** The library's own would tell this machine's user and name. */
      @Override
      protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", name);
      }
    };
    message.setFrom(new InternetAddress(settings.from()));
    message.setRecipient(Message.RecipientType.TO, to);
    message.setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(clock.instant()));
    message.saveChanges();
    return message;
  }

  /** One plain address without a name; empty for anything else, line breaks in particular. */
  static Optional<InternetAddress> address(String text) {
    if (text.indexOf('@') < 1 || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == ',' || c == ';')) {
      return Optional.empty();
    }
    try {
      var address = new InternetAddress(text, true);
      return address.getAddress().equals(text) ? Optional.of(address) : Optional.empty();
    } catch (AddressException e) {
      return Optional.empty();
    }
  }

  /** A line break in a subject would begin a header of the writer's choice. */
  private static String oneLine(String subject) {
    return subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private Undelivered undelivered(MessagingException e) {
    var server = "the mail server " + settings.host() + ":" + settings.port();
    for (Exception cause = e; cause != null; cause = next(cause)) {
      switch (cause) {
        case AuthenticationFailedException _ -> {
          return new Undelivered(server + " did not take our user and password", false);
        }
        case SMTPAddressFailedException refused -> {
          return new Undelivered(server + " refused the letter's address (" + refused.getReturnCode() + ")", true);
        }
        case SMTPSenderFailedException refused -> {
          return new Undelivered(server + " refused mail.from (" + refused.getReturnCode() + ")", false);
        }
        case SMTPSendFailedException refused when refused.getReturnCode() >= 500 -> {
          return new Undelivered(server + " refused the letter (" + refused.getReturnCode() + ")", true);
        }
        case SSLException _ -> {
          return new Undelivered(server + " showed no certificate that can be trusted for its name", false);
        }
        default -> { } // the reason may lie deeper
      }
    }
    return new Undelivered(server + " could not be reached or did not take the letter ("
        + e.getClass().getSimpleName() + ")", false);
  }

  private static @org.jspecify.annotations.Nullable Exception next(Exception e) {
    var next = e instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException() : e.getCause();
    return next instanceof Exception deeper && deeper != e ? deeper : null;
  }

  private static Properties properties(MailSettings settings, Optional<SSLSocketFactory> trust) {
    var properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT.toMillis()));
    properties.put("mail.smtp.timeout", Long.toString(PATIENCE.toMillis()));
    properties.put("mail.smtp.writetimeout", Long.toString(PATIENCE.toMillis()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    trust.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
    switch (settings.security()) {
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }
}
