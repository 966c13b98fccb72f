package id.jejak.facility.access.store;

import id.jejak.facility.access.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keyring and the index of access, for everybody who keeps people's texts. Thread-safe. */
public final class SharedVault implements Vault {
  private final Keyring ring;
  private final IndexRing index;
  private final List<Kept> kept = new CopyOnWriteArrayList<>();

  /** A vault over keys that were read already. */
  public SharedVault(Keyring ring, IndexRing index) {
    this.ring = ring;
    this.index = index;
  }

  @Override
  public Sealed seal(String text, String place) {
    var sealed = ring.seal(text.getBytes(StandardCharsets.UTF_8), place);
    return new Sealed(sealed.key(), sealed.bytes());
  }

  @Override
  public String open(byte[] sealed, String place) {
    return new String(ring.open(sealed, place), StandardCharsets.UTF_8);
  }

  @Override
  public long primary() {
    return ring.primary();
  }

  @Override
  public long active() {
    return index.active();
  }

  @Override
  public boolean single() {
    return index.single();
  }

  @Override
  public byte[] hash(String kind, String text, long indexKey) {
    return index.of(kind, text, indexKey);
  }

  @Override
  public List<byte[]> hashes(String kind, String text) {
    return index.all(kind, text);
  }

  @Override
  public void keeps(Kept rows) {
    kept.add(rows);
  }

  /** Everything that is kept under these keys. */
  public List<Kept> kept() {
    return List.copyOf(kept);
  }
}
