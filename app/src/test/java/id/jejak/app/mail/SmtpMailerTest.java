package id.jejak.app.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.jejak.kernel.SecondLane;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.mail.Mailer.Letter;
import id.jejak.kernel.mail.Mailer.Undelivered;
import id.jejak.kernel.mail.Mailer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters through a real mail server, in clear and over TLS; and every way in which one is not taken. */
@SecondLane
class SmtpMailerTest {
  private static final String STORE_PASSWORD = "only-for-this-test";
  private static final Letter LETTER =
      new Letter("dewi@pbf.example", "Token berakhir – segera", "Yth. Dewi,\ntoken Anda berakhir.\n");
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z"));

  @TempDir
  private static Path folder;
  private static SSLSocketFactory trusting;
  private static GreenMail server;

  @BeforeAll
  static void start() throws Exception {
    var store = folder.resolve("mail.p12");
    trusting = trusting(certificate(store));
    System.setProperty("greenmail.tls.keystore.file", store.toString());
    System.setProperty("greenmail.tls.keystore.password", STORE_PASSWORD);
    System.setProperty("greenmail.tls.key.password", STORE_PASSWORD);
    server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)});
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void knowsDewi() {
    server.setUser("dewi@pbf.example", "dewi", "unused");
    server.setUser("jejak@jejak.example", "jejak", "right");
  }

  @AfterEach
  void empty() throws Exception {
    server.getUserManager().setAuthRequired(false);
    server.purgeEmailFromAllMailboxes();
  }

  private static KeyStore certificate(Path store) throws Exception {
    var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", "mail", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
        "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE_PASSWORD)
        .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.txt").toFile()).start();
    assertEquals(0, made.waitFor(), () -> read(folder.resolve("keytool.txt")));
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    return keys;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static SSLSocketFactory trusting(KeyStore keys) throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static SmtpMailer mailer(String host, int port, MailSettings.Security security, String password,
      Optional<SSLSocketFactory> trust) {
    return new SmtpMailer(new MailSettings(host, port, security, password.isEmpty() ? "" : "jejak",
        new Secret(password), "jejak@jejak.example"), CLOCK, new SecureRandom(), trust);
  }

  private static SmtpMailer inClear(String password) {
    return mailer("127.0.0.1", server.getSmtp().getPort(), MailSettings.Security.NONE, password, Optional.empty());
  }

  private static String refusal(Mailer mailer, Letter letter) {
    var failed = assertThrows(Undelivered.class, () -> mailer.send(letter));
    assertNull(failed.getCause(), "a cause would tell addresses");
    assertFalse(failed.getMessage().contains("dewi"), failed.getMessage());
    assertEquals(1, failed.getMessage().lines().count());
    return failed.getMessage();
  }

  @Test
  void aLetterArrivesAsWritten() throws Exception {
    inClear("").send(LETTER);
    var arrived = server.getReceivedMessages();
    assertEquals(1, arrived.length);
    assertEquals("Token berakhir – segera", arrived[0].getSubject());
    assertEquals("Yth. Dewi,\ntoken Anda berakhir.", arrived[0].getContent().toString().replace("\r", "").strip());
    assertEquals("jejak@jejak.example", arrived[0].getFrom()[0].toString());
    assertEquals(CLOCK.instant(), arrived[0].getSentDate().toInstant());
    assertTrue(arrived[0].getMessageID().endsWith("@jejak.example>"), arrived[0].getMessageID());
  }

  @Test
  void theRightPasswordIsTakenAndAWrongOneIsToldWithoutIt() {
    server.getUserManager().setAuthRequired(true);
    inClear("right").send(LETTER);
    assertEquals(1, server.getReceivedMessages().length);
    assertTrue(refusal(inClear("wrong"), LETTER).contains("did not take our user and password"));
  }

  @Test
  void aTrustedCertificateIsAccepted() throws Exception {
    mailer("localhost", server.getSmtps().getPort(), MailSettings.Security.TLS, "", Optional.of(trusting)).send(LETTER);
    assertEquals(1, server.getReceivedMessages().length);
  }

  @Test
  void aStrangersCertificateAndAnotherNameAreRefused() {
    int port = server.getSmtps().getPort();
    assertTrue(refusal(mailer("localhost", port, MailSettings.Security.TLS, "", Optional.empty()), LETTER)
        .contains("certificate"));
    assertTrue(refusal(mailer("127.0.0.1", port, MailSettings.Security.TLS, "", Optional.of(trusting)), LETTER)
        .contains("certificate"));
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void aServerWithoutStarttlsGetsNoLetterInClear() {
    refusal(mailer("127.0.0.1", server.getSmtp().getPort(), MailSettings.Security.STARTTLS, "", Optional.empty()),
        LETTER);
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void aServerThatIsDownIsToldInOneLine() throws IOException {
    int nobody;
    try (var socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    assertTrue(refusal(mailer("127.0.0.1", nobody, MailSettings.Security.NONE, "", Optional.empty()), LETTER)
        .contains("could not be reached"));
  }

  @Test
  void aLineBreakBringsNoHeaderAndNoSecondAddress() throws Exception {
    inClear("").send(new Letter("dewi@pbf.example", "Halo\r\nBcc: budi@pbf.example\nX-Mine: 1", "isi"));
    var arrived = server.getReceivedMessages();
    assertEquals(1, arrived.length);
    assertEquals("Halo Bcc: budi@pbf.example X-Mine: 1", arrived[0].getSubject());
    assertNull(arrived[0].getHeader("X-Mine"));
    for (var to : new String[] {"dewi@pbf.example\r\nBcc: a@b.example", "dewi@pbf.example,a@b.example", "dewi",
        "", "Dewi <dewi@pbf.example>", "@pbf.example"}) {
      assertTrue(refusal(inClear(""), new Letter(to, "Halo", "isi")).contains("no e-mail address"), to);
    }
  }

  @Test
  void withoutAHostNothingIsSentAndItSaysSo() {
    var none = SmtpMailer.of(Settings.read(Map.of(), MailSettings.KEYS, Map.of()), CLOCK, new SecureRandom());
    assertFalse(none.configured());
    none.send(LETTER);
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void settingsAreReadAndTheSenderMustBeAnAddress() {
    var given = Settings.read(Map.of("mail.smtp.host", "mail.example", "mail.smtp.port", "465", "mail.smtp.security",
        "tls", "mail.smtp.user", "u", "mail.smtp.password", "p", "mail.from", "jejak@jejak.example"),
        MailSettings.KEYS, Map.of());
    assertTrue(SmtpMailer.of(given, CLOCK, new SecureRandom()).configured());
    assertEquals("MailSettings[host=mail.example, port=465, security=TLS, user=u, password=***,"
        + " from=jejak@jejak.example]", MailSettings.of(given).toString());
    assertThrows(StartFailure.class, () -> MailSettings.of(
        Settings.read(Map.of("mail.smtp.host", "mail.example"), MailSettings.KEYS, Map.of())));
    assertThrows(StartFailure.class, () ->
        Settings.read(Map.of("mail.smtp.security", "ssl"), MailSettings.KEYS, Map.of()));
  }
}
