package id.jejak.facility.access.store;

import id.jejak.facility.access.Identifier;
import id.jejak.kernel.config.StartFailure;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/**
 * The keys under which patients are found, in a file: a new one is known to every node before the first hash under it is
 * written, so everybody looks under all of them, and finds. Thread-safe.
 */
public final class IndexRing {
  private static final String FILE = "access-index.key";
  private static final int BYTES = 32;
  /** By then every node has read the file again. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** A key and from when on it is used for what is written. */
  private record Key(long number, Instant since, BlindIndex index) {}

  private final KeyFolder folder;
  private final SecureRandom random;
  private final InstantSource clock;
  private volatile List<Key> keys;
  private volatile Instant looked;

  /**
   * Reads the keys; makes the first one when there is none.
   *
   * @throws StartFailure when they cannot be read
   */
  public IndexRing(KeyFolder folder, SecureRandom random, InstantSource clock) {
    this.folder = folder;
    this.random = random;
    this.clock = clock;
    this.looked = clock.instant();
    this.keys = read();
  }

  private List<Key> read() {
    return parsed(folder.text(FILE, this::fresh));
  }

  private String fresh() {
    var key = new byte[BYTES];
    random.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /** A line holds number, since when, and key; the first key there ever was stands alone in its line. */
  private static List<Key> parsed(String text) {
    return text.lines().map(String::strip).map(line -> {
      var words = line.split(" ");
      return words.length == 1 ? new Key(0, Instant.EPOCH, BlindIndex.of(words[0], FILE))
          : new Key(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1])), BlindIndex.of(words[2], FILE));
    }).toList();
  }

  /**
   * Reads the file again: another node may have rotated.
   *
   * @return whether the keys are others than before
   */
  public boolean look() {
    var before = keys.stream().map(Key::number).toList();
    looked = clock.instant();
    keys = read();
    return !keys.stream().map(Key::number).toList().equals(before);
  }

  /**
   * The same for whoever looks at every turn: nothing is read while no key can be in use that was not there at the last look.
   *
   * @return whether the keys are others than before
   */
  public boolean lookWhenDue() {
    return Duration.between(looked, clock.instant()).abs().compareTo(SETTLED.dividedBy(2)) > 0 && look();
  }

  /** The number of the key under which is written now. */
  public long active() {
    return activeKey().number();
  }

  private Key activeKey() {
    var settled = clock.instant().minus(SETTLED);
    return keys.stream().filter(key -> !key.since().isAfter(settled)).reduce((_, later) -> later)
        .orElseGet(() -> keys.getFirst());
  }

  /** Numbers of the keys under which nothing is written any more. */
  public List<Long> older() {
    long active = active();
    return keys.stream().map(Key::number).filter(number -> number < active).toList();
  }

  /** Whether there is one key only. */
  public boolean single() {
    return keys.size() == 1;
  }

  /**
   * What stands for an identifier under one key.
   *
   * @throws IllegalStateException when there is no such key any more
   */
  public byte[] of(Identifier identifier, long number) {
    return key(number).of(identifier);
  }

  /** The same for a text of a kind. */
  byte[] of(String kind, String text, long number) {
    return key(number).hash(kind, text);
  }

  private BlindIndex key(long number) {
    return keys.stream().filter(key -> key.number() == number).findFirst().map(Key::index)
        .orElseThrow(() -> new IllegalStateException("the index has no key " + number));
  }

  /** What may stand for an identifier, under each key, the oldest first. */
  public List<byte[]> all(Identifier identifier) {
    return keys.stream().map(key -> key.index().of(identifier)).toList();
  }

  /** The same for a text of a kind. */
  List<byte[]> all(String kind, String text) {
    return keys.stream().map(key -> key.index().hash(kind, text)).toList();
  }

  /** A new key, under which is written once every node knows it. */
  public void rotate() {
    var now = clock.instant();
    keys = parsed(folder.replace(FILE, now, text -> text.strip() + "\n" + (parsed(text).getLast().number() + 1) + " "
        + now.toEpochMilli() + " " + fresh()));
  }

  /** Destroys keys for good. */
  public void retire(List<Long> numbers) {
    keys = parsed(folder.replace(FILE, clock.instant(), text -> {
      var lines = text.strip().lines().toList();
      var known = parsed(text);
      var left = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        if (!numbers.contains(known.get(i).number())) {
          left.append(left.isEmpty() ? "" : "\n").append(lines.get(i));
        }
      }
      return left.toString();
    }));
  }
}
