package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.Product.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of an entry that something was mapped to. Pure.
 *
 * @param findings what is wrong or new, the gravest first; empty when the mapping holds as it is
 * @param instead what the dictionary names in its place
 */
public record MappingCheck(List<Finding> findings, Optional<Named> instead, Optional<String> name) {
  /** Copies the list. */
  public MappingCheck {
    findings = List.copyOf(findings);
  }

  /** What may be wrong or new. */
  public enum Finding {
    /** The dictionary does not know the code. */
    UNKNOWN,
    /** Something else is to be used. */
    REPLACED,
    /** No longer active. */
    INACTIVE,
    /** Not yet valid. */
    DRAFT,
    /** Called otherwise than when it was mapped. */
    RENAMED,
    /** Something about it changed since the change that is known. */
    CHANGED
  }

  /**
   * Judges a code.
   *
   * @param products the product with that code, or all products of the template with that code
   * @param mapped the name under which it was mapped; empty when not known
   * @param changed true when the feed of changes names it
   */
  public static MappingCheck of(String code, List<Product> products, String mapped, boolean changed) {
    if (products.isEmpty()) {
      return new MappingCheck(List.of(Finding.UNKNOWN), Optional.empty(), Optional.empty());
    }
    var findings = new ArrayList<Finding>();
    boolean template = products.getFirst().template().code().equals(code);
    var name = template ? products.getFirst().template().name() : products.getFirst().name();
    var instead = products.stream().allMatch(product -> product.replacement().isPresent())
        ? products.getFirst().replacement().flatMap(one -> template ? one.template().or(one::product)
            : one.product().or(one::template)) : Optional.<Named>empty();
    if (instead.isPresent()) {
      findings.add(Finding.REPLACED);
    }
    if (products.stream().noneMatch(Product::active)) {
      findings.add(Finding.INACTIVE);
    }
    if (products.stream().noneMatch(Product::valid)) {
      findings.add(Finding.DRAFT);
    }
    if (!mapped.isBlank() && !mapped.equals(name)) {
      findings.add(Finding.RENAMED);
    }
    if (changed) {
      findings.add(Finding.CHANGED);
    }
    return new MappingCheck(findings, instead, Optional.of(name));
  }
}
