package id.jejak.satusehat.client.care;

import java.util.List;
import java.util.Map;

/**
 * Something else is given than was prescribed.
 *
 * @param agreed who stand for it: the doctor who agreed, and the pharmacist
 */
public record Substitution(Type type, Reason reason, String words, List<Person> agreed) {
  private static final String TYPES = "http://terminology.hl7.org/CodeSystem/v3-substanceAdminSubstitution";
  private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
  private static final String KEMKES = "http://terminology.kemkes.go.id";

  /** What kind of other product. */
  public enum Type {
    /** Generic, the same composition. */
    G("generic composition"),
    /** A brand, the same composition. */
    BC("brand composition"),
    /** Generic, the same effect. */
    TG("therapeutic generic"),
    /** A brand, the same effect. */
    TB("therapeutic brand");

    private final String display;

    Type(String display) {
      this.display = display;
    }
  }

  /** Why. */
  public enum Reason {
    /** Tidak ada stok. */
    OUT_OF_STOCK(new Code(ACT, "OS", "out of stock")),
    /** Terdapat interaksi obat berbahaya. */
    INTERACTION(new Code(KEMKES, "TK000017", "Terdapat interaksi obat berbahaya")),
    /** Tidak sesuai dengan kebijakan formularium. */
    FORMULARY(new Code(ACT, "FP", "formulary policy")),
    /** Pilihan atas persetujuan pasien. */
    PATIENT(new Code(KEMKES, "TK000018", "Pilihan atas persetujuan pasien")),
    /** Kesalahan penulisan resep. */
    ERROR(Code.snomed("661000124108", "Error in prescription"));

    private final Code code;

    Reason(Code code) {
      this.code = code;
    }
  }

  /** Copies the list. */
  public Substitution {
    agreed = List.copyOf(agreed);
  }

  Map<String, Object> json() {
    var why = reason.code.concept();
    if (!words.isEmpty()) {
      why.put("text", words);
    }
    return Fields.of("wasSubstituted", true, "type", new Code(TYPES, type.name(), type.display).concept(),
        "reason", List.of(why), "responsibleParty", agreed.stream().map(Person::json).toList());
  }
}
