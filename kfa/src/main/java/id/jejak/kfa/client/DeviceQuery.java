package id.jejak.kfa.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list of version 3 is narrowed to.
 *
 * @param state {@code valid} or {@code draft}
 * @param code 33... of a variant, 32... of a template
 * @param references registration or catalogue numbers; templates have none
 * @param search words of a name
 * @param from first day of the last change
 * @param to last day of the last change
 * @param types {@code device}, {@code pkrt}
 * @param category code of 2, 4, 7 or 10 digits
 */
public record DeviceQuery(Optional<String> state, Optional<Boolean> active, Optional<String> code,
    List<String> references, Optional<String> search, Optional<LocalDate> from, Optional<LocalDate> to,
    List<String> types, Optional<String> category) {
  /** Everything. */
  public static final DeviceQuery ALL = new DeviceQuery(Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
      Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  private static final Map<Integer, String> CATEGORIES = Map.of(2, "category_code", 4, "sub_category_code",
      7, "type_code", 10, "sub_type_code");

  /** Copies the lists; refuses a category that no level of the tree has. */
  public DeviceQuery {
    references = List.copyOf(references);
    types = List.copyOf(types);
    category.filter(digits -> !CATEGORIES.containsKey(digits.length())).ifPresent(digits -> {
      throw new IllegalArgumentException("a category has 2, 4, 7 or 10 digits: " + digits);
    });
  }

  /** The one with this code. */
  public static DeviceQuery code(String code) {
    return new DeviceQuery(Optional.empty(), Optional.empty(), Optional.of(code), List.of(), Optional.empty(),
        Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  /** Those with a registration or catalogue number. */
  public static DeviceQuery reference(String number) {
    return new DeviceQuery(Optional.empty(), Optional.empty(), Optional.empty(), List.of(number), Optional.empty(),
        Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  /** The same, changed on that day or later. */
  public DeviceQuery since(LocalDate day) {
    return new DeviceQuery(state, active, code, references, search, Optional.of(day), to, types, category);
  }

  Map<String, Object> params() {
    var all = new LinkedHashMap<String, Object>();
    state.ifPresent(one -> all.put("state", one));
    active.ifPresent(one -> all.put("active", one));
    code.ifPresent(one -> all.put("kfa_code", one));
    if (!references.isEmpty()) {
      all.put("reference_code", String.join(",", references));
    }
    search.ifPresent(words -> all.put("search", words));
    from.ifPresent(day -> all.put("updated_from_date", day.toString()));
    to.ifPresent(day -> all.put("updated_to_date", day.toString()));
    if (!types.isEmpty()) {
      all.put("farmalkes_type", String.join(",", types));
    }
    category.ifPresent(digits -> all.put(CATEGORIES.get(digits.length()), digits));
    return all;
  }
}
