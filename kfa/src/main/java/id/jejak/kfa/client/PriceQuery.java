package id.jejak.kfa.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose prices, and which of them.
 *
 * @param code of a template (92...)
 * @param region such as {@code regional1}
 * @param document such as {@code HK.01.07/MENKES/1905/2023}
 */
public record PriceQuery(String code, Optional<String> region, Optional<String> document) {
  /** Every price of a template. */
  public static PriceQuery of(String code) {
    return new PriceQuery(code, Optional.empty(), Optional.empty());
  }

  Map<String, Object> params() {
    var all = new LinkedHashMap<String, Object>();
    all.put("kfa_code", code);
    region.ifPresent(one -> all.put("region_code", one));
    document.ifPresent(one -> all.put("document_ref", one));
    return all;
  }
}
