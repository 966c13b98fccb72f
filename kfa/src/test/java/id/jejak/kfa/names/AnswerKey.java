package id.jejak.kfa.names;

import id.jejak.kfa.domain.name.Facts;
import id.jejak.kfa.domain.name.FactsMaker;
import id.jejak.kfa.domain.name.Form;
import id.jejak.kfa.domain.name.NameReader;
import id.jejak.kfa.domain.name.Strength.Likeness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Written names and what they mean. A third of it is held out: it is measured, and never looked at while tuning. */
final class AnswerKey {
  private static final NameReader READER = new NameReader();
  private static final FactsMaker FACTS = new FactsMaker(READER);
  private static final Map<String, Facts> READ = new ConcurrentHashMap<>();

  private AnswerKey() {}

  /** One row; the last four columns are what is meant, see the file. */
  record Row(String name, String unit, String substances, String strength, String form, String brand) {
    boolean heldOut() {
      return Math.floorMod(name.hashCode() * 31 + 7, 3) == 0;
    }

    boolean nothing() {
      return substances.equals("-");
    }

    boolean device() {
      return substances.startsWith("device:");
    }

    /** True when substance and strength are said, so that one template can be meant. */
    boolean exact() {
      return !nothing() && !device() && !strength.equals("*");
    }

    /** True when a template is what is meant, whatever its brand. */
    boolean describes(String template) {
      return new Row(name, unit, substances, strength, form, "").means(template);
    }

    /** True when an entry's name, a template's or a product's, is what is meant. */
    boolean means(String entry) {
      if (nothing()) {
        return false;
      }
      if (device()) {
        return entry.toLowerCase(Locale.ROOT).startsWith(substances.substring(7).toLowerCase(Locale.ROOT));
      }
      if (!brand.isEmpty() && !entry.contains(brand)) {
        return false;
      }
      var bare = entry.replaceAll(" \\([A-Z][^()]*\\)$", "");
      return Arrays.stream(substances.split(" / ")).anyMatch(one -> means(facts(bare), one));
    }

    private boolean means(Facts found, String wanted) {
      var amounts = strength.equals("*") ? new String[0] : strength.split("\\+");
      var names = wanted.split("\\+");
      var text = new StringBuilder();
      for (int i = 0; i < names.length; i++) {
        text.append(i == 0 ? "" : " / ").append(names[i]).append(amounts.length == 0 ? "" : " " + amounts[i]);
      }
      var expected = facts(text.toString());
      var mine = new HashSet<>(expected.substances().stream().map(Facts.Substance::words).toList());
      var others = new HashSet<>(found.substances().stream().map(Facts.Substance::words).toList());
      if (!mine.equals(others)) {
        return false;
      }
      for (int i = 0; i < amounts.length; i++) {
        var amount = expected.strengths().get(i);
        boolean same = found.strengths().stream().anyMatch(strength ->
            strength.likeness(amount) == Likeness.SAME || strength.likeness(amount) == Likeness.SAME_SHARE);
        if (!same) {
          return false;
        }
      }
      return form.equals("*") || found.form().isPresent() && Arrays.stream(form.split(" / "))
          .anyMatch(one -> Form.likeness(READER.read(one).forms().getFirst(), found.form().get()) > 0.99);
    }
  }

  private static Facts facts(String name) {
    return READ.computeIfAbsent(name, AnswerKey::read);
  }

  private static Facts read(String name) {
    return FACTS.make("", name, true, List.of(), Optional.empty(), Facts.Standing.GOOD);
  }

  static List<Row> rows() {
    try (var in = AnswerKey.class.getResourceAsStream("answer-key.tsv");
        var reader = new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
          .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells.length > 5 ? cells[5] : ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
