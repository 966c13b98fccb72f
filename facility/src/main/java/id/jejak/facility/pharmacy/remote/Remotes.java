package id.jejak.facility.pharmacy.remote;

import id.jejak.gateway.client.ClientCredentials;
import id.jejak.gateway.client.TokenKeeper;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.HttpTransport;
import id.jejak.kernel.time.Pause;
import id.jejak.kfa.client.KfaClient;
import id.jejak.ttac.client.ClientSettings;
import id.jejak.ttac.client.Credentials;
import id.jejak.ttac.client.TtacClient;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The clients of every facility, made when they are needed first. By settings they talk to any address; without, to the
 * house's own, which is known once it listens: before, there are none. Thread-safe.
 */
public final class Remotes {
  private static final Key<String> TTAC = Key.text("pharmacy.ttac", "",
      "Address of TTAC, without path, for facilities. Empty: this server's own.");
  private static final Key<Boolean> TTAC_KEYS = Key.flag("pharmacy.ttac.keys", true,
      "Whether that TTAC knows Idempotency-Key and returns of many packs, as this server does.");
  private static final Key<String> PLATFORM = Key.text("pharmacy.satusehat", "",
      "Address of SATUSEHAT and KFA, without path, for facilities. Empty: this server's own.");
  private static final Key<String> SITES = Key.text("pharmacy.sites", "",
      "File of the facilities that are served, with their accounts at TTAC and SATUSEHAT: see docs/guides/pharmacy.md."
          + " Empty: those of the demo world, or none.");
  /** The settings that facilities know. */
  public static final List<Key<?>> KEYS = List.of(TTAC, TTAC_KEYS, PLATFORM, SITES);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sites sites;
  private final InstantSource clock;
  private final SecureRandom random;
  private final boolean keys;
  private volatile @Nullable Handler ttac;
  private volatile @Nullable Handler platform;
  private final Map<String, TtacClient> ttacs = new ConcurrentHashMap<>();
  private final Map<String, TokenKeeper> keepers = new ConcurrentHashMap<>();

  /** Clients by settings; of the demo world when none are given and {@code demo}. */
  public Remotes(Settings settings, boolean demo, InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
    var file = settings.get(SITES);
    sites = file.isEmpty() ? new Sites(demo ? Sites.DEMO : List.of()) : Sites.read(Path.of(file));
    keys = settings.get(TTAC_KEYS);
    ttac = settings.get(TTAC).isEmpty() ? null : new HttpTransport(settings.get(TTAC), PATIENCE);
    platform = settings.get(PLATFORM).isEmpty() ? null : new HttpTransport(settings.get(PLATFORM), PATIENCE);
  }

  /** The house listens: whoever has no address yet is found there. */
  public void reachable(URI at) {
    reachable(new HttpTransport(at.toString(), PATIENCE));
  }

  /** The same with another way to it. */
  public void reachable(Handler house) {
    ttac = ttac == null ? house : ttac;
    platform = platform == null ? house : platform;
  }

  /** Forgets what was learnt of the other side, whose world may be another one now. */
  public void forget() {
    ttacs.clear();
    keepers.clear();
  }

  /** The facilities. */
  public Sites sites() {
    return sites;
  }

  /** TTAC as a facility; empty before there is a way to it. */
  public Optional<TtacClient> ttac(String facility) {
    var way = ttac;
    return way == null ? Optional.empty() : Optional.of(ttacs.computeIfAbsent(facility, id -> {
      var site = sites.of(id);
      return new TtacClient(way, new Credentials(site.email(), site.password()),
          keys ? ClientSettings.ours(() -> Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())) : ClientSettings.asDocumented(), clock);
    }));
  }

  /** Whether TTAC knows keys of repeats. */
  boolean keys() {
    return keys;
  }

  /** KFA as a facility, tried once: whoever asks waits at a counter. */
  public Optional<KfaClient> kfa(String facility) {
    var way = platform;
    return way == null ? Optional.empty() : Optional.of(new KfaClient(way, keeper(facility, way)::send,
        id.jejak.kfa.client.ClientSettings.usual().retrying(0), clock, Pause.real(), random));
  }

  /** SATUSEHAT as a facility. */
  public Optional<Fhir> satusehat(String facility) {
    var way = platform;
    return way == null ? Optional.empty() : Optional.of(new Fhir(way, keeper(facility, way), clock));
  }

  private TokenKeeper keeper(String facility, Handler way) {
    return keepers.computeIfAbsent(facility, id -> {
      var site = sites.of(id);
      return new TokenKeeper(way, new ClientCredentials(site.client(), site.secret()), clock);
    });
  }
}
