package id.jejak.facility.access.http;

import id.jejak.facility.access.domain.SessionLife;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.config.StartFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a facility's access is set up.
 *
 * @param secure whether cookies are for TLS only
 */
record Options(SessionLife life, boolean secure, Optional<Provider> provider) {
  private static final Key<Duration> IDLE = Key.span("access.session.idle", Duration.ofMinutes(30),
      "How long a session of a facility's staff lives without a request.");
  private static final Key<Duration> WHOLE = Key.span("access.session.life", Duration.ofHours(12),
      "How long a session of a facility's staff lives at the most.");
  private static final Key<Boolean> SECURE = Key.flag("access.cookie.secure", false,
      "Whether a browser may send the session's cookie over TLS only. Set it wherever there is TLS in front.");
  private static final Key<String> ISSUER = Key.text("access.oidc.issuer", "",
      "Identity provider of the staff, such as https://login.example/realms/rs. Empty: none.");
  private static final Key<String> CLIENT = Key.text("access.oidc.client.id", "",
      "Our name at the identity provider.");
  private static final Key<String> SECRET = Key.text("access.oidc.client.secret", "",
      "Our secret at the identity provider. Empty for a public client.");
  private static final Key<String> CALLBACK = Key.text("access.oidc.callback", "",
      "Where the identity provider sends browsers back to: the address of this server as browsers see it, and"
          + " /facility/v1/oidc/callback.");
  private static final Key<String> HOME = Key.text("access.oidc.home", "/",
      "Where a browser goes after a login at the identity provider; a path of this server.");

  static final List<Key<?>> KEYS = List.of(IDLE, WHOLE, SECURE, ISSUER, CLIENT, SECRET, CALLBACK, HOME);

  /** The identity provider, and who we are there. */
  record Provider(URI issuer, String client, Secret secret, URI callback, String home) {}

  static Options of(Settings settings) {
    try {
      var life = new SessionLife(settings.get(IDLE), settings.get(WHOLE));
      return new Options(life, settings.get(SECURE), provider(settings));
    } catch (IllegalArgumentException e) {
      throw new StartFailure("settings access.session.idle, access.session.life, access.oidc.*: " + e.getMessage(), e);
    }
  }

  private static Optional<Provider> provider(Settings settings) {
    if (settings.get(ISSUER).isBlank()) {
      return Optional.empty();
    }
    var home = settings.get(HOME);
    if (settings.get(CLIENT).isBlank() || settings.get(CALLBACK).isBlank() || !home.startsWith("/")
        || home.startsWith("//")) {
      throw new IllegalArgumentException("access.oidc.client.id and access.oidc.callback go with access.oidc.issuer,"
          + " and access.oidc.home is a path of this server");
    }
    return Optional.of(new Provider(URI.create(settings.get(ISSUER)), settings.get(CLIENT),
        new Secret(settings.get(SECRET)), URI.create(settings.get(CALLBACK)), home));
  }
}
