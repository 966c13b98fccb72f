package id.jejak.satusehat.contract;

import static id.jejak.satusehat.contract.SearchParameter.alias;
import static id.jejak.satusehat.contract.SearchParameter.coarse;
import static id.jejak.satusehat.contract.SearchParameter.date;
import static id.jejak.satusehat.contract.SearchParameter.reference;
import static id.jejak.satusehat.contract.SearchParameter.token;
import static id.jejak.satusehat.contract.SearchParameter.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each type can be searched by: index, search and the capability statement are made of this one table. The
 * parameters of a type stand in the order in which they narrow, the narrowest first.
 */
public final class SearchParameters {
  private static final SearchParameter SUBJECT = reference("subject", "subject");
  private static final SearchParameter PATIENT = alias("patient", "subject", "subject");
  private static final SearchParameter ENCOUNTER = reference("encounter", "encounter");
  private static final SearchParameter CONTEXT = reference("context", "context");
  private static final SearchParameter IDENTIFIER = token("identifier", "identifier");
  private static final SearchParameter STATUS = coarse("status", "status");

  private static final Map<String, List<SearchParameter>> BY_TYPE = Map.ofEntries(
      Map.entry("Patient", List.of(IDENTIFIER, words("name", "name"), date("birthdate", "birthDate"),
          coarse("gender", "gender"))),
      Map.entry("Practitioner", List.of(IDENTIFIER, words("name", "name"), date("birthdate", "birthDate"),
          coarse("gender", "gender"))),
      Map.entry("Organization", List.of(IDENTIFIER, reference("partof", "partOf"), words("name", "name"),
          token("type", "type"))),
      Map.entry("Location", List.of(IDENTIFIER, reference("partof", "partOf"), alias("part-of", "partof", "partOf"),
          words("name", "name"), reference("organization", "managingOrganization"), STATUS)),
      Map.entry("Encounter", List.of(IDENTIFIER, SUBJECT, PATIENT, reference("service-provider", "serviceProvider"),
          date("date", "period"), STATUS, coarse("class", "class"))),
      Map.entry("Condition", List.of(IDENTIFIER, ENCOUNTER, SUBJECT, PATIENT,
          coarse("clinical-status", "clinicalStatus"), coarse("category", "category"), coarse("code", "code"),
          date("recorded-date", "recordedDate"))),
      Map.entry("Observation", List.of(IDENTIFIER, reference("based-on", "basedOn"), ENCOUNTER, SUBJECT, PATIENT,
          new SearchParameter("performer", "performer", SearchParameter.Kind.REFERENCE, false, List.of("performer")),
          coarse("code", "code"), coarse("category", "category"), STATUS,
          date("date", "effectiveDateTime", "effectivePeriod"))),
      Map.entry("Medication", List.of(IDENTIFIER, coarse("code", "code"), STATUS)),
      Map.entry("MedicationRequest", List.of(IDENTIFIER, ENCOUNTER, SUBJECT, PATIENT, STATUS,
          coarse("intent", "intent"), date("authoredon", "authoredOn"))),
      Map.entry("MedicationDispense", List.of(reference("prescription", "authorizingPrescription"), CONTEXT,
          IDENTIFIER, SUBJECT, PATIENT, STATUS, date("whenhandedover", "whenHandedOver"))),
      Map.entry("MedicationStatement", List.of(IDENTIFIER, CONTEXT, SUBJECT, PATIENT, STATUS,
          date("effective", "effectiveDateTime", "effectivePeriod"))),
      Map.entry("DocumentReference", List.of(token("identifier", "masterIdentifier", "identifier"),
          reference("related", "context.related"), reference("encounter", "context.encounter"), SUBJECT, PATIENT,
          STATUS, coarse("type", "type"), date("date", "date"))));

  /** What any other type is found by. */
  private static final List<SearchParameter> OTHERS = List.of(IDENTIFIER, ENCOUNTER, SUBJECT,
      new SearchParameter("patient", "patient", SearchParameter.Kind.REFERENCE, true, List.of("patient", "subject")),
      STATUS, coarse("code", "code"));

  private SearchParameters() {}

  /** All parameters of a type. */
  public static List<SearchParameter> of(String type) {
    return BY_TYPE.getOrDefault(type, OTHERS);
  }

  /** The parameter of a type that is called so. */
  public static Optional<SearchParameter> of(String type, String name) {
    return of(type).stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
