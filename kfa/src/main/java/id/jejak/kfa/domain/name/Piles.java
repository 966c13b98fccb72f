package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Mapping.Pile;
import id.jejak.kfa.domain.name.Mapping.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a formulary's row may be mapped to, and whether anybody has to look at it. A wrong code is worse than a
 * row to be looked at: safe is only what no pharmacist would doubt. Pure.
 */
public final class Piles {
  /** Candidates of one row. */
  public static final int CANDIDATES = 5;
  private static final double WORTH_SHOWING = 0.35;
  private static final double WORTH_CHOOSING = 0.45;
  private static final double SUBSTANCE = 0.97;
  private static final double FORM = 0.8;
  private static final double FORM_OF_COLUMN = 0.8;
  /** Candidates closer than this are as good as each other. */
  private static final double LEAD = 0.008;
  private static final double SAFE = 0.87;

  private Piles() {}

  /**
   * Sorts one row.
   *
   * @param templates the best first
   * @param products the best first; empty when no brand is named
   */
  public static Mapping sort(Row row, Asked asked, List<Hit> templates, List<Hit> products) {
    boolean branded = !products.isEmpty() && products.getFirst().match().branded()
        && (templates.isEmpty() || products.getFirst().score() > templates.getFirst().score() - LEAD);
    var candidates = new ArrayList<Hit>();
    for (var hit : branded ? products : templates) {
      if (hit.score() >= WORTH_SHOWING && candidates.size() < CANDIDATES) {
        candidates.add(hit);
      }
    }
    if (branded && candidates.size() >= CANDIDATES && !templates.isEmpty()) {
      candidates.set(CANDIDATES - 1, templates.getFirst());
    }
    if (candidates.isEmpty() || candidates.getFirst().score() < WORTH_CHOOSING) {
      return new Mapping(row, Pile.NONE, 0, candidates);
    }
    var first = candidates.getFirst();
    double lead = lead(branded ? products : templates);
    double confidence = Confidence.of(Confidence.features(first.match(), lead));
    boolean safe = sound(asked, first.match()) && (!branded || spelled(asked, first))
        && formIsSure(asked.reading(), first, branded ? products : templates) && lead >= LEAD && confidence >= SAFE
        && first.score() > first.match().score() - LEAD * 2;
    return new Mapping(row, safe ? Pile.SAFE : Pile.REVIEW, Math.round(confidence * 1000) / 1000.0, candidates);
  }

  /** A brand that is nearly another's is another brand: sounding alike is not enough. */
  private static boolean spelled(Asked asked, Hit product) {
    var name = Spelling.fold(product.name());
    return product.match().cost() == 0 && asked.terms().stream()
        .allMatch(term -> term.kind() != Vocabulary.Kind.BRAND || name.contains(term.word().written()));
  }

  /**
   * A unit column says tablet of whatever is swallowed whole. So it decides only for the form that it names, or where
   * the dictionary has but one thing to swallow.
   */
  private static boolean formIsSure(Reading reading, Hit first, List<Hit> all) {
    if (!reading.forms().isEmpty() || reading.column().isEmpty() || first.form().isEmpty()
        || reading.column().get().equals(first.form().get()) || !swallowed(first)) {
      return true;
    }
    return all.stream().noneMatch(hit -> hit != first && swallowed(hit) && !hit.code().equals(first.code())
        && hit.match().substance() >= SUBSTANCE && hit.match().strength() >= Strengths.EQUAL);
  }

  private static boolean swallowed(Hit hit) {
    return hit.form().filter(form -> switch (form.shape()) {
      case TABLET, CAPLET, CAPSULE, PILL -> true;
      default -> false; // drunk, injected, or put on
    }).isPresent();
  }

  /** How far the first hit is ahead of the second; 1 when there is no second. */
  public static double lead(List<Hit> hits) {
    return hits.size() < 2 ? 1 : hits.getFirst().score() - hits.get(1).score();
  }

  /** Substances, strength and form are those of the name, and nothing in it is left over. */
  private static boolean sound(Asked asked, Match match) {
    var reading = asked.reading();
    boolean formSaid = !reading.forms().isEmpty() || !reading.containers().isEmpty();
    boolean form = reading.forms().size() == 1 ? match.form() >= FORM : match.form() >= FORM_OF_COLUMN;
    boolean known = asked.terms().stream().noneMatch(term -> term.unknown() && term.weight() >= 0.4);
    return match.complete() && match.substance() >= SUBSTANCE && match.strength() >= Strengths.EQUAL && match.salt()
        && reading.forms().size() <= 1 && formSaid && form && known && !reading.device() && match.cost() <= 2;
  }
}
