package id.jejak.satusehat.client.care;

import java.util.Map;

/** What a medicine is: {@code bentuk sediaan}. */
public record Form(String code, String display) {
  private static final String SYSTEM = "http://terminology.kemkes.go.id/CodeSystem/medication-form";

  /** Capsule. */
  public static final Form CAPSULE = new Form("BS019", "Kapsul");
  /** Film-coated tablet. */
  public static final Form COATED_TABLET = new Form("BS023", "Kaplet Salut Selaput");
  /** Cream. */
  public static final Form CREAM = new Form("BS030", "Krim");
  /** Solution for injection. */
  public static final Form INJECTION = new Form("BS034", "Larutan Injeksi");
  /** Oral powder. */
  public static final Form ORAL_POWDER = new Form("BS047", "Serbuk Oral");
  /** Syrup. */
  public static final Form SYRUP = new Form("BS055", "Sirup");
  /** Suppository. */
  public static final Form SUPPOSITORY = new Form("BS059", "Supositoria");
  /** Tablet. */
  public static final Form TABLET = new Form("BS066", "Tablet");
  /** Vaginal tablet. */
  public static final Form VAGINAL_TABLET = new Form("BS080", "Tablet Vaginal");
  /** Eye drops. */
  public static final Form EYE_DROPS = new Form("BS084", "Tetes Mata");

  Map<String, Object> concept() {
    return new Code(SYSTEM, code, display).concept();
  }
}
