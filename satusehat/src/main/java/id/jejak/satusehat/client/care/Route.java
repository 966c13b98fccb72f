package id.jejak.satusehat.client.care;

import java.util.Map;

/** Which way a medicine takes into the body. */
public record Route(String code, String display) {
  private static final String SYSTEM = "http://www.whocc.no/atc";

  /** By mouth. */
  public static final Route ORAL = new Route("O", "Oral");
  /** Into the vagina. */
  public static final Route VAGINAL = new Route("V", "Vaginal");
  /** Into the rectum. */
  public static final Route RECTAL = new Route("R", "Rectal");
  /** Into the eye. */
  public static final Route OCULAR = new Route("ocular", "Ocular");
  /** Upon the skin. */
  public static final Route OINTMENT = new Route("ointment", "Ointment");
  /** Under the skin. */
  public static final Route SUBCUTANEOUS = new Route("inj.subcutaneous", "Injection Subcutaneous");

  Map<String, Object> concept() {
    return new Code(SYSTEM, code, display).concept();
  }
}
