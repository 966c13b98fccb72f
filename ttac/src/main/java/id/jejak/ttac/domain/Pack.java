package id.jejak.ttac.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One serialised unit of any level, as TTAC sees it at the moment it is locked. Immutable.
 *
 * @param lot product, batch and expiry of a primer; null for what only holds others
 * @param ancestors from the parent up to the root; empty when this unit is a root
 * @param custody of the root of its tree
 * @param hasChildren true when at least one unit is directly inside
 * @param holdsUnfit true when anything inside, at any depth, is a sample or rejected
 */
public record Pack(
    long id,
    Level level,
    Status status,
    @Nullable Long lot,
    List<Long> ancestors,
    Custody custody,
    boolean hasChildren,
    boolean holdsUnfit) {

  /** True when this unit is inside no other. */
  public boolean isRoot() {
    return ancestors.isEmpty();
  }

  /** True when nobody may receive it. */
  public boolean unfit() {
    return status.unfit() || holdsUnfit;
  }
}
