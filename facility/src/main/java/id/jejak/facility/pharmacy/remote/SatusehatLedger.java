package id.jejak.facility.pharmacy.remote;

import id.jejak.delivery.Ledger;
import id.jejak.facility.pharmacy.remote.Reports.Told;
import id.jejak.kernel.http.Answer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A day of dispensing on both sides: what was given of each prescription, and what SATUSEHAT shows of it, read back by
 * the names that it gave. Dispenses that only SATUSEHAT has are not looked for. Thread-safe; asks once for each
 * dispense.
 */
public final class SatusehatLedger implements Ledger {
  private static final String ABSENT = "404";
  private static final String COMPLETED = "completed";

  private final Remotes remotes;
  private final Reports reports;

  /** Over the clients of the facilities. */
  public SatusehatLedger(Remotes remotes, Reports reports) {
    this.remotes = remotes;
    this.reports = reports;
  }

  @Override
  public String remote() {
    return "satusehat";
  }

  /** What one kind of parcel told of a prescription. */
  private record Part(String facility, long prescription, String kind) {}

  @Override
  public List<Entry> here(LocalDate day) {
    var said = new LinkedHashMap<Part, TreeSet<String>>();
    reports.given(day).forEach(one -> add(said, one, one.quantity(), one.unit(), one.status()));
    return entries(said);
  }

  /**
   * What is said of a dispense, in one order on both sides; what is not simply completed says so. One that was taken back
   * stands where its last parcel does.
   */
  private static void add(Map<Part, TreeSet<String>> said, Told one, BigDecimal quantity, String unit, String status) {
    var kind = one.status().equals(COMPLETED) ? SatusehatCarrier.DISPENSES : SatusehatCarrier.TAKEBACK;
    said.computeIfAbsent(new Part(one.facility(), one.prescription(), kind), _ -> new TreeSet<>())
        .add(one.id() + ": " + quantity.stripTrailingZeros().toPlainString() + " " + unit
            + (status.equals(COMPLETED) ? "" : " " + status));
  }

  private static List<Entry> entries(Map<Part, TreeSet<String>> said) {
    return said.entrySet().stream().map(one -> new Entry(one.getKey().facility(), "prescription "
        + one.getKey().prescription(), one.getKey().kind(), String.join(", ", one.getValue()))).toList();
  }

  @Override
  public Optional<List<Entry>> there(LocalDate day) {
    var said = new LinkedHashMap<Part, TreeSet<String>>();
    for (var one : reports.given(day)) {
      var fhir = remotes.satusehat(one.facility());
      if (fhir.isEmpty()) {
        return Optional.empty();
      }
      if (!one.remote().isEmpty()) {
        switch (fhir.get().read("/MedicationDispense/" + one.remote())) {
          case Answer.Done<JsonNode>(var read, _) -> add(said, one,
              read.at("/quantity/value").decimalValue(BigDecimal.ZERO), read.at("/quantity/code").asString(""),
              read.path("status").asString(COMPLETED));
          case Answer.Refused<JsonNode>(var code, _) when code.equals(ABSENT) -> { }
          case Answer.Refused<JsonNode> _, Answer.Later<JsonNode> _, Answer.Unknown<JsonNode> _ -> {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(entries(said));
  }
}
