package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The outcomes of the FHIR operations, each with an answer that shows it. */
@Source(grade = Grade.CERTAIN, ref = "recorded errors 001 to 007 and 015; each refusal says its own grade",
    seen = "2026-11")
public final class FhirOutcomes {
  /** What every finding has in its text. */
  private static final String TOLD_BY = "; diharapkan: ";
  static final Outcome UNKNOWN_TYPE = no("400 unknown type", "unsupported_resource_type", "the type is not kept");
  static final Outcome UNPARSEABLE = no("400 unparseable", "unparseable_resource", "not JSON, or not FHIR");
  static final Outcome MISMATCH = no("400 mismatch", "resource_mismatch", "path and body have different ids");
  static final Outcome WRONG_ORGANIZATION = no("400 wrong organization",
      "Wrong organization ID provided by system URL: {system} (RuleNumber: 10117)",
      "an identifier of another organization");
  static final Outcome WRONG_SYSTEM = no("400 wrong system", "Invalid identifier system: {system} (RuleNumber: 10117)",
      "an identifier of another kind");
  static final Outcome NOT_YOURS = no("400 national number", "The national prescription number is given by the server",
      "the request brings a national number that it was not given");
  static final Outcome TOO_MUCH = no("400 too much", "Remaining quantity exceeded",
      "more is dispensed than remains; other refusals of a dispense have the code business-rule likewise");
  static final Outcome FORBIDDEN = no("400 forbidden", Refusals.FORBIDDEN, "the patient opted out");
  static final Outcome DUPLICATE = no("400 duplicate", "Found duplicate", "the same was sent before");
  static final Outcome NO_PERMISSION = no("403 no permission", Refusals.NO_PERMISSION,
      "the resource is another organization's");
  static final Outcome NOT_FOUND = no("404 not found", "resource_not_found", "nothing has this id");
  static final Outcome CONFLICT = no("412 conflict", "version_conflict", "If-Match names another version");
  static final Outcome MEDIA = no("415 media type", "unsupported_media_type", "not application/json-patch+json");
  static final Outcome BAD_PATCH = no("400 patch", "invalid_patch", "a step cannot be done");
  static final Outcome BAD_SEARCH = no("400 search", "invalid_search", "a parameter is unknown or cannot be read");
  static final Outcome BAD_BUNDLE = no("400 bundle", "RuleNumber: 200", "an entry is not as it must be");
  static final Outcome STRICT = no("400 strict", TOLD_BY, "strict mode, and the resource breaks a rule");
  static final Outcome SUPPRESSED = yes("200 suppressed", Refusals.SUPPRESSED,
      "the patient opted out, and somebody else wrote it");
  static final Outcome FOUND = yes("200 found", "", "also when nothing was found");
  static final Outcome READ = yes("200 read", "", "it is there");
  static final Outcome UNKNOWN_CODE = no("400 unknown code", "Code not found", "a code that its system does not have");
  static final Outcome MULTIPLE = no("412 multiple", "multiple_matches", "the condition finds more than one");
  static final Outcome GONE = no("410 deleted", "resource_deleted", "it was deleted");
  static final Outcome IN_USE = no("409 in use", "resource_in_use", "a numbered prescription, or a dispense");
  static final Outcome DELETED = yes("200 deleted", "", "it is not there any more, or was deleted before");
  static final Outcome FOUND_BEFORE = yes("200 found before", "", "If-None-Exist finds one: nothing was kept");
  static final Outcome NO_PRESCRIPTION = no("400 no prescription", "is no prescription",
      "the document is something else");
  static final Outcome PRINTED = yes("200 printed", "", "a PDF");
  static final Outcome STREAM = yes("200 stream", "", "the stream is open");
  static final Outcome SUBMITTED = yes("200 submitted", "", "everything was kept");
  static final Outcome TOLD = yes("200 told", TOLD_BY, "with Prefer: explain, and an entry breaks a rule");
  static final Outcome VALIDATED = yes("200 validated", "", "also when nothing was found");
  static final Outcome EXPLAINED = yes("201 explained", TOLD_BY,
      "with Prefer: explain, and the resource breaks a rule");
  static final Outcome CREATED = yes("201 created", "", "it was kept");
  static final Outcome UPDATED = yes("200 updated", "", "it was kept");

