package id.jejak.satusehat.contract;

/** Identifier systems and code systems that the server itself reads or writes. Read in recorded traffic. */
public final class Systems {
  /** Head of every facility's own identifier systems: {@code .../encounter/10000005}. */
  public static final String SYS_IDS = "http://sys-ids.kemkes.go.id/";
  /** The national prescription number, NRN. */
  public static final String NRN = SYS_IDS + "prescription/national";
  /** The stamp of the organization that created a resource. */
  public static final String CREATOR = SYS_IDS + "creator";
  /** KFA codes. */
  public static final String KFA = SYS_IDS + "kfa";
  /** Head of the identifier system of a SEP, the number of an insurance claim. */
  public static final String CLAIM = SYS_IDS + "claim-number/";
  /** National identity number. */
  public static final String NIK = "https://fhir.kemkes.go.id/id/nik";
  /** SATUSEHAT's number of a patient. */
  public static final String IHS = "https://fhir.kemkes.go.id/id/ihs-number";
  /** SATUSEHAT's number of a health worker. */
  public static final String NAKES = "https://fhir.kemkes.go.id/id/nakes-his-number";
  /** Extension that says which kind of compound a medication is: NC, SD or EP. */
  public static final String MEDICATION_TYPE = "https://fhir.kemkes.go.id/r4/StructureDefinition/MedicationType";
  /** LOINC. */
  public static final String LOINC = "http://loinc.org";
  /** LOINC code of a document that is a prescription. */
  public static final String PRESCRIPTION_DOCUMENT = "57833-6";
  /** LOINC code of body weight. */
  public static final String WEIGHT = "29463-7";
  /** LOINC code of body height. */
  public static final String HEIGHT = "8302-2";

  private Systems() {}
}
