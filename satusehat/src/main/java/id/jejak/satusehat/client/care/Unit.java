package id.jejak.satusehat.client.care;

import java.util.Map;

/**
 * What is counted or measured in.
 *
 * @param unit its word for people
 */
public record Unit(String system, String code, String unit) {
  private static final String ORDERABLE = "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String LOGISTIC = "http://terminology.kemkes.go.id/CodeSystem/smallest-logistic-unit";

  /** Tablet. */
  public static final Unit TABLET = orderable("TAB", "TAB");
  /** Capsule. */
  public static final Unit CAPSULE = orderable("CAP", "CAP");
  /** One powder: a pulvis, puyer. */
  public static final Unit POWDER = orderable("POWD", "POWD");
  /** As much as is spread at once. */
  public static final Unit SCOOP = orderable("SCOOP", "scoop");
  /** Ointment or cream, as much as is spread at once. */
  public static final Unit OINTMENT = orderable("OINT", "OINT");
  /** Suppository. */
  public static final Unit SUPPOSITORY = orderable("SUPP", "SUPP");
  /** Vaginal tablet. */
  public static final Unit VAGINAL_TABLET = orderable("VAGTAB", "VAGTAB");
  /** Drop for the eye. */
  public static final Unit EYE_DROP = orderable("OPDROP", "Ophthalmic Drops");
  /** Millilitre. */
  public static final Unit MILLILITRE = ucum("mL", "mL");
  /** Milligram. */
  public static final Unit MILLIGRAM = ucum("mg", "mg");
  /** Microgram. */
  public static final Unit MICROGRAM = ucum("ug", "ug");
  /** Gram. */
  public static final Unit GRAM = ucum("g", "g");
  /** International unit. */
  public static final Unit INTERNATIONAL = ucum("[IU]", "IU");
  /** Pot of an ointment made up. */
  public static final Unit POT = new Unit(LOGISTIC, "MRD000006", "Pot");
  /** Prefilled syringe or pen. */
  public static final Unit SYRINGE = new Unit(LOGISTIC, "MRD000008", "Prefilled syringe");
  /** Bottle. */
  public static final Unit BOTTLE = new Unit("http://snomed.info/sct", "419672006",
      "Bottle - unit of product usage");

  /** A unit of HL7's orderable drug forms. */
  public static Unit orderable(String code, String unit) {
    return new Unit(ORDERABLE, code, unit);
  }

  /** A unit of UCUM. */
  public static Unit ucum(String code, String unit) {
    return new Unit(UCUM, code, unit);
  }

  /** Days, for durations. */
  static Map<String, Object> days(int days) {
    return Fields.of("value", days, "unit", "days", "system", UCUM, "code", "d");
  }
}