  private static final String SYSTEM = "http://sys-ids.kemkes.go.id/encounter/1000004";
  private static final Map<Outcome, Supplier<id.jejak.satusehat.contract.Outcome>> SHOWN = Map.ofEntries(
      Map.entry(UNKNOWN_TYPE, () -> Refusals.unknownType("Pasien")),
      Map.entry(UNPARSEABLE, () -> Refusals.unparseable("missing required field \"status\"", "")),
      Map.entry(MISMATCH, () -> Refusals.mismatch("3dedcec9-885d-435e-9ac5-58853cb216",
          "3dedcec9-885d-435e-9ac5-58853cb216bb")),
      Map.entry(WRONG_ORGANIZATION, () -> value("Wrong organization ID provided by system URL: " + SYSTEM
          + " (RuleNumber: 10117)", "Encounter.identifier[0].system")),
      Map.entry(WRONG_SYSTEM, () -> value("Invalid identifier system: http://terminology.kemkes.go.id/CodeSystem/"
          + "episodeofcare/neonate (RuleNumber: 10117)", "Encounter.identifier[1].system")),
      Map.entry(NOT_YOURS, () -> value("The national prescription number is given by the server: leave out the"
          + " identifier with system " + Systems.NRN, "MedicationRequest.identifier")),
      Map.entry(TOO_MUCH, () -> id.jejak.satusehat.contract.Outcome.validator("business-rule",
          "Remaining quantity exceeded: remaining 10 TAB of 20 TAB, requested 20 TAB", "MedicationDispense.quantity")),
      Map.entry(FORBIDDEN, Refusals::forbidden),
      Map.entry(DUPLICATE, () -> Refusals.duplicate("Encounter")),
      Map.entry(NO_PERMISSION, Refusals::noPermission),
      Map.entry(NOT_FOUND, () -> Refusals.notFound("Observation", "023816b2-a5ec-4888-a91d-d63959e6e936")),
      Map.entry(CONFLICT, () -> Refusals.conflict("W/\"MTczMzIxNTQ2OTc5NzcwNzAwMA\"",
          "W/\"MTczMzIxNzA2MDgzNDM1NzAwMA\"")),
      Map.entry(MEDIA, Refusals::notAPatch),
      Map.entry(BAD_PATCH, () -> Refusals.badPatch("step 0: nothing stands at status")),
      Map.entry(BAD_SEARCH, () -> Refusals.badSearch("unknown parameter nik of Patient, known: identifier, name,"
          + " birthdate, gender")),
      Map.entry(BAD_BUNDLE, () -> value("fullUrl is missing (RuleNumber: 20021)", "Bundle.entry[0].fullUrl")),
      Map.entry(STRICT, () -> value("sistem kode tidak sesuai; diharapkan: http://www.whocc.no/atc; diterima:"
          + " http://example.org/route (RuleNumber: 10038)",
          "MedicationRequest.dosageInstruction[0].route.coding[0].system")),
      Map.entry(UNKNOWN_CODE, () -> new id.jejak.satusehat.contract.Outcome(400,
          id.jejak.satusehat.contract.Outcome.Author.VALIDATOR, java.util.List.of(Refusals.unknownCode("OC000135",
              "http://terminology.kemkes.go.id/CodeSystem/clinical-term", "10010", "Observation.code[0].code")))),
      Map.entry(MULTIPLE, () -> Refusals.multiple("Observation")),
      Map.entry(GONE, () -> Refusals.gone("Observation", "023816b2-a5ec-4888-a91d-d63959e6e936")),
      Map.entry(IN_USE, () -> Refusals.inUse("a dispense is not deleted but corrected: put it with status"
          + " entered-in-error")),
      Map.entry(NO_PRESCRIPTION, () -> id.jejak.satusehat.contract.Outcome.validator("business-rule",
          "DocumentReference/d2c5b1a7-3f64-4a0e-9c85-7be0c1d2e3f4 is no prescription: nothing is printed",
          "DocumentReference.type")),
      Map.entry(SUPPRESSED, () -> Refusals.suppressed("")));

  private FhirOutcomes() {}

  /** An outcome as it is answered; empty for a plain success. */
  public static Optional<Response> answer(Outcome outcome) {
    return Optional.ofNullable(SHOWN.get(outcome)).map(Supplier::get)
        .map(shown -> Response.of(shown.status(), shown.contentType(), shown.json()));
  }

  private static id.jejak.satusehat.contract.Outcome value(String text, String expression) {
    return id.jejak.satusehat.contract.Outcome.validator("value", text, expression);
  }

  private static Outcome no(String code, String message, String when) {
    return new Outcome(code, false, message, when);
  }

  private static Outcome yes(String code, String message, String when) {
    return new Outcome(code, true, message, when);
  }
}
