package id.jejak.satusehat.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The types that the server keeps: FHIR R4's, without those that are only carried (Bundle, Binary, Parameters). */
public final class ResourceTypes {
  /** The types of the pharmacy document, in its order. */
  public static final List<String> DOCUMENT = List.of("Organization", "Location", "Patient", "Practitioner",
      "Encounter", "Condition", "Observation", "Medication", "MedicationRequest", "MedicationDispense",
      "MedicationStatement", "DocumentReference", "ChargeItemDefinition");

  /** Every type that is kept, by name. */
  public static final Set<String> ALL = new TreeSet<>(List.of((
      "Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse AuditEvent Basic"
      + " BiologicallyDerivedProduct BodyStructure CarePlan CareTeam CatalogEntry ChargeItem ChargeItemDefinition"
      + " Claim ClaimResponse ClinicalImpression CodeSystem Communication CommunicationRequest CompartmentDefinition"
      + " Composition ConceptMap Condition Consent Contract Coverage CoverageEligibilityRequest"
      + " CoverageEligibilityResponse DetectedIssue Device DeviceDefinition DeviceMetric DeviceRequest"
      + " DeviceUseStatement DiagnosticReport DocumentManifest DocumentReference EffectEvidenceSynthesis Encounter"
      + " Endpoint EnrollmentRequest EnrollmentResponse EpisodeOfCare EventDefinition Evidence EvidenceVariable"
      + " ExampleScenario ExplanationOfBenefit FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse"
      + " HealthcareService ImagingStudy Immunization ImmunizationEvaluation ImmunizationRecommendation"
      + " ImplementationGuide InsurancePlan Invoice Library Linkage List Location Measure MeasureReport Media"
      + " Medication MedicationAdministration MedicationDispense MedicationKnowledge MedicationRequest"
      + " MedicationStatement MedicinalProduct MessageDefinition MessageHeader MolecularSequence NamingSystem"
      + " NutritionOrder Observation ObservationDefinition OperationDefinition Organization OrganizationAffiliation"
      + " Patient PaymentNotice PaymentReconciliation Person PlanDefinition Practitioner PractitionerRole Procedure"
      + " Provenance Questionnaire QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition"
      + " ResearchElementDefinition ResearchStudy ResearchSubject RiskAssessment RiskEvidenceSynthesis Schedule"
      + " SearchParameter ServiceRequest Slot Specimen SpecimenDefinition StructureDefinition StructureMap"
      + " Subscription Substance SupplyDelivery SupplyRequest Task TerminologyCapabilities TestReport TestScript"
      + " ValueSet VerificationResult VisionPrescription").split(" ")));

  /** Types that hold nothing about a patient, and that anybody with a token may see. */
  private static final Set<String> PUBLIC = Set.of("Organization", "Location", "Practitioner", "PractitionerRole",
      "HealthcareService", "ChargeItemDefinition");

  private ResourceTypes() {}

  /** True for a type that is kept. */
  public static boolean kept(String type) {
    return ALL.contains(type);
  }

  /** True for a type that no consent concerns. */
  public static boolean open(String type) {
    return PUBLIC.contains(type);
  }
}
