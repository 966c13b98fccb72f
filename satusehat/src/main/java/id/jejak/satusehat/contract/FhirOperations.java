package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** The operations of the FHIR server, in the order in which the document's steps need them. */
@Source(grade = Grade.CERTAIN, ref = "Pelayanan Kefarmasian v1.2; collections 01 and 04", seen = "2026-11")
public final class FhirOperations {
  /** Where the FHIR server is served. */
  public static final List<String> BASES = List.of("/fhir-r4/v1");

  private static final String DOCUMENT = "SATUSEHAT Pelayanan Kefarmasian v1.2";
  private static final Param TYPE = new Param("type", Need.REQUIRED, "code (path)", "Type of the resource",
      "\"Observation\"");
  private static final Param ID = new Param("rid", Need.REQUIRED, "id (path)", "Id of the resource",
      "\"023816b2-a5ec-4888-a91d-d63959e6e936\"");
  private static final Param RESOURCE_TYPE = new Param("resourceType", Need.REQUIRED, "code",
      "Type of the resource, as in the path", "\"Observation\"");
  private static final Param STATUS = new Param("status", Need.CONDITIONAL, "code",
      "And every other element of the type, as the document maps it", "\"final\"");
  private static final Param CODE = new Param("code", Need.CONDITIONAL, "CodeableConcept", "What is observed",
      "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"29463-7\",\"display\":\"Body weight\"}]}");
  private static final Param SUBJECT = new Param("subject", Need.CONDITIONAL, "Reference", "The patient",
      "{\"reference\":\"Patient/P02029542843\"}");
  private static final Param VALUE = new Param("valueQuantity", Need.OPTIONAL, "Quantity", "The value",
      "{\"value\":65,\"unit\":\"kg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}");
  private static final String EXAMPLE = "{\"code\":{\"coding\":[{\"code\":\"29463-7\",\"display\":\"Body weight\","
      + "\"system\":\"http://loinc.org\"}]},\"id\":\"023816b2-a5ec-4888-a91d-d63959e6e936\",\"meta\":{"
      + "\"lastUpdated\":\"2024-12-03T08:44:29.797707+00:00\",\"versionId\":\"MTczMzIxNTQ2OTc5NzcwNzAwMA\"},"
      + "\"resourceType\":\"Observation\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/P02029542843\"},"
      + "\"valueQuantity\":{\"code\":\"kg\",\"system\":\"http://unitsofmeasure.org\",\"unit\":\"kg\",\"value\":65}}";
  private static final String FOUND = "{\"entry\":[{\"fullUrl\":\"https://api-satusehat-stg.dto.kemkes.go.id/fhir-r4/v1"
      + "/Observation/023816b2-a5ec-4888-a91d-d63959e6e936\",\"resource\":" + EXAMPLE + "}],\"link\":["
      + link("search") + "," + link("first") + "," + link("self") + "],\"resourceType\":\"Bundle\",\"total\":1,"
      + "\"type\":\"searchset\"}";

  /** GET Patient, Practitioner, DocumentReference by NRN, MedicationRequest by NRN, MedicationDispense. */
  public static final Operation SEARCH = operation("satusehat.resource.search", "GET", "/{type}",
      "Mencari data: Patient, Practitioner, DocumentReference, MedicationRequest, MedicationDispense",
      "Finds resources: patients and health workers by NIK or name, a prescription and its items by the national"
          + " number, dispenses by patient and visit. What each type is found by stands in the CapabilityStatement.")
      .params(TYPE,
          new Param("identifier", Need.OPTIONAL, "token (query)", "system|value; any other parameter of the type"
              + " likewise; a comma means or, two parameters mean and",
              "\"http://sys-ids.kemkes.go.id/observation/10000005|BB-1\""),
          new Param("_include", Need.OPTIONAL, "Type:parameter (query)", "Adds what the matches refer to",
              "\"Observation:encounter\""),
          new Param("_count", Need.OPTIONAL, "integer (query)", "Entries of a page, 100 unless said", "100"))
      .outcomes(FhirOutcomes.BAD_SEARCH, FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.FOUND)
      .inferred("A parameter that the type does not have is refused and not ignored: ignoring it would find everybody.",
          "A patient who opted out is shown as suppressed to all but the organization that wrote, and to whoever asks"
              + " by the national number.",
          "Links lead to the address that the caller used, so that no token travels to another host.")
      .example(FOUND);

