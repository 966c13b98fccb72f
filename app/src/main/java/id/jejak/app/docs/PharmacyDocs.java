package id.jejak.app.docs;

import id.jejak.app.docs.PostmanScript.Environment;
import id.jejak.app.docs.PostmanScript.Step;
import id.jejak.facility.pharmacy.contract.CounterOperations;
import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.contract.PharmacyOperations;
import id.jejak.facility.pharmacy.contract.PrescriptionOperations;
import id.jejak.facility.pharmacy.contract.RecallOperations;
import id.jejak.facility.pharmacy.contract.StockOperations;
import id.jejak.facility.pharmacy.http.PharmacyFaults;
import id.jejak.kernel.part.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The pharmacy's docs. Its Postman run is a small day: prescribed, verified, dispensed, recalled. */
public final class PharmacyDocs {
  private static final String OTHER = "\"90DKL2499900310A1\\u001d10SMT2601\\u001d1729063021SMT0001\"";

  private PharmacyDocs() {}

  /**
   * The docs.
   *
   * @param sandbox gives the actor of the Postman run; without it the reader fills a token in
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Optional<Part.Sandbox> sandbox) {
    return new SystemDocs("pharmacy", "Facility: pharmacy", "1",
        List.of(new Section(PharmacyOperations.BASES, PharmacyOperations.ALL)),
        new Printed(Requests.BodyForm.JSON.type(), (_, outcome) -> PharmacyOperations.answer(outcome), new PharmacyFaults(),
            Limits.BODY_BYTES),
        Requests.BEARER_JSON, examples, sandbox.isPresent() ? script() : PostmanScript.NONE);
  }

  private static PostmanScript script() {
    var values = new LinkedHashMap<String, Map<String, String>>();
    var prescription = Map.of("id", "\"{{prescription}}\"");
    values.put(StockOperations.RECEIVE.id(), Map.of("barcodes", "[\"90DKL2499900310A1\\u001d10{{run}}\\u001d1730013121N1\"]",
        "units", "", "nie", "", "batch", "", "expiry", ""));
    values.put(StockOperations.LIST.id(), Map.of("after", ""));
    values.put(StockOperations.MOVE.id(), Map.of("barcodes", "[" + OTHER + "]", "quarantine", ""));
    values.put(StockOperations.SEND.id(), Map.of("barcodes", "[\"90DKL2499900310A1\\u001d10{{run}}\\u001d1730013121N1\"]",
        "reason", "", "units", ""));
    values.put(PrescriptionOperations.WRITE.id(), Map.of("lines", "[{\"kfa\": \"93990002\", \"name\": \"PANADIN\","
        + " \"quantity\": 10, \"unit\": \"TAB\", \"signa\": \"3 dd 1\", \"repeats\": 1}, {\"kind\": \"SD\", \"quantity\":"
        + " 10, \"unit\": \"CAP\", \"signa\": \"3 dd 1\", \"ingredients\": [{\"kfa\": \"91990001\", \"name\":"
        + " \"Paracetamol\", \"amount\": 250, \"unit\": \"mg\"}]}]", "visit", "", "claim", ""));
    values.put(PrescriptionOperations.GET.id(), prescription);
    values.put(PrescriptionOperations.LIST.id(), Map.of("before", ""));
    values.put(PrescriptionOperations.COPY.id(), prescription);
    values.put(CounterOperations.VERIFY.id(), Map.of("line", "\"{{line}}\"", "batch", ""));
    values.put(CounterOperations.COMPOUND.id(), Map.of("line", "\"{{compound_line}}\"", "accept", "[\"AMOUNT\",\"ALLERGY\","
        + "\"DUPLICATE\"]", "packs", "[{\"barcode\": " + OTHER + ", \"units\": 1}]"));
    values.put(CounterOperations.GIVE.id(), Map.of("prescription", "\"{{prescription}}\"", "items",
        "[{\"line\": \"{{line}}\", \"packs\": [{\"barcode\": " + OTHER + ", \"units\": 1}],"
            + " \"substitution\": {\"type\": \"G\", \"reason\": \"OS\", \"doctor\": \"N10000001\", \"pharmacist\":"
            + " \"10001915884\"}}]", "accept", "[\"DUPLICATE\", \"ALLERGY\"]"));
    values.put(CounterOperations.TAKE_BACK.id(), Map.of("id", "\"{{dispense}}\"", "packs", ""));
    values.put(CounterOperations.LABEL.id(), Map.of("id", "\"{{dispense}}\""));
    values.put(RecallOperations.OPEN.id(), Map.of("value", "\"{{run}}\"", "nie", ""));
    for (var one : List.of(RecallOperations.GET, RecallOperations.CLOSE)) {
      values.put(one.id(), Map.of("id", "\"{{recall}}\""));
    }
    for (var one : List.of(RecallOperations.PACKS, RecallOperations.PATIENTS, RecallOperations.CONTACTS)) {
      values.put(one.id(), Map.of("id", "\"{{recall}}\"", "after", ""));
    }
    return new PostmanScript(Environment.of(() -> Map.of("access_token", "demo-rs-sarana-a", "run", "", "prescription", "",
        "line", "", "compound_line", "", "dispense", "", "recall", "")), List.of(new Step("What there is",
            "GET", "/sandbox/world", "", Map.of("run", "\"B\" + Date.now()"))), values,
        Map.of(PrescriptionOperations.WRITE.id(), Map.of("prescription", "answer.id", "line", "answer.lines[0]",
                "compound_line", "answer.lines[1]"),
            CounterOperations.GIVE.id(), Map.of("dispense", "answer.dispenses[0].id"),
            RecallOperations.OPEN.id(), Map.of("recall", "answer.id")),
        Map.of(), Set.of());
  }
}
