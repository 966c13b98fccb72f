package id.jejak.satusehat.client.variations;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Later;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.satusehat.client.Redeemable;
import id.jejak.satusehat.client.care.Contacts;
import id.jejak.satusehat.client.care.Coverage;
import id.jejak.satusehat.client.care.Hospital;
import id.jejak.satusehat.client.care.Person;
import id.jejak.satusehat.client.care.Pharmacy;
import id.jejak.satusehat.client.care.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Plays prescriptions from the doctor to the last tablet, and says each step. Ends with {@link NotDone} at the first step
 * that was not done. For one thread.
 */
public final class VariationRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Hospital hospital;
  private final Pharmacy pharmacy;
  private final People people;
  private final Consumer<String> said;

  /** Who takes part, by national identity number. */
  public record People(String patient, String doctor, String pharmacist) {}

  /** A step was not done. */
  public static final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotDone(String step, String why) {
      super(step + ": " + why);
    }
  }

  /** Ready to play. */
  public VariationRun(Hospital hospital, Pharmacy pharmacy, People people, Consumer<String> said) {
    this.hospital = hospital;
    this.pharmacy = pharmacy;
    this.people = people;
    this.said = said;
  }

  /**
   * Plays one.
   *
   * @param number begins the numbers of its visits, and was never used before
   * @return the national number of the prescription
   */
  public String play(Variation variation, String number) {
    said.accept(variation.title());
    var nrn = prescribe(variation, number);
    var pharmacist = done("find the pharmacist", pharmacy.pharmacist(people.pharmacist()));
    int visit = 0;
    for (var handover : variation.handovers()) {
      dispense(nrn, number + "-A" + ++visit, pharmacist, handover);
    }
    var left = done("ask eresep what remains", pharmacy.remaining(nrn));
    if (!left.used()) {
      throw new NotDone("ask eresep what remains", left(left) + " instead of nothing");
    }
    said.accept("  nothing remains of " + nrn);
    return nrn;
  }

  private String prescribe(Variation variation, String number) {
    var patient = done("find the patient", hospital.patient(people.patient()));
    var doctor = done("find the doctor", hospital.doctor(people.doctor()));
    said.accept("  patient " + patient.id() + ", doctor " + doctor.id());
    var visit = hospital.visit(number, patient, doctor);
    done("open the visit", visit.open());
    done("begin the visit", visit.begin());
    var prescription = visit.prescription(number).add(variation.prescribed()).paidBy(Coverage.self())
        .contacts(new Contacts(new Contacts.Link("Beranda rumah sakit", "https://rs.example"),
            new Contacts.Link("Kontak gawat darurat", "https://rs.example/igd"),
            new Contacts.Link("Konfirmasi resep", "https://rs.example/farmasi")))
        .beside(done("send the weight", visit.weight(new BigDecimal("56"))))
        .beside(done("send the height", visit.height(new BigDecimal("165"))));
    var sent = done("send the prescription", prescription.send());
    said.accept("  " + visit.reference() + ", " + String.join(", ", sent.items()) + ", " + sent.document().reference());
    var nrn = done("wait for the national number", prescription.number(PATIENCE));
    finish(visit);
    said.accept("  Nomor Resep Nasional " + nrn);
    return nrn;
  }

  private static void finish(Visit visit) {
    done("finish the visit", visit.finish());
  }

  private void dispense(String nrn, String number, Person pharmacist, Variation.Handover handover) {
    var received = done("get the prescription", pharmacy.prescription(nrn));
    var visit = pharmacy.visit(number, received.patient(), pharmacist);
    done("open the visit to the pharmacy", visit.open());
    for (var item : received.items()) {
      var dispense = done("dispense", visit.dispense(item).giving(handover.medicine(), handover.quantity())
          .price(handover.price()).paidBy(Coverage.self()).send());
      said.accept("  " + dispense.reference() + ": " + handover.quantity().value().toPlainString() + " "
          + handover.quantity().unit().unit() + " for Rp" + handover.price());
    }
    done("finish the visit to the pharmacy", visit.finish());
    said.accept("  " + left(done("ask eresep what remains", pharmacy.remaining(nrn))));
  }

  private static String left(Redeemable prescription) {
    return String.join(", ", prescription.items().stream().map(item -> "remains " + item.remain().toPlainString()
        + " of " + item.total().toPlainString() + " " + item.unit()).toList());
  }

  private static <T> T done(String step, Answer<T> answer) {
    return switch (answer) {
      case Done<T>(var value, _) -> value;
      case Refused<T>(var code, var message) -> throw new NotDone(step, "refused with " + code + ": " + message);
      case Later<T>(_, var why) -> throw new NotDone(step, "not now: " + why);
      case Unknown<T>(var why) -> throw new NotDone(step, "unknown: " + why);
    };
  }
}
