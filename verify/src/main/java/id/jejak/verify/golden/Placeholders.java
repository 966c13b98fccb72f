package id.jejak.verify.golden;

import java.util.Optional;

/** What a system offers to placeholders of the form {@code {kind:name}}. */
@FunctionalInterface
public interface Placeholders {
  /** Nothing at all. */
  Placeholders NONE = (_, _) -> Optional.empty();

  /** The value, or empty when this kind or name is not known. */
  Optional<String> value(String kind, String name);

  /** These, and where they know nothing, the others. */
  default Placeholders or(Placeholders others) {
    return (kind, name) -> value(kind, name).or(() -> others.value(kind, name));
  }
}
