package id.jejak.facility.queue.remote;

import id.jejak.antrean.client.BpjsClient;
import id.jejak.antrean.client.BpjsCredentials;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.Settings;
import id.jejak.kernel.http.HttpTransport;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The line to BPJS: at the address of the settings, or at this house's own once it listens. Nothing is called before an
 * address is known. Thread-safe.
 */
public final class BpjsLine implements AutoCloseable {
  private static final Key<String> URL = Key.text("queue.bpjs.url", "",
      "Scheme and host of BPJS's services for the hospital's queue. Empty: this house's own.");
  private static final Key<String> BASE = Key.text("queue.bpjs.base", "/antreanrs",
      "Path before BPJS's services.");
  private static final Key<String> CONS_ID = Key.text("queue.bpjs.cons.id", "",
      "Consumer id that BPJS gave the hospital. Empty: the demo world's, and outside it nothing is called.");
  private static final Key<String> SECRET = Key.text("queue.bpjs.secret", "",
      "Secret key that BPJS gave the hospital.");
  private static final Key<String> USER_KEY = Key.text("queue.bpjs.user.key", "",
      "Key for the family of services that BPJS gave the hospital.");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final BpjsCredentials DEMO = new BpjsCredentials("31002", new Secret("jejak-rahasia-31002"),
      new Secret("jejak-kunci-31002"));

  /** All settings. */
  public static final List<Key<?>> KEYS = List.of(URL, BASE, CONS_ID, SECRET, USER_KEY);

  private record Open(HttpTransport transport, BpjsClient client) {}

  private final String base;
  private final Optional<String> url;
  private final Optional<BpjsCredentials> credentials;
  private final InstantSource clock;
  private final AtomicReference<Optional<Open>> open = new AtomicReference<>(Optional.empty());

  /** A line as set; in the demo world it has the demo hospital's credentials. */
  public BpjsLine(Settings settings, boolean demo, InstantSource clock) {
    this.base = settings.get(BASE);
    this.url = Optional.of(settings.get(URL)).filter(text -> !text.isEmpty());
    this.credentials = settings.get(CONS_ID).isEmpty() ? Optional.of(DEMO).filter(_ -> demo)
        : Optional.of(new BpjsCredentials(settings.get(CONS_ID), new Secret(settings.get(SECRET)),
            new Secret(settings.get(USER_KEY))));
    this.clock = clock;
    url.ifPresent(this::open);
  }

  /** The house listens there: it is called when no other address is set. */
  public void reachable(URI at) {
    if (url.isEmpty()) {
      open(at.toString());
    }
  }

  private void open(String address) {
    credentials.ifPresent(known -> {
      var transport = new HttpTransport(address, PATIENCE);
      open.getAndSet(Optional.of(new Open(transport, new BpjsClient(transport, base, known, clock))))
          .ifPresent(old -> old.transport().close());
    });
  }

  /** The client; empty while there is no address or there are no credentials. */
  public Optional<BpjsClient> client() {
    return open.get().map(Open::client);
  }

  @Override
  public void close() {
    open.getAndSet(Optional.empty()).ifPresent(old -> old.transport().close());
  }
}
