package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.satusehat.client.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A visit's Encounter through its three states, of either role. For one thread. */
final class Encounters {
  private static final Code AMBULATORY =
      new Code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory");
  private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
  private static final Code PHARMACY =
      new Code("http://terminology.hl7.org/CodeSystem/service-type", "64", "Pharmacy");
  private static final Map<String, Object> HOME = Fields.of("dischargeDisposition",
      new Code("http://terminology.hl7.org/CodeSystem/discharge-disposition", "home", "Home").concept());
  private static final Code DISCHARGE =
      new Code("http://terminology.hl7.org/CodeSystem/diagnosis-role", "DD", "Discharge diagnosis");

  private final Sending sending;
  private final Facility facility;
  private final String number;
  private final Person patient;
  private final List<Map<String, Object>> participants = new ArrayList<>();
  private final List<Map<String, Object>> diagnoses = new ArrayList<>();
  private final boolean pharmacy;
  private final Instant arrived;
  private Optional<Instant> begun = Optional.empty();
  private Optional<Instant> ended = Optional.empty();
  private Optional<Resource> kept = Optional.empty();

  Encounters(Sending sending, Facility facility, String number, Person patient, boolean pharmacy, Instant arrived) {
    this.sending = sending;
    this.facility = facility;
    this.number = number;
    this.patient = patient;
    this.pharmacy = pharmacy;
    this.arrived = arrived;
  }

  void participant(String code, String display, Person who) {
    participants.add(Fields.of("type", List.of(new Code(PARTICIPATION, code, display).concept()),
        "individual", who.json()));
  }

  void diagnosis(String condition) {
    diagnoses.add(Fields.of("condition", Fields.reference(condition), "use", DISCHARGE.concept(),
        "rank", diagnoses.size() + 1));
  }

  /** Registers the arrival. */
  Answer<Resource> open(boolean lookFirst) {
    var answer = sending.create("visit", json("arrived"), lookFirst);
    if (answer instanceof Answer.Done<Resource>(var resource, _)) {
      kept = Optional.of(resource);
    }
    return answer;
  }

  /** The patient is being seen. */
  Answer<Resource> begin(Instant at) {
    begun = Optional.of(at);
    return put("in-progress");
  }

  /** The visit is over. */
  Answer<Resource> finish(Instant at) {
    begun = begun.or(() -> Optional.of(arrived));
    ended = Optional.of(at);
    return put("finished");
  }

  String reference() {
    return kept.orElseThrow(() -> new IllegalStateException("the visit " + number + " is not open: call open() first"))
        .reference();
  }

  String number() {
    return number;
  }

  Person patient() {
    return patient;
  }

  private Answer<Resource> put(String status) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("resourceType", "Encounter");
    fields.put("id", reference().substring("Encounter/".length()));
    fields.putAll(json(status));
    return sending.update(Fields.json(fields));
  }

  private Map<String, Object> json(String status) {
    return Fields.of("resourceType", "Encounter",
        "identifier", List.of(Fields.of("system", facility.system("encounter"), "value", number)),
        "status", status, "class", AMBULATORY.coding(), "subject", patient.json(),
        "serviceType", pharmacy ? Optional.of(PHARMACY.concept()) : Optional.empty(),
        "participant", participants,
        "period", Fields.of("start", arrived, "end", ended),
        "location", facility.location().map(one -> List.of(Fields.of("location",
            Fields.reference("Location/" + one)))),
        "diagnosis", diagnoses,
        "hospitalization", status.equals("finished") && !pharmacy ? Optional.of(HOME) : Optional.empty(),
        "statusHistory", history(), "serviceProvider", Fields.reference(facility.reference()));
  }

  private List<Map<String, Object>> history() {
    var all = new ArrayList<Map<String, Object>>();
    all.add(state("arrived", arrived, begun));
    begun.ifPresent(at -> all.add(state("in-progress", at, ended)));
    ended.ifPresent(at -> all.add(state("finished", at, ended)));
    return all;
  }

  private static Map<String, Object> state(String status, Instant from, Optional<Instant> until) {
    return Fields.of("status", status, "period", Fields.of("start", from, "end", until));
  }
}
