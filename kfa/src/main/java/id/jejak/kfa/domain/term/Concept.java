package id.jejak.kfa.domain.term;

import id.jejak.kfa.domain.Product.Ingredient;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.domain.name.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A code of the dictionary and what it stands for. Packs stand below products, products below templates; an ingredient
 * stands beside them and is named by those that hold it.
 *
 * @param display the name as the dictionary prints it; of a pack that of its product, and then its own
 * @param active false when it is not to be used any more
 * @param valid false while it is a draft
 * @param parents codes directly above; several for a pack that products share
 * @param children codes directly below, in their order; at most {@value #MOST_CHILDREN}
 * @param brands names under which it is sold
 * @param atc codes from level 1 to 5
 * @param replacedBy what to use instead
 */
public record Concept(
    String code,
    Level level,
    String display,
    boolean active,
    boolean valid,
    Optional<Instant> updatedAt,
    List<String> parents,
    List<String> children,
    List<Ingredient> ingredients,
    Optional<Named> form,
    Optional<Named> route,
    List<String> atc,
    List<String> brands,
    Optional<String> nie,
    Optional<String> lkpp,
    Optional<String> manufacturer,
    Optional<Named> replacedBy) {
  /** Codes directly below that are told; the largest template has a few hundred. */
  public static final int MOST_CHILDREN = 1_000;

  /** Copies the lists. */
  public Concept {
    parents = List.copyOf(parents);
    children = List.copyOf(children);
    ingredients = List.copyOf(ingredients);
    atc = List.copyOf(atc);
    brands = List.copyOf(brands);
  }

  /** True for a text that names this concept, without regard to case and blanks. */
  public boolean isCalled(String text) {
    var wanted = plain(text);
    return plain(display).equals(wanted) || brands.stream().anyMatch(brand -> plain(brand).equals(wanted));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
  }
}
