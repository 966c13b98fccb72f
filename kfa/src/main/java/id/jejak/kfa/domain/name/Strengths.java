package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Strength.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the strengths that a list writes with those of an entry. */
final class Strengths {
  /** A grade from 0 to 1, and why in a few words; at least {@link #EQUAL} when no pharmacist would doubt it. */
  record Grade(double value, String why) {}

  /** From here on strengths are equal. */
  static final double EQUAL = 0.8;
  private static final Grade UNSAID = new Grade(0.5, "");
  private static final Grade BOTH_UNSAID = new Grade(0.9, "");
  private static final Grade UNKNOWN = new Grade(0.25, "");
  private static final Grade OTHER = new Grade(0, "other strength");

  private Strengths() {}

  static Grade grade(Asked asked, Facts facts) {
    var said = asked.strengths();
    var known = facts.strengths();
    if (said.isEmpty()) {
      return known.isEmpty() ? BOTH_UNSAID : UNSAID;
    }
    if (known.isEmpty()) {
      return UNKNOWN;
    }
    if (said.size() == known.size()) {
      return said.size() == 1 ? one(said.getFirst(), known.getFirst(), asked.reading().contents(), drunk(facts))
          : paired(asked, facts, said, known);
    }
    if (said.size() == 1) {
      return total(said.getFirst(), known);
    }
    boolean all = said.stream().allMatch(one -> known.stream().anyMatch(other -> value(one.likeness(other)) > 0));
    boolean any = said.stream().anyMatch(one -> known.stream().anyMatch(other -> value(one.likeness(other)) > 0));
    return all && said.size() < known.size() ? new Grade(0.6, "the strengths that are named")
        : any ? new Grade(0.4, "one of the strengths named") : OTHER;
  }

  private static boolean drunk(Facts facts) {
    return facts.form().filter(form -> switch (form.shape()) {
      case SYRUP, SUSPENSION, EMULSION, ELIXIR -> true;
      default -> false; // elsewhere the amount may be that of the whole container
    }).isPresent();
  }

  private static Grade one(Strength said, Strength known, List<Strength> contents, boolean drunk) {
    var likeness = said.likeness(known);
    if (likeness == Likeness.OTHER || likeness == Likeness.VOLUME_UNSAID && said.per() == 0) {
      for (var content : contents) {
        if (said.per() == 0 && known.per() > 0 && content.unit().kind() == Unit.Kind.VOLUME && content.value() > 0) {
          var share = new Strength(said.value(), said.unit(), content.value(), content.unit());
          if (share.likeness(known) == Likeness.SAME || share.likeness(known) == Likeness.SAME_SHARE) {
            return new Grade(0.95, "strength " + share + " is " + known);
          }
        }
      }
    }
    return said(likeness, said, known, drunk);
  }

  /** Of a syrup everybody means the spoon; of an ampoule it may be all that is in it. */
  private static Grade said(Likeness likeness, Strength said, Strength known, boolean drunk) {
    return switch (likeness) {
      case SAME -> new Grade(1, "strength " + known + " exactly");
      case SAME_SHARE -> new Grade(0.95, "strength " + said + " is " + known);
      case SAME_NUMBER -> new Grade(0.92, "strength " + known + " (written without its unit)");
      case VOLUME_UNSAID -> said.per() == 0 ? new Grade(drunk ? 0.85 : 0.7, "strength " + known
          + " (written without its volume)")
          : new Grade(0.8, "strength " + said + ", the dictionary does not name the volume");
      case OTHER -> OTHER;
    };
  }

  private static double value(Likeness likeness) {
    return switch (likeness) {
      case SAME -> 1;
      case SAME_SHARE -> 0.95;
      case SAME_NUMBER -> 0.92;
      case VOLUME_UNSAID -> 0.85;
      case OTHER -> 0;
    };
  }

  /** Each substance with its own strength when the name says which is whose, else in any order. */
  private static Grade paired(Asked asked, Facts facts, List<Strength> said, List<Strength> known) {
    double worst = 1;
    boolean told = facts.substances().size() == known.size();
    var left = new ArrayList<>(known);
    for (var part : asked.reading().parts()) {
      told &= part.strengths().size() == 1 == !part.words().isEmpty();
    }
    if (told) {
      for (var substance : facts.substances()) {
        var own = ownStrength(asked, substance.words());
        worst = Math.min(worst, own == null ? 0 : value(own.likeness(substance.strengths().getFirst())));
      }
    } else {
      for (var strength : said) {
        double best = 0;
        int at = -1;
        for (int i = 0; i < left.size(); i++) {
          double now = value(strength.likeness(left.get(i)));
          if (now > best) {
            best = now;
            at = i;
          }
        }
        worst = Math.min(worst, best);
        if (at >= 0) {
          left.remove(at);
        }
      }
    }
    return worst == 0 ? OTHER : new Grade(worst, "strengths " + text(known) + (worst == 1 ? " exactly" : ""));
  }

  private static @Nullable Strength ownStrength(Asked asked, Set<String> words) {
    for (var term : asked.terms()) {
      if (words.stream().anyMatch(word -> term.cost(word) >= 0)) {
        var strengths = asked.reading().parts().get(term.part()).strengths();
        if (strengths.size() == 1) {
          return strengths.getFirst();
        }
      }
    }
    return null;
  }

  /** A combination that is named by one number: 480 mg for 400 mg and 80 mg, or the first of them. */
  private static Grade total(Strength said, List<Strength> known) {
    boolean sameKind = known.stream().allMatch(strength -> strength.unit().kind() == known.getFirst().unit().kind()
        && strength.per() == known.getFirst().per());
    double sum = known.stream().mapToDouble(Strength::base).sum();
    var whole = new Strength(sum / known.getFirst().unit().size(), known.getFirst().unit(), known.getFirst().per(),
        known.getFirst().perUnit());
    double total = sameKind ? value(said.likeness(whole)) : 0;
    if (total > 0) {
      return new Grade(Math.min(0.9, total), "strength " + said + " is the total of " + text(known));
    }
    if (value(said.likeness(known.getFirst())) > 0) {
      return new Grade(0.55, "strength " + said + " of the first ingredient");
    }
    boolean any = known.stream().anyMatch(strength -> value(said.likeness(strength)) > 0);
    return any ? new Grade(0.4, "strength " + said + " of one ingredient") : OTHER;
  }

  static String text(List<Strength> strengths) {
    var text = new StringBuilder();
    for (var strength : strengths) {
      text.append(text.isEmpty() ? "" : " + ").append(strength);
    }
    return text.toString();
  }
}
