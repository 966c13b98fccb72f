package id.jejak.ttac.domain;

import java.util.List;

/**
 * One serialised unit of any level, as TTAC sees it at the moment it is locked. Immutable.
 *
 * @param lots ids of the lots of the primers inside, at any depth, or a primer's own; empty also where nobody asked
 *     what is inside
 * @param ancestors from the parent up to the root; empty when this unit is a root
 * @param custody of the root of its tree
 * @param hasChildren true when at least one unit is directly inside
 * @param holdsUnfit true when anything inside, at any depth, is a sample or rejected
 */
public record Pack(
    long id,
    Level level,
    Status status,
    List<Long> lots,
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
