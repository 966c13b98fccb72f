package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Asked.Term;
import id.jejak.kfa.domain.name.Facts.Substance;
import id.jejak.kfa.domain.name.Form.Make;
import id.jejak.kfa.domain.name.Vocabulary.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges how well an entry answers a name. One substance asked for is best answered by an entry with that substance
 * alone; then strength, then form. Pure, thread-safe.
 */
public final class Scorer {
  private static final double BASE = 0.5;
  private static final double STRENGTH = 0.3;
  private static final double FORM = 0.2;
  private static final double PER_LETTER = 0.08;
  private static final double OTHER_SALT = 0.75;
  private static final double SALT_UNSAID = 0.995;
  private static final double DEVICE_AS_MEDICINE = 0.3;
  private static final double LABELS = 0.25;
  private static final double SIZE = 0.2;
  private static final double OF_ANOTHER = 0.8;
  private static final double COLUMN_MOST = 0.9;
  private static final double COLUMN_LEAST = 0.6;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Scorer() {}

  /**
   * Judges a template, or a product of it.
   *
   * @param brand keys of the product's brand and maker; empty for a template
   */
  public static Match judge(Asked asked, Facts facts, Set<String> brand) {
    return facts.medicine() ? medicine(asked, facts, brand) : device(asked, facts, brand);
  }

  private static Match medicine(Asked asked, Facts facts, Set<String> brand) {
    double all = 0;
    double explained = 0;
    double cost = 0;
    boolean branded = false;
    var found = new HashSet<String>();
    boolean combo = false;
    for (var term : asked.terms()) {
      all += term.weight();
      double best = Double.MAX_VALUE;
      for (var alternative : term.alternatives()) {
        var key = alternative.key();
        boolean substance = holds(facts.substances(), key);
        if (substance) {
          found.add(key);
        }
        boolean named = brand.contains(key);
        branded |= named && term.kind() != Kind.SUBSTANCE;
        boolean label = facts.labels().contains(key);
        combo |= label && key.startsWith("=");
        if (substance || named || label) {
          best = Math.min(best, alternative.cost());
        }
      }
      if (best < Double.MAX_VALUE) {
        explained += term.weight();
        cost += best;
      }
    }
    if (explained == 0) {
      return Match.NONE;
    }
    int covered = 0;
    for (var substance : facts.substances()) {
      covered += substance.namedBy(found) ? 1 : 0;
    }
    int count = facts.substances().size();
    boolean complete = combo || branded || count > 0 && covered == count;
    double share = complete ? 1 : count == 0 ? 0.5 : covered == 0 ? 0.3 / count : (double) covered / count;
    double substance = share * explained / all * (asked.reading().device() ? DEVICE_AS_MEDICINE : 1);
    var strength = Strengths.grade(asked, facts);
    double form = form(asked.reading(), facts);
    boolean salt = salts(asked, facts);
    double score = substance * (BASE + STRENGTH * strength.value() + FORM * form) * (salt ? 1 : OTHER_SALT)
        * (plain(asked, facts) ? 1 : SALT_UNSAID) * Math.max(0.5, 1 - PER_LETTER * cost);
    return new Match(score, substance, strength.value(), form, cost, salt, complete, all - explained, branded);
  }

  private static boolean holds(List<Substance> substances, String key) {
    for (var substance : substances) {
      if (substance.has(key)) {
        return true;
      }
    }
    return false;
  }

