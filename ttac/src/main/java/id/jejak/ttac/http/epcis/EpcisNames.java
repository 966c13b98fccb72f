package id.jejak.ttac.http.epcis;

import id.jejak.ttac.contract.barcode.BarcodeText;
import id.jejak.ttac.contract.barcode.Element;
import id.jejak.ttac.contract.barcode.Reading;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * URIs of packs, facilities and events. A pack with a GTIN and a serial, and a logistic unit with an SSCC, have
 * GS1's own (GS1 Digital Link); BPOM's 90 form and companies' own codes have none, so they get a private one, as CBV
 * 2.0 section 8 allows: {@code obj} for packs, {@code loc} for places, {@code party} for who holds.
 *
 * @param base where the private ones begin, without a trailing slash
 */
record EpcisNames(String base) {
  private static final String GS1 = "https://id.gs1.org/";

  /** Refuses a base that makes no URI. */
  EpcisNames {
    if (base.endsWith("/") || !base.startsWith("https://") || URI.create(base).getHost() == null) {
      throw new IllegalArgumentException("must be an https address without a slash at its end");
    }
  }

  String pack(String barcode, Year now) {
    return switch (BarcodeText.read(barcode, now)) {
      case Reading.Structured pack when pack.gtin().isPresent() && pack.serial().isPresent() ->
          GS1 + "01/" + pack.gtin().get() + "/21/" + encoded(pack.serial().get());
      case Reading.Structured unit when unit.sscc().isPresent() -> GS1 + "00/" + unit.sscc().get();
      case Reading.Structured pack -> base + "/obj/" + path(pack.elements());
      case Reading.Opaque code -> base + "/obj/" + encoded(code.text());
      case Reading.Ambiguous text -> base + "/obj/" + encoded(text.text());
    };
  }

  String place(int sarana) {
    return base + "/loc/" + sarana;
  }

  String party(int sarana) {
    return base + "/party/" + sarana;
  }

  /** Namespace of what EPCIS has no word for. */
  String namespace() {
    return base + "/epcis/";
  }

  /** The same for the same unit, event and part, whenever it is asked for; different for all others. */
  static String event(long unit, long event, String part, String request) {
    var name = "jejak ttac " + unit + " " + event + " " + part + " " + request;
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String path(List<Element> elements) {
    return elements.stream().map(element -> element.ai().code() + "/" + encoded(element.value()))
        .collect(Collectors.joining("/"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
        .replace("%7E", "~");
  }
}
