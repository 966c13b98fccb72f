package id.jejak.kfa.domain.name;

import id.jejak.kfa.domain.name.Reading.Part;
import id.jejak.kfa.domain.name.Reading.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Groups the words of one name into its substances. A salt belongs to the word before it; sodium chloride and its like
 * are substances of their own, under one key, in whatever order they are written.
 */
final class PartsMaker {
  private static final Set<String> CATIONS = keys("sodium", "potassium", "calcium", "magnesium");
  private static final Set<String> NO_SUBSTANCE = keys("acid", "trihydrate", "monohydrate", "dihydrate", "hydrate",
      "anhydrous", "hydrogen");

  /** Salts that make no other medicine: water, and what they are called. */
  static final Set<String> HYDRATION = NO_SUBSTANCE;

  private final List<Draft> done = new ArrayList<>();
  private Draft now = new Draft();
  /** Strengths that stand before any word: those of the next substance. */
  private final List<Strength> waiting = new ArrayList<>();

  private static final class Draft {
    private final List<Word> words = new ArrayList<>();
    private final List<String> salts = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<Strength> strengths = new ArrayList<>();

    boolean empty() {
      return words.isEmpty() && salts.isEmpty();
    }

    boolean whole() {
      return words.isEmpty() && pair();
    }

    boolean pair() {
      return salts.stream().anyMatch(CATIONS::contains)
          && salts.stream().anyMatch(salt -> !CATIONS.contains(salt) && !NO_SUBSTANCE.contains(salt));
    }
  }

  private static Set<String> keys(String... words) {
    return Set.of(words).stream().map(Spelling::key).collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  void word(String written, String key) {
    if (now.whole() || !now.strengths.isEmpty()) {
      end();
    }
    now.words.add(new Word(written, key));
    now.strengths.addAll(waiting);
    waiting.clear();
  }

  void salt(String written, String key) {
    boolean cationOfNext = CATIONS.contains(key) && now.whole();
    if (cationOfNext || !now.strengths.isEmpty() && now.words.isEmpty()) {
      end();
    }
    now.salts.add(key);
    now.written.add(written);
  }

  void strengths(List<Strength> values) {
    if (!now.empty() && now.strengths.isEmpty()) {
      now.strengths.addAll(values);
      return;
    }
    if (now.empty() && !done.isEmpty() && done.getLast().strengths.isEmpty()) {
      done.getLast().strengths.addAll(values);
      return;
    }
    if (now.empty() && done.isEmpty()) {
      waiting.addAll(values);
      return;
    }
    end();
    now.strengths.addAll(values);
    end();
  }

  /** A sign that separates substances. */
  void end() {
    if (now.empty() && now.strengths.isEmpty()) {
      return;
    }
    boolean onlySalts = now.words.isEmpty() && !now.salts.isEmpty();
    if (onlySalts && now.strengths.isEmpty() && !now.pair() && !done.isEmpty() && !done.getLast().words.isEmpty()) {
      done.getLast().salts.addAll(now.salts);
    } else {
      if (onlySalts) {
        compound(now);
      }
      done.add(now);
    }
    now = new Draft();
  }

  /** Salts without anything that they are a salt of are the substance itself. */
  private static void compound(Draft draft) {
    var of = draft.salts.stream().filter(salt -> !NO_SUBSTANCE.contains(salt)).sorted().distinct().toList();
    if (!of.isEmpty()) {
      draft.words.add(new Word(String.join(" ", draft.written), String.join("_", of)));
      draft.salts.removeAll(of);
    }
  }

  List<Part> parts() {
    end();
    if (!waiting.isEmpty()) {
      var late = new Draft();
      late.strengths.addAll(waiting);
      done.add(late);
    }
    return done.stream().map(draft -> new Part(draft.words, draft.salts.stream().sorted(Comparator.naturalOrder())
        .distinct().toList(), draft.strengths)).toList();
  }
}