  /** False when both name salts of which none is common, so that they are different medicines. */
  private static boolean salts(Asked asked, Facts facts) {
    for (var substance : facts.substances()) {
      if (substance.salts().isEmpty()) {
        continue;
      }
      for (var term : asked.terms()) {
        var said = asked.reading().parts().get(term.part()).salts();
        if (said.isEmpty()) {
          continue;
        }
        boolean own = substance.words().stream().anyMatch(word -> term.cost(word) >= 0);
        if (own && real(said) && real(substance.salts()) && Collections.disjoint(said, substance.salts())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean real(Iterable<String> salts) {
    for (var salt : salts) {
      if (!PartsMaker.HYDRATION.contains(salt)) {
        return true;
      }
    }
    return false;
  }

  /** True when the entry names no salt that the name does not: of two equal ones the plainer comes first. */
  private static boolean plain(Asked asked, Facts facts) {
    for (var substance : facts.substances()) {
      if (!substance.salts().isEmpty()) {
        for (var part : asked.reading().parts()) {
          if (!part.salts().isEmpty()) {
            return true;
          }
        }
        return false;
      }
    }
    return true;
  }

  private static double form(Reading reading, Facts facts) {
    if (facts.form().isEmpty()) {
      return reading.forms().isEmpty() && reading.containers().isEmpty() ? 0.5 : 0.4;
    }
    var known = facts.form().get();
    if (reading.forms().isEmpty()) {
      double slow = known.make() == Make.SLOW ? reading.slow() ? 1 : 0.7 : reading.slow() ? 0.3 : 1;
      if (reading.containers().isEmpty()) {
        return reading.slow() && known.make() == Make.SLOW ? 0.9 : 0.5 * slow;
      }
      if (!reading.containers().contains(known.shape())) {
        return 0.1;
      }
      double likeness = reading.column().map(form -> Form.likeness(form, known)).orElse(0.9);
      return slow * (COLUMN_LEAST + (COLUMN_MOST - COLUMN_LEAST) * Math.max(0, (likeness - 0.5) * 2));
    }
    double best = 0;
    for (var form : reading.forms()) {
      best = Math.max(best, Form.likeness(form, known));
    }
    return best;
  }

  private static Match device(Asked asked, Facts facts, Set<String> brand) {
    double all = 0;
    double explained = 0;
    double cost = 0;
    var found = new HashSet<String>();
    boolean branded = false;
    boolean head = false;
    for (var term : asked.terms()) {
      double weight = term.weight() < 0.5 ? term.weight() : 1;
      all += weight;
      for (var alternative : term.alternatives()) {
        boolean named = brand.contains(alternative.key());
        if (facts.labels().contains(alternative.key()) || named) {
          found.add(alternative.key());
          branded |= named;
          head |= facts.labels().contains(Facts.HEAD + alternative.key());
          explained += weight;
          cost += alternative.cost();
          break;
        }
      }
    }
    if (explained == 0) {
      return Match.NONE;
    }
    long labels = facts.labels().stream().filter(found::contains).count();
    double share = facts.labels().isEmpty() ? 0 : (double) labels / (facts.labels().size() - 1);
    double substance = explained / all * (1 - LABELS + LABELS * (branded ? Math.max(share, 0.8) : share));
    double size = sizes(asked.reading().sizes(), facts.sizes());
    double score = substance * (1 - SIZE + SIZE * size) * Math.max(0.5, 1 - PER_LETTER * cost)
        * (asked.reading().device() ? 1 : 0.97) * (head || branded ? 1 : OF_ANOTHER);
    return new Match(score, substance, size, 1, cost, true, labels == facts.labels().size() - 1, all - explained,
        branded);
  }

  private static double sizes(List<String> said, Set<String> known) {
    if (said.isEmpty()) {
      return known.isEmpty() ? 1 : 0.6;
    }
    if (known.isEmpty()) {
      return 0.3;
    }
    long both = said.stream().distinct().filter(known::contains).count();
    return (double) both / Math.max(said.stream().distinct().count(), known.size());
  }

  /** Why an entry was found: a short phrase for each part of the name. */
  public static List<String> why(Asked asked, Facts facts, Set<String> brand, Match match) {
    var why = new ArrayList<String>();
    var shown = shown(facts.name());
    for (var term : asked.terms()) {
      reason(term, facts, brand, shown).ifPresent(why::add);
    }
    if (facts.medicine()) {
      var strength = Strengths.grade(asked, facts);
      if (!strength.why().isEmpty()) {
        why.add(strength.why());
      }
      boolean said = !asked.reading().forms().isEmpty() || !asked.reading().containers().isEmpty();
      if (facts.form().isPresent() && said) {
        why.add(match.form() >= 0.75 ? "form " + facts.form().get() : "other form: " + facts.form().get());
      }
      if (!match.salt()) {
        why.add("other salt");
      }
      long more = facts.substances().stream().filter(substance -> Stream.concat(substance.words().stream(),
          substance.also().stream()).noneMatch(word -> asked.terms().stream().anyMatch(term -> term.cost(word) >= 0)))
          .count();
      if (!match.complete() && more > 0) {
        why.add("has " + more + " more ingredient" + (more == 1 ? "" : "s"));
      }
    }
    switch (facts.standing()) {
      case GOOD -> { }
      case DRAFT, INACTIVE, REPLACED -> why.add(facts.standing().name().toLowerCase(Locale.ROOT));
    }
    return List.copyOf(why);
  }

  private static Optional<String> reason(Term term, Facts facts, Set<String> brand, Map<String, String> words) {
    for (var alternative : term.alternatives()) {
      var key = alternative.key();
      var what = holds(facts.substances(), key) ? "substance"
          : facts.labels().contains(key) ? facts.medicine() ? key.startsWith("=") ? "combination" : "name" : "name"
          : brand.contains(key) ? "brand" : "";
      if (!what.isEmpty()) {
        var shown = words.getOrDefault(key, "");
        boolean other = !shown.isEmpty() && !shown.equalsIgnoreCase(term.word().written());
        return Optional.of(what + " " + (shown.isEmpty() ? term.word().written() : shown)
            + (other ? " (written " + term.word().written() + ")" : ""));
      }
    }
    return Optional.empty();
  }

  /** How the entry writes its words, by their keys. */
  private static Map<String, String> shown(String name) {
    var words = new HashMap<String, String>();
    for (var word : BETWEEN_WORDS.split(name)) {
      var folded = Spelling.fold(word);
      words.putIfAbsent(Spelling.stem(Spelling.key(folded)), folded);
    }
    return words;
  }
}
