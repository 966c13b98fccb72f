package id.jejak.facility.access.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The keys under which everything personal is kept: a Tink keyset in a file, of which the primary key seals and every key
 * opens. Rotation adds a key and makes it the primary one, while everybody works on. Thread-safe.
 */
public final class Keyring {
  private static final String FILE = "access-data.json";
  private static final Configuration HOW = AeadConfig2026.get();

  /** What was sealed, and under which key. */
  public record Sealed(long key, byte[] bytes) {}

  private record Keys(KeysetHandle handle, Aead aead) {
    long primary() {
      return Integer.toUnsignedLong(handle.getPrimary().getId());
    }

    List<Long> ids() {
      var ids = new ArrayList<Long>();
      for (int i = 0; i < handle.size(); i++) {
        ids.add(Integer.toUnsignedLong(handle.getAt(i).getId()));
      }
      return ids;
    }
  }

  private final KeyFolder folder;
  private volatile Keys keys;

  /**
   * Reads the keys; makes the first one when there is none.
   *
   * @throws id.jejak.kernel.config.StartFailure when they cannot be read
   */
  public Keyring(KeyFolder folder) {
    this.folder = folder;
    this.keys = read(folder.text(FILE, Keyring::fresh));
  }

  /** The number of the key that seals. */
  public long primary() {
    return keys.primary();
  }

  /** The numbers of all keys. */
  public List<Long> ids() {
    return keys.ids();
  }

  /** Seals, bound to where it is kept. */
  public Sealed seal(byte[] plain, String place) {
    var now = keys;
    try {
      return new Sealed(now.primary(), now.aead.encrypt(plain, bytes(place)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("something could not be sealed", e);
    }
  }

  /** Opens what was sealed for the same place, also when another node rotated the keys meanwhile. */
  public byte[] open(byte[] sealed, String place) {
    try {
      return keys.aead.decrypt(sealed, bytes(place));
    } catch (GeneralSecurityException e) {
      look();
    }
    try {
      return keys.aead.decrypt(sealed, bytes(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what was sealed does not open: these data belong to other keys, or were changed",
          e);
    }
  }

  /** Reads the file again: another node may have rotated. */
  public void look() {
    keys = read(folder.text(FILE, Keyring::fresh));
  }

  /** When the keys last changed. */
  public Instant changed() {
    return folder.replaced(FILE);
  }

  /**
   * A new key, which seals from now on.
   *
   * @return its number
   */
  public long rotate(Instant now) {
    keys = read(folder.replace(FILE, now, text -> {
      var before = read(text).handle;
      try {
        var builder = KeysetHandle.newBuilder().setConfiguration(HOW);
        for (int i = 0; i < before.size(); i++) {
          builder.addEntry(KeysetHandle.importKey(before.getAt(i).getKey()).withFixedId(before.getAt(i).getId()));
        }
        return text(builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withRandomId().makePrimary()).build());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a key could not be added", e);
      }
    }));
    return keys.primary();
  }

  /** Destroys keys for good: what only they open cannot be opened any more, in no copy of the database either. */
  public void retire(Collection<Long> ids, Instant now) {
    keys = read(folder.replace(FILE, now, text -> {
      var before = read(text).handle;
      try {
        var builder = KeysetHandle.newBuilder().setConfiguration(HOW);
        for (int i = 0; i < before.size(); i++) {
          var one = before.getAt(i);
          if (one.isPrimary() || !ids.contains(Integer.toUnsignedLong(one.getId()))) {
            var entry = KeysetHandle.importKey(one.getKey()).withFixedId(one.getId());
            builder.addEntry(one.isPrimary() ? entry.makePrimary() : entry);
          }
        }
        return text(builder.build());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("keys could not be retired", e);
      }
    }));
  }

  private static String fresh() {
    try {
      return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, HOW));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key could be made", e);
    }
  }

  private static String text(KeysetHandle handle) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(handle, HOW, InsecureSecretKeyAccess.get());
  }

  private static Keys read(String text) {
    try {
      var handle = TinkJsonProtoKeysetFormat.parseKeyset(text, HOW, InsecureSecretKeyAccess.get());
      return new Keys(handle, handle.getPrimitive(HOW, Aead.class));
    } catch (GeneralSecurityException e) {
      throw new id.jejak.kernel.config.StartFailure(FILE + " in the folder of keys is no keyset of Tink:"
          + " put the one that belongs to these data in its place", e);
    }
  }

  private static byte[] bytes(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }
}
