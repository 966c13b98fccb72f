package id.jejak.satusehat.http;

import java.util.Optional;

/**
 * What a reference names.
 *
 * @param type empty when the reference does not say
 */
record Target(String type, String id) {
  private static final int LONGEST_ID = 64;
  private static final String URN = "urn:uuid:";
  private static final int LONGEST = 2048;

  /** True for what FHIR takes as an id. */
  static boolean isId(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST_ID) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c >= 'A' && c <= 'Z' || c == '.')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads {@code Type/id}, an absolute address that ends so, either with a version, or {@code urn:uuid:}. Empty for what
   * stands within the resource itself, and for anything else.
   */
  static Optional<Target> of(String reference) {
    if (reference.length() > LONGEST || reference.startsWith("#")) {
      return Optional.empty();
    }
    if (reference.startsWith(URN)) {
      return valid("", reference.substring(URN.length()));
    }
    int version = reference.indexOf("/_history/");
    var bare = version < 0 ? reference : reference.substring(0, version);
    int last = bare.lastIndexOf('/');
    if (last < 0) {
      return valid("", bare);
    }
    return valid(bare.substring(bare.lastIndexOf('/', last - 1) + 1, last), bare.substring(last + 1));
  }

  private static Optional<Target> valid(String type, String id) {
    return isId(id) ? Optional.of(new Target(type, id)) : Optional.empty();
  }
}
