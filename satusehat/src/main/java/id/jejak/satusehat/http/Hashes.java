package id.jejak.satusehat.http;

import id.jejak.kernel.ids.Tokens;
import java.nio.ByteBuffer;

/** Short hashes that index rows hold in the place of long texts. */
final class Hashes {
  private Hashes() {}

  /** Of a value under a parameter of a type. */
  static long term(String type, String key, String value) {
    return ByteBuffer.wrap(Tokens.hash(type + '\n' + key + '\n' + value)).getLong();
  }

  /** Of a system, or of a referenced type. */
  static int system(String system) {
    return ByteBuffer.wrap(Tokens.hash(system)).getInt();
  }
}
