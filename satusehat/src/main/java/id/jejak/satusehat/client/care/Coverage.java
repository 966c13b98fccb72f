package id.jejak.satusehat.client.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who pays.
 *
 * @param kind as the document writes it
 * @param sep number of BPJS's letter of eligibility
 */
public record Coverage(String kind, Optional<String> sep) {
  private static final String KINDS = "http://terminology.kemkes.go.id/CodeSystem/coverage-type";

  /** BPJS pays: it needs the number of its letter. */
  public static Coverage bpjs(String sep) {
    return new Coverage("BPJS-K", Optional.of(sep));
  }

  /** The patient pays. */
  public static Coverage self() {
    return new Coverage("Biaya-Sendiri", Optional.empty());
  }

  /** The patient's company pays. */
  public static Coverage company() {
    return new Coverage("Biaya-Perusahaan", Optional.empty());
  }

  /** A private insurance pays. */
  public static Coverage insurance() {
    return new Coverage("Asuransi-Swasta", Optional.empty());
  }

  /** As identifiers, which is where the document puts it. */
  List<Map<String, Object>> identifiers(Facility facility) {
    var all = new ArrayList<Map<String, Object>>();
    all.add(Fields.of("system", KINDS, "value", kind));
    sep.ifPresent(number -> all.add(Fields.of("system", facility.system("claim-number"), "value", number)));
    return all;
  }
}
