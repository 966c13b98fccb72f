package id.jejak.satusehat.client.care;

import java.util.List;
import java.util.Map;

/** The three links of a prescription's letterhead. */
public record Contacts(Link homepage, Link emergency, Link confirmation) {
  private static final String FORMATS = "http://terminology.kemkes.go.id/CodeSystem/documentformat";

  /** A link with its words. */
  public record Link(String title, String url) {
    private Map<String, Object> content(String code, String display) {
      return Fields.of("attachment", Fields.of("title", title, "url", url),
          "format", new Code(FORMATS, code, display).coding());
    }
  }

  List<Map<String, Object>> content() {
    return List.of(homepage.content("DF000001", "Homepage Fasyankes"),
        emergency.content("DF000002", "Link Kontak Emergensi"),
        confirmation.content("DF000003", "Link Kontak Konfirmasi Resep"));
  }
}