  /** The same at the address that answers print in their links. */
  public static final Operation PAGE = operation("satusehat.resource.page", "GET", "/{type}/",
      "Halaman hasil pencarian", "The same search at the address that answers print in their links.")
      .params(TYPE, new Param("_page_token", Need.OPTIONAL, "token (query)", "As in the link called next",
          "\"AAYoWpXKJGcAAAAAAAABAA\""))
      .outcomes(FhirOutcomes.BAD_SEARCH, FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.FOUND)
      .example(FOUND);

  /** POST Organization, Location, Encounter, Observation, MedicationRequest, DocumentReference, MedicationDispense. */
  public static final Operation CREATE = operation("satusehat.resource.create", "POST", "/{type}",
      "Pengiriman data: Organization, Location, Encounter, Observation, Medication, MedicationRequest,"
          + " DocumentReference, MedicationDispense",
      "Keeps a new resource. A DocumentReference of a prescription gets its national number some seconds later, by"
          + " itself; a MedicationDispense is added to its prescription's document.")
      .params(TYPE, RESOURCE_TYPE, STATUS, CODE, SUBJECT, VALUE)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.UNPARSEABLE,
          FhirOutcomes.WRONG_ORGANIZATION, FhirOutcomes.WRONG_SYSTEM, FhirOutcomes.UNKNOWN_CODE,
          FhirOutcomes.NOT_YOURS, FhirOutcomes.TOO_MUCH, FhirOutcomes.STRICT, FhirOutcomes.FORBIDDEN,
          FhirOutcomes.DUPLICATE, FhirOutcomes.MULTIPLE, FhirOutcomes.FOUND_BEFORE, FhirOutcomes.EXPLAINED,
          FhirOutcomes.CREATED)
      .inferred("If-None-Exist keeps it only when the search in it finds nothing: decision 0411.",
          "Prefer: explain changes nothing but the answer: contained has one more OperationOutcome, with id"
          + " explain, that lists what the resource breaks. It is not kept. Prefer: strict refuses such a resource"
          + " (decision 0401).",
          "The key by which something sent twice is known is not public: decision 0301.",
          "More than was prescribed is refused; the recorded server took it. satusehat.policy=recorded does as it did"
              + " (decision 0302).",
          "The national number is given by the server only; a request that brings one is refused.")
      .example(EXAMPLE);

  /** GET by id. */
  public static final Operation READ = operation("satusehat.resource.read", "GET", "/{type}/{rid}",
      "Mendapatkan data berdasarkan id", "Gives the current version.")
      .params(TYPE, ID)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.NOT_FOUND, FhirOutcomes.GONE, FhirOutcomes.SUPPRESSED,
          FhirOutcomes.READ)
      .example(EXAMPLE);

  /** PUT Encounter, step 7 of the document. */
  public static final Operation UPDATE = operation("satusehat.resource.update", "PUT", "/{type}/{rid}",
      "7. Pembaharuan Data Kunjungan", "Puts a new version in the place of the current one; creates the resource when"
          + " nothing has this id. If-Match makes sure that nobody else was faster.")
      .params(TYPE, ID, RESOURCE_TYPE,
          new Param("id", Need.REQUIRED, "id", "The same id as in the path",
              "\"023816b2-a5ec-4888-a91d-d63959e6e936\""), STATUS, CODE, SUBJECT, VALUE)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.UNPARSEABLE, FhirOutcomes.MISMATCH,
          FhirOutcomes.CONFLICT, FhirOutcomes.NO_PERMISSION, FhirOutcomes.NOT_YOURS, FhirOutcomes.TOO_MUCH,
          FhirOutcomes.STRICT, FhirOutcomes.CREATED, FhirOutcomes.UPDATED)
      .inferred("Prefer: explain and Prefer: strict as for POST.",
          "An update that leaves out the national number does not lose it.")
      .example(EXAMPLE);

  /** PATCH. */
  public static final Operation PATCH = operation("satusehat.resource.patch", "PATCH", "/{type}/{rid}",
      "JSON Patch", "Changes parts of a resource: an array of RFC 6902 steps, as application/json-patch+json.")
      .params(TYPE, ID)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.MEDIA, FhirOutcomes.NOT_FOUND, FhirOutcomes.BAD_PATCH,
          FhirOutcomes.CONFLICT, FhirOutcomes.NO_PERMISSION, FhirOutcomes.STRICT, FhirOutcomes.UPDATED)
      .inferred("Prefer: explain and Prefer: strict as for PUT; judged is what comes of the patch (decision 0731).")
      .example(EXAMPLE);

  /** PUT with a condition. */
  public static final Operation UPDATE_WHERE = operation("satusehat.resource.put", "PUT", "/{type}",
      "Pembaharuan bersyarat", "Puts a new version in the place of the one that the search in the query finds; creates"
          + " the resource when it finds none.")
      .params(TYPE, new Param("identifier", Need.REQUIRED, "token (query)", "Or any other parameter that finds it",
              "\"http://sys-ids.kemkes.go.id/observation/10000005|BB-2\""), RESOURCE_TYPE, STATUS, CODE, SUBJECT, VALUE)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.UNPARSEABLE, FhirOutcomes.BAD_SEARCH, FhirOutcomes.MULTIPLE,
          FhirOutcomes.NO_PERMISSION, FhirOutcomes.CREATED, FhirOutcomes.UPDATED)
      .inferred("No recording shows it: FHIR R4's rules, kept exactly under competition (decision 0411).")
      .example(EXAMPLE);

  /** DELETE. */
  public static final Operation DELETE = operation("satusehat.resource.delete", "DELETE", "/{type}/{rid}",
      "Penghapusan", "Deletes a resource; its versions stay. A prescription that has its number and a dispense are not"
          + " deleted: they are corrected by their status.")
      .params(TYPE, ID)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.NOT_FOUND, FhirOutcomes.NO_PERMISSION, FhirOutcomes.IN_USE,
          FhirOutcomes.DELETED)
      .inferred("No recording shows it, and no official collection uses it: decision 0411.")
      .example("{}");

  /** History. */
  public static final Operation HISTORY = operation("satusehat.resource.history", "GET", "/{type}/{rid}/_history",
      "Riwayat versi", "Gives the versions of a resource, the newest first, at most 100.")
      .params(TYPE, ID)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.NOT_FOUND, FhirOutcomes.SUPPRESSED, FhirOutcomes.READ)
      .example("{\"entry\":[{\"fullUrl\":\"https://api-satusehat-stg.dto.kemkes.go.id/fhir-r4/v1/Observation/"
          + "023816b2-a5ec-4888-a91d-d63959e6e936\",\"resource\":" + EXAMPLE + ",\"response\":{\"etag\":"
          + "\"W/\\\"MTczMzIxNTQ2OTc5NzcwNzAwMA\\\"\",\"lastModified\":\"2024-12-03T08:44:29.797707+00:00\"}}],"
          + "\"link\":[{\"relation\":\"self\",\"url\":\"https://api-satusehat-stg.dto.kemkes.go.id/fhir-r4/v1/Observation"
          + "/023816b2-a5ec-4888-a91d-d63959e6e936/_history\"}],\"resourceType\":\"Bundle\",\"total\":1,"
          + "\"type\":\"history\"}");

  /** One version. */
  public static final Operation VREAD = operation("satusehat.resource.vread", "GET", "/{type}/{rid}/_history/{vid}",
      "Mendapatkan satu versi", "Gives one version of a resource.")
      .params(TYPE, ID, new Param("vid", Need.REQUIRED, "id (path)", "meta.versionId",
          "\"MTczMzIxNTQ2OTc5NzcwNzAwMA\""))
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.NOT_FOUND, FhirOutcomes.SUPPRESSED, FhirOutcomes.READ)
      .example(EXAMPLE);

  /** POST of a bundle. */
  public static final Operation BUNDLE = operation("satusehat.bundle.submit", "POST", "/",
      "Bundle", "Keeps a transaction wholly or not at all, or a batch entry by entry. References by urn:uuid are"
          + " replaced wherever they stand.")
      .params(new Param("resourceType", Need.REQUIRED, "code", "Bundle", "\"Bundle\""),
          new Param("type", Need.REQUIRED, "code", "transaction or batch", "\"transaction\""),
          new Param("entry", Need.REQUIRED, "Array", "fullUrl, resource and request of each entry", "[]"))
      .outcomes(FhirOutcomes.UNPARSEABLE, FhirOutcomes.BAD_BUNDLE,
          FhirOutcomes.DUPLICATE, FhirOutcomes.TOO_MUCH, FhirOutcomes.STRICT, FhirOutcomes.TOLD,
          FhirOutcomes.SUBMITTED)
      .inferred("Prefer: explain puts an OperationOutcome into each entry's response.outcome; Prefer: strict refuses"
          + " the bundle, a batch too, when one entry breaks a rule (decision 0401).",
          "The texts of rules 20011 and 20017 to 20021 are ours; their numbers are the dictionary's.",
          "Of what is wrong the first cause is told, and not what follows from it (20012, 20013).",
          "A PATCH in a bundle is a Binary that holds the steps; deletions are done first, as FHIR R4 has it.")
      .example("{\"entry\":[],\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"total\":0}");

  /** What the server can do. */
  public static final Operation CAPABILITY = operation("satusehat.capability.read", "GET", "/metadata",
      "CapabilityStatement", "Says what the server can do, made of the same tables that do it.")
      .outcomes(FhirOutcomes.READ)
      .example("{\"fhirVersion\":\"4.0.1\",\"format\":[\"json\"],\"kind\":\"instance\","
          + "\"resourceType\":\"CapabilityStatement\",\"status\":\"active\"}");

  /** Ours: what is left of a prescription item, and why. */
  public static final Operation REMAINING = ours("satusehat.prescription.remaining", "GET",
      "/MedicationRequest/{id}/$remaining", "Sisa obat dan perhitungannya",
      "Says what may still be dispensed of a prescription item, with its working: how each dispense was counted.")
      .params(new Param("id", Need.REQUIRED, "id (path)", "Id of the MedicationRequest",
          "\"3b258025-4565-4d68-8887-ca5eb34401f5\""))
      .outcomes(FhirOutcomes.NOT_FOUND, FhirOutcomes.SUPPRESSED, FhirOutcomes.READ)
      .example("{\"prescription\":\"MedicationRequest/3b258025-4565-4d68-8887-ca5eb34401f5\",\"unit\":\"CAP\","
          + "\"quantity\":20,\"repeats\":1,\"total\":40,\"remaining\":20,\"valid_now\":true,\"live\":true,"
          + "\"used\":[{\"ingredient\":\"93000515\",\"units\":20}],\"dispenses\":[{\"dispense\":"
          + "\"MedicationDispense/8f04612a-23c6-4705-b179-f268f7df6a7d\",\"organization\":\"10000099\","
          + "\"at\":\"2024-09-26T03:50:00.000000+00:00\",\"counted_by\":\"ingredient\","
          + "\"units\":[{\"ingredient\":\"93000515\",\"units\":20}]}]}");

  /** Ours: notices instead of polling. */
  public static final Operation NOTICES = ours("satusehat.notice.stream", "GET", "/$notices",
      "Pemberitahuan nomor resep nasional", "Server-sent events: the national number as soon as it is given, and each"
          + " dispense of an own prescription. Last-Event-ID makes sure that none is missed.")
      .params(new Param("after", Need.OPTIONAL, "integer (query)", "Id of the last notice seen, as Last-Event-ID", "0"),
          new Param("once", Need.OPTIONAL, "boolean (query)", "true: only what is there already, then the end",
              "true"))
      .outcomes(FhirOutcomes.STREAM)
      .example("");

  /** Ours: what a resource breaks. */
  public static final Operation VALIDATE = ours("satusehat.resource.validate", "POST", "/{type}/$validate",
      "Pemeriksaan resource", "Lists everything in which a resource breaks FHIR's shape, the rule dictionary or the"
          + " pharmacy document, and keeps nothing. Each issue has the rule, the path, what is expected and what was"
          + " received: in Indonesian in details.text, in English in diagnostics.")
      .params(TYPE, RESOURCE_TYPE, STATUS, CODE, SUBJECT, VALUE)
      .outcomes(FhirOutcomes.UNKNOWN_TYPE, FhirOutcomes.UNPARSEABLE, FhirOutcomes.VALIDATED)
      .example("{\"resourceType\":\"OperationOutcome\",\"text\":{\"status\":\"generated\"},\"issue\":[{"
          + "\"severity\":\"information\",\"code\":\"informational\",\"details\":{\"text\":\"Tidak ada temuan\"},\"diagnostics\":"
          + "\"Nothing was found\"}]}");

  /** Ours: a prescription on paper. */
  public static final Operation PRINT = ours("satusehat.prescription.print", "GET",
      "/DocumentReference/{id}/$print", "Cetak resep dan salinan resep", "Prints a prescription as PDF: letterhead,"
          + " QR of the national number, items in the way of an Indonesian prescription (R/, numero, signa). Or its copy:"
          + " with det, nedet or did behind each item.")
      .params(new Param("id", Need.REQUIRED, "id (path)", "Id of the DocumentReference",
              "\"d2c5b1a7-3f64-4a0e-9c85-7be0c1d2e3f4\""),
          new Param("copy", Need.OPTIONAL, "boolean (query)", "true: a copy, in the name of the caller's organization",
              "true"))
      .outcomes(FhirOutcomes.NOT_FOUND, FhirOutcomes.SUPPRESSED, FhirOutcomes.NO_PRESCRIPTION, FhirOutcomes.PRINTED)
      .inferred("Marks of the copy follow what remains: det all of it, det orig one supply of several, did so much,"
          + " nedet nothing.")
      .example("");

  /** All of them. */
  public static final List<Operation> ALL = List.of(SEARCH, PAGE, CREATE, READ, UPDATE, UPDATE_WHERE, PATCH,
      DELETE, HISTORY, VREAD, BUNDLE, CAPABILITY, VALIDATE, REMAINING, PRINT, NOTICES);

  private FhirOperations() {}

  private static String link(String relation) {
    return "{\"relation\":\"" + relation + "\",\"url\":\"https://api-satusehat-stg.dto.kemkes.go.id/fhir-r4/v1/"
        + "Observation/?identifier=http%3A%2F%2Fsys-ids.kemkes.go.id%2Fobservation%2F10000005%7CBB-1\"}";
  }

  private static Operation operation(String id, String method, String path, String title, String purpose) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), DOCUMENT, false, List.of(), List.of(),
        "");
  }

  private static Operation ours(String id, String method, String path, String title, String purpose) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), "ours: no national document has it",
        true, List.of(), List.of(), "");
  }
}
