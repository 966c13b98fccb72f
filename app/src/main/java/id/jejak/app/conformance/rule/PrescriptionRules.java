package id.jejak.app.conformance.rule;

import id.jejak.app.conformance.Evidence;
import id.jejak.app.conformance.Exchange;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import id.jejak.app.conformance.rule.FhirRules.Sent;
import id.jejak.kernel.http.Form;
import id.jejak.satusehat.contract.EresepOperations;
import id.jejak.satusehat.contract.FhirOperations;
import id.jejak.satusehat.contract.Systems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The steps to a Nomor Resep Nasional and from it to the last tablet, in the document's order: those of whoever
 * prescribes, and those of whoever dispenses.
 */
final class PrescriptionRules {
  private static final String SOURCE = "Pelayanan Kefarmasian 1.2, alur";
  private static final String PHARMACY_VISIT = "64";

  private PrescriptionRules() {}

  /**
   * A step.
   *
   * @param shown the exchanges that are it
   */
  record Step(String id, String indonesian, String english, String call, Function<Traffic, List<Exchange>> shown) {}

  static List<Rule> all() {
    var all = new ArrayList<Rule>();
    prescribing().forEach(step -> all.add(rule(step)));
    all.add(order("satusehat.prescribing", "Langkah peresepan sesuai urutan dokumen", "Prescribing goes in the order of"
        + " the document", traffic -> order(traffic, prescribing().subList(2, prescribing().size()), _ -> true)));
    dispensing().forEach(step -> all.add(rule(step)));
    all.add(order("satusehat.dispensing", "Langkah penyerahan obat sesuai urutan dokumen", "Dispensing goes in the order"
        + " of the document", PrescriptionRules::dispensed));
    return all;
  }

  private static List<Step> prescribing() {
    return List.of(
        found("satusehat.step.patient", "Mencari pasien", "Finds the patient", "Patient", _ -> true),
        found("satusehat.step.practitioner", "Mencari tenaga kesehatan", "Finds the practitioner", "Practitioner",
            _ -> true),
        created("satusehat.step.encounter", "Encounter dibuat", "An Encounter is made", "Encounter",
            resource -> !pharmacy(resource)),
        created("satusehat.step.observation", "Observation BB dan TB", "Observations of weight and height",
            "Observation", resource -> codes(resource.path("code")).anyMatch(code -> code.equals(Systems.WEIGHT)
                || code.equals(Systems.HEIGHT))),
        created("satusehat.step.request", "MedicationRequest dengan Medication", "A MedicationRequest with its"
            + " Medication", "MedicationRequest", _ -> true),
        created("satusehat.step.document", "DocumentReference resep", "The prescription's DocumentReference",
            "DocumentReference", _ -> true),
        new Step("satusehat.step.number", "Nomor Resep Nasional dibaca", "The national number is read",
            "GET DocumentReference", PrescriptionRules::numbers),
        put("satusehat.step.encounter.end", "Encounter diperbarui sesudah resep", "The Encounter is updated after the"
            + " prescription", resource -> !pharmacy(resource)));
  }

  private static List<Step> dispensing() {
    return List.of(
        found("satusehat.step.fetch.document", "Dokumen resep dicari dengan nomor resep nasional", "The prescription's"
            + " document is found by the national number", "DocumentReference", PrescriptionRules::byNumber),
        found("satusehat.step.fetch.requests", "Butir resep dicari dengan nomor resep nasional", "The items are found by"
            + " the national number", "MedicationRequest", PrescriptionRules::byNumber),
        new Step("satusehat.step.remaining", "Sisa obat ditanyakan ke eresep", "eresep is asked what remains",
            "GET /eresep/v2/prescriptions/{nrn}", traffic -> good(traffic,
                one -> one.id().equals(EresepOperations.PRESCRIPTION.id()))),
        created("satusehat.step.visit", "Encounter apotek (serviceType 64)", "The pharmacy's Encounter (serviceType 64)",
            "Encounter", PrescriptionRules::pharmacy),
        created("satusehat.step.dispense", "MedicationDispense dibuat", "A MedicationDispense is made",
            "MedicationDispense", _ -> true),
        put("satusehat.step.visit.end", "Encounter apotek diperbarui", "The pharmacy's Encounter is updated",
            PrescriptionRules::pharmacy));
  }

  private static Rule rule(Step step) {
    return Rule.of(step.id(), new Words(step.indonesian(), step.english()), Words.same(step.call()),
        new Words("Berhasil", "Done"), SOURCE, traffic -> step.shown().apply(traffic).stream().findFirst()
            .map(one -> Judgement.passed(one, new Words("Berhasil.", "Done."))).orElseGet(Judgement::notExercised));
  }

