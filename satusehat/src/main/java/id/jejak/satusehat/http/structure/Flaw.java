package id.jejak.satusehat.http.structure;

import id.jejak.satusehat.contract.Finding;
import id.jejak.satusehat.contract.Finding.Weight;

/**
 * Where a resource is no FHIR.
 *
 * @param member the element it is about, or empty
 * @param expected what may stand there
 * @param received what stands there; {@code -} for nothing
 */
public record Flaw(Kind kind, String path, String member, String expected, String received) {
  /** What may be wrong with a shape, with the store's own word for it. */
  public enum Kind {
    /** A name that the type does not have. */
    UNKNOWN("unknown field", "elemen tidak dikenal", "unknown element"),
    /** An element that cannot be left out. */
    REQUIRED("missing required field", "elemen wajib tidak ada", "a required element is missing"),
    /** One value where a list must be. */
    ARRAY("expected array", "harus berupa array", "must be an array"),
    /** A list where one value must be, or too many. */
    TOO_MANY("too many values", "terlalu banyak nilai", "too many values"),
    /** Not the JSON type, or not the form, of the element's type. */
    TYPE("expected", "tipe data salah", "wrong data type"),
    /** More than one type of a choice. */
    CHOICE("cannot accept multiple values for", "lebih dari satu pilihan [x]", "more than one of a choice [x]"),
    /** A code that the required binding does not have. */
    CODE("invalid code", "kode tidak ada dalam value set", "the code is not in the value set"),
    /** A reference to a type that may not stand there. */
    TARGET("invalid reference to a", "referensi ke resource yang salah", "reference to a wrong type of resource"),
    /** Null, or a list, an object or a text with nothing in it. The store takes it for nothing; FHIR forbids it. */
    EMPTY("empty value", "nilai kosong", "an empty value");

    private final String store;
    private final String indonesian;
    private final String english;

    Kind(String store, String indonesian, String english) {
      this.store = store;
      this.indonesian = indonesian;
      this.english = english;
    }
  }

  /** True for what the real server's store refuses. */
  public boolean refused() {
    return kind != Kind.EMPTY;
  }

  /** The store's words, as its published parser has them (docs/decisions/0402). */
  public String diagnostics() {
    return kind.store + switch (kind) {
      case UNKNOWN, REQUIRED -> " \"" + member + "\"";
      case TYPE -> " " + expected;
      case CHOICE -> " " + member + " field";
      case TARGET -> " " + received + " resource, want " + expected;
      case CODE -> ": " + received;
      case ARRAY, TOO_MANY, EMPTY -> "";
    };
  }

  /** The same for explain mode. */
  public Finding finding() {
    return new Finding(refused() ? Weight.REFUSED : Weight.BROKEN, "FHIR",
        kind == Kind.REQUIRED || kind == Kind.UNKNOWN ? path + "." + member : path, expected, received,
        kind.indonesian, kind.english);
  }
}
