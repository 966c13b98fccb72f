package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.client.EresepClient;
import id.jejak.satusehat.client.FhirClient;
import id.jejak.satusehat.client.Page;
import id.jejak.satusehat.client.Query;
import id.jejak.satusehat.client.Redeemable;
import id.jejak.satusehat.client.Resource;
import id.jejak.satusehat.contract.Systems;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * Who dispenses. Steps in the document's order:
 *
 * <pre>{@code
 * var received = pharmacy.prescription("241203-DDG2BM2");          // document, items, what remains
 * var visit = pharmacy.visit("AP0001", patient, pharmacist);       // then open
 * visit.dispense(item).giving(medicine, quantity).price(45_000).send();
 * visit.finish();
 * }</pre>
 *
 * <p>Thread-safe; what it gives is for one thread.
 */
public final class Pharmacy {
  private final FhirClient fhir;
  private final EresepClient eresep;
  private final Facility facility;
  private final InstantSource clock;
  private final Pause pause;

  /** A pharmacy's counter. */
  public Pharmacy(FhirClient fhir, EresepClient eresep, Facility facility, InstantSource clock, Pause pause) {
    this.fhir = fhir;
    this.eresep = eresep;
    this.facility = facility;
    this.clock = clock;
    this.pause = pause;
  }

  /** A pharmacist or assistant by national identity number. */
  public Answer<Person> pharmacist(String nik) {
    return new People(new Sending(fhir, pause)).worker(nik);
  }

  /** A prescription by its national number; refused with {@code not-found} or eresep's 404. */
  public Answer<Received> prescription(String nrn) {
    var documents = fhir.search("DocumentReference",
        Query.identifier(Systems.NRN, nrn).including("DocumentReference", "related"));
    if (!(documents instanceof Done<Page>(var page, _))) {
      return documents.map(Sending::never);
    }
    var document = page.of("DocumentReference").stream().findFirst();
    if (document.isEmpty()) {
      return new Answer.Refused<>("not-found", "no prescription has the number " + nrn);
    }
    var found = fhir.pages("MedicationRequest", Query.identifier(Systems.NRN, nrn)).rest();
    if (!(found instanceof Done<List<Resource>>(var items, _))) {
      return found.map(Sending::never);
    }
    var oldest = items.stream().sorted(Comparator.comparing((Resource one) -> place(document.get(), one))).toList();
    return eresep.prescription(nrn).map(left -> new Received(nrn, document.get(), oldest, left));
  }

  /** What remains of a prescription, without the rest of it. */
  public Answer<Redeemable> remaining(String nrn) {
    return eresep.prescription(nrn);
  }

  /**
   * A patient's visit, which begins now; nothing is sent yet.
   *
   * @param number the pharmacy's own, never used before
   */
  public PharmacyVisit visit(String number, Person patient, Person pharmacist) {
    return new PharmacyVisit(new Sending(fhir, pause), facility, number, patient, pharmacist, clock);
  }

  /** In the order in which the doctor wrote them. */
  private static int place(Resource document, Resource item) {
    int place = 0;
    for (var related : document.json().path("context").path("related")) {
      if (related.path("reference").asString("").equals(item.reference())) {
        return place;
      }
      place++;
    }
    return place;
  }
}