  private static Rule order(String id, String indonesian, String english, Function<Traffic, Judgement> check) {
    return Rule.of(id, new Words(indonesian, english), new Words("Langkah-langkah di atas", "The steps above"),
        new Words("Setiap langkah pertama kali berhasil sesudah langkah sebelumnya", "Each step is done for the first"
            + " time after the one before"), SOURCE, check);
  }

  /** Each client's steps by themselves; whoever wrote a prescription need not fetch it. */
  private static Judgement dispensed(Traffic traffic) {
    var writers = created("", "", "", "MedicationRequest", _ -> true).shown().apply(traffic).stream()
        .map(PrescriptionRules::client).collect(Collectors.toSet());
    return order(traffic, dispensing(), client -> !writers.contains(client));
  }

  private static String client(Exchange one) {
    return one.header("Authorization").orElse("");
  }

  private static Judgement order(Traffic traffic, List<Step> steps, Predicate<String> which) {
    var broken = new ArrayList<Evidence>();
    var done = new ArrayList<Exchange>();
    var shown = steps.stream().map(step -> step.shown().apply(traffic)).toList();
    var clients = shown.stream().flatMap(List::stream).map(PrescriptionRules::client).filter(which)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    for (var client : clients) {
      int latest = -1;
      Optional<Step> before = Optional.empty();
      for (int i = 0; i < steps.size(); i++) {
        var first = shown.get(i).stream().filter(one -> client(one).equals(client)).findFirst();
        if (first.isEmpty()) {
          continue;
        }
        var step = steps.get(i);
        int place = traffic.all().indexOf(first.get());
        if (place < latest && before.isPresent()) {
          broken.add(Evidence.of(first.get(), new Words(step.indonesian() + " sebelum: " + before.get().indonesian(),
              step.english() + " before: " + before.get().english())));
        }
        latest = Math.max(latest, place);
        before = Optional.of(step);
        done.add(first.get());
      }
    }
    return done.size() < 2 ? Judgement.notExercised() : broken.isEmpty() ? Judgement.each(done, _ -> Optional.empty())
        : Judgement.failed(done.size(), broken);
  }

  private static List<Exchange> good(Traffic traffic, Predicate<Exchange> which) {
    return traffic.where(one -> one.success() && which.test(one));
  }

  private static Step found(String id, String indonesian, String english, String type, Predicate<Exchange> which) {
    return new Step(id, indonesian, english, "GET /" + type, traffic -> good(traffic,
        one -> one.id().equals(FhirOperations.SEARCH.id()) && type(one).equals(type) && which.test(one)));
  }

  private static Step created(String id, String indonesian, String english, String type, Predicate<JsonNode> which) {
    return new Step(id, indonesian, english, "POST /" + type, traffic -> FhirRules.sent(traffic).stream()
        .filter(sent -> sent.exchange().success() && sent.type().equals(type)
            && !sent.exchange().id().equals(FhirOperations.UPDATE.id()) && which.test(sent.resource()))
        .map(Sent::exchange).toList());
  }

  private static Step put(String id, String indonesian, String english, Predicate<JsonNode> which) {
    return new Step(id, indonesian, english, "PUT /Encounter/{id}", traffic -> FhirRules.sent(traffic).stream()
        .filter(sent -> sent.exchange().success() && sent.type().equals("Encounter")
            && sent.exchange().id().equals(FhirOperations.UPDATE.id()) && which.test(sent.resource()))
        .map(Sent::exchange).toList());
  }

  /** The type that a path ends with, or stands before the id. */
  private static String type(Exchange one) {
    var below = one.seen().asked().path().substring(one.seen().base().length()).split("/");
    return below.length > 1 ? below[1] : "";
  }

  private static boolean byNumber(Exchange one) {
    return Form.urlencoded(one.seen().asked().query()).values().stream().flatMap(List::stream)
        .anyMatch(value -> value.startsWith(Systems.NRN));
  }

  private static List<Exchange> numbers(Traffic traffic) {
    return good(traffic, one -> (one.id().equals(FhirOperations.READ.id()) || one.id().equals(
        FhirOperations.SEARCH.id())) && List.of("DocumentReference", "MedicationRequest").contains(type(one))
        && one.answer().toString().contains(Systems.NRN));
  }

  private static boolean pharmacy(JsonNode encounter) {
    return codes(encounter.path("serviceType")).anyMatch(PHARMACY_VISIT::equals);
  }

  private static java.util.stream.Stream<String> codes(JsonNode concept) {
    return concept.path("coding").valueStream().map(coding -> coding.path("code").asString(""));
  }
}
