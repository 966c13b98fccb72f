package id.jejak.ttac.contract.barcode;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The dosage forms a drug's NIE can name in its twelfth and thirteenth character, with their Indonesian
 * names. The published list has gaps: an absent code is unknown, not wrong. Source: the Perl module
 * Business::ID::POM.
 */
public enum DosageForm {
  CAPSULE("01", "kapsul"),
  SOFT_CAPSULE("02", "kapsul lunak"),
  CAPLET("04", "kaplet"),
  FILM_COATED_CAPLET("09", "kaplet salut film"),
  TABLET("10", "tablet"),
  EFFERVESCENT_TABLET("11", "tablet effervescent"),
  LOZENGE("12", "tablet hisap"),
  CONTROLLED_RELEASE_TABLET("14", "tablet lepas terkontrol"),
  ENTERIC_COATED_TABLET("15", "tablet salut enterik"),
  PILL("16", "pil"),
  FILM_COATED_TABLET("17", "tablet salut selaput"),
  GRANULES("22", "granul"),
  ORAL_POWDER("23", "serbuk oral"),
  POWDER("24", "bedak"),
  GEL("28", "gel"),
  CREAM("29", "krim"),
  OINTMENT("30", "salep"),
  EYE_OINTMENT("31", "salep mata"),
  EMULSION("32", "emulsi"),
  SUSPENSION("33", "suspensi"),
  ELIXIR("34", "elixir"),
  DROPS("36", "drops"),
  SYRUP("37", "sirup"),
  DRY_SUSPENSION("38", "suspensi kering"),
  LOTION("41", "lotion/solusio"),
  INJECTION("43", "injeksi"),
  DRY_INJECTION_SUSPENSION("44", "injeksi suspensi kering"),
  STERILE_EYE_DROPS("46", "tetes mata steril"),
  NOSE_DROPS("47", "tetes hidung"),
  EAR_DROPS("48", "tetes telinga"),
  INFUSION("49", "infus"),
  SUPPOSITORY("53", "supositoria, ovula"),
  NASAL_SPRAY("56", "nasal spray"),
  RECTAL_TUBE("58", "rectal tube"),
  INHALATION("62", "inhalasi"),
  CHEWABLE_TABLET("63", "tablet kunyah"),
  DISPERSIBLE_TABLET("81", "tablet dispersi");

  private static final Map<String, DosageForm> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DosageForm::code, Function.identity()));

  private final String code;
  private final String indonesian;

  DosageForm(String code, String indonesian) {
    this.code = code;
    this.indonesian = indonesian;
  }

  /** Two digits. */
  public String code() {
    return code;
  }

  /** The name in Indonesian (bentuk sediaan). */
  public String indonesian() {
    return indonesian;
  }

  /** The form of a code, when it is in the list. */
  public static Optional<DosageForm> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
