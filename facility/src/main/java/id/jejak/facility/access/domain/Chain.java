package id.jejak.facility.access.domain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;

/**
 * How lines of the audit hang together: the hash of each covers the hash of the one before, so that changing, removing or
 * putting in one of them breaks every later one. SHA-256 without a key, so that anybody can check it.
 *
 * @param seq of the last line; 0 before the first
 * @param hash of the last line, 32 bytes
 */
public record Chain(long seq, byte[] hash) {
  private static final int HASH = 32;

  /** A chain without lines. */
  public static Chain empty() {
    return new Chain(0, new byte[HASH]);
  }

  /** The chain with one more line. */
  public Chain plus(AuditEntry entry) {
    var bytes = new ByteArrayOutputStream(160);
    try (var out = new DataOutputStream(bytes)) {
      out.write(hash);
      out.writeLong(seq + 1);
      out.writeUTF(entry.facility());
      out.writeLong(entry.id());
      out.writeLong(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.at())); // as exact as the table is
      out.writeLong(entry.staff());
      out.writeBoolean(entry.glass());
      out.writeUTF(entry.operation());
      out.writeUTF(entry.deed().name());
      out.writeLong(entry.patient());
      out.writeUTF(entry.purpose());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Chain(seq + 1, sha256(bytes.toByteArray()));
  }

  /** Whether it ends where another one ends. */
  public boolean endsAs(Chain other) {
    return seq == other.seq && MessageDigest.isEqual(hash, other.hash);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
