package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.client.FhirClient;
import id.jejak.satusehat.client.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A facility's units and rooms, which the document wants registered before anything is sent from them. Calling a step
 * again after it was not done, or in another run of the program, does it once. For one thread.
 */
public final class Structure {
  private static final Code TEAM = new Code("http://terminology.hl7.org/CodeSystem/organization-type", "team",
      "Organizational team");
  private static final Code ROOM = new Code("http://terminology.hl7.org/CodeSystem/location-physical-type", "ro",
      "Room");

  private final Sending sending;
  private final Facility facility;

  /** The structure of a facility. */
  public Structure(FhirClient fhir, Facility facility, Pause pause) {
    this.sending = new Sending(fhir, pause);
    this.facility = facility;
  }

  /**
   * A unit, such as an outpatient clinic or the pharmacy.
   *
   * @param number the facility's own
   * @param above id of the unit that it belongs to; empty for the facility itself
   */
  public Answer<Resource> unit(String number, String name, Optional<String> above) {
    return sending.create("unit " + number, Fields.of("resourceType", "Organization", "active", true,
        "identifier", List.of(facility.identifier("organization", number)), "type", List.of(TEAM.concept()),
        "name", name, "partOf", Fields.reference("Organization/" + above.orElse(facility.id()))), true);
  }

  /**
   * A room.
   *
   * @param number the facility's own
   * @param unit id of the unit that it belongs to
   */
  public Answer<Resource> room(String number, String name, String unit) {
    return sending.create("room " + number, Fields.of("resourceType", "Location",
        "identifier", List.of(Fields.of("system", facility.system("location"), "value", number)),
        "status", "active", "name", name, "description", name, "mode", "instance", "physicalType", ROOM.concept(),
        "managingOrganization", Fields.reference("Organization/" + unit)), true);
  }
}
