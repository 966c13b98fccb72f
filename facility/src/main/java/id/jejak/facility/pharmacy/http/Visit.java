package id.jejak.facility.pharmacy.http;

import static id.jejak.facility.pharmacy.http.Wording.TERMS;
import static id.jejak.facility.pharmacy.http.Wording.coding;
import static id.jejak.facility.pharmacy.http.Wording.moment;
import static id.jejak.facility.pharmacy.http.Wording.reference;

import id.jejak.facility.access.Facility.Room;
import id.jejak.facility.access.Practitioner;
import id.jejak.kernel.json.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A visit as SATUSEHAT is told of it. Where nobody has said under which number a room or somebody of the staff is known
 * there, the visit is told without them: no number is made up (docs/decisions/0619).
 *
 * @param number ours, of the organization
 * @param patient their number at SATUSEHAT
 * @param at when it was over: signed, or handed over
 * @param room where it was
 */
record Visit(String organization, String number, String patient, Instant at, Optional<Room> room) {
  /** To a doctor. */
  Map<String, Object> toDoctor(Optional<Practitioner> doctor) {
    return encounter(false, doctor.map(one -> List.of(participant("ATND", "attender", one))).orElse(List.of()));
  }

  /** To the pharmacy: whoever handed out first is its primary performer, others are secondary. */
  Map<String, Object> toPharmacy(List<Practitioner> staff) {
    var participants = new ArrayList<Map<String, Object>>();
    staff.forEach(one -> participants.add(participants.isEmpty() ? participant("PPRF", "Primary Performer", one)
        : participant("SPRF", "Secondary Performer", one)));
    return encounter(true, participants);
  }

  private static Map<String, Object> participant(String code, String display, Practitioner who) {
    return Tree.of("type", List.of(coding(TERMS + "v3-ParticipationType", code, display)), "individual",
        named("Practitioner", who.number(), who.name()));
  }

  private static Map<String, Object> named(String type, String id, String name) {
    var named = reference(type, id);
    if (!name.isEmpty()) {
      named.put("display", name);
    }
    return named;
  }

  private Map<String, Object> encounter(boolean pharmacy, List<Map<String, Object>> participants) {
    var visit = Tree.of("resourceType", "Encounter", "identifier",
        List.of(Wording.identifier("encounter", organization, number)), "status", "finished", "class",
        Tree.of("system", TERMS + "v3-ActCode", "code", "AMB", "display", "ambulatory"), "subject",
        reference("Patient", patient));
    if (pharmacy) {
      visit.put("serviceType", coding(TERMS + "service-type", "64", "Pharmacy"));
    }
    if (!participants.isEmpty()) {
      visit.put("participant", participants);
    }
    // when it was over is known; an end must come after its start (10173), and may not lie in the future (10132)
    var period = Tree.of("start", moment(at.minusSeconds(1)), "end", moment(at));
    visit.put("period", period);
    room.ifPresent(one -> visit.put("location",
        List.of(Tree.of("location", named("Location", one.location(), one.name())))));
    visit.put("statusHistory", List.of(Tree.of("status", "finished", "period", period)));
    visit.put("serviceProvider", reference("Organization", organization));
    return visit;
  }
}
