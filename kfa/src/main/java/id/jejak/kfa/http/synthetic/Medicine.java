package id.jejak.kfa.http.synthetic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A template of medicines: what all brands of the same thing have in common.
 *
 * @param rank its place by commonness, from 0
 * @param family number of the substance or combination, the same for all its forms and strengths
 * @param before what stands before the ingredients in its names, or instead of them; empty for nothing
 * @param letter place among the strengths of this family and form, from 0
 */
record Medicine(int rank, int family, String before, List<Substance> substances, Use use, String control, Form form,
    Strength strength, int letter) {
  /** Begins what stands in the place of the ingredients, for solutions that everybody calls by one word. */
  private static final String INSTEAD = "=";

  /**
   * An active ingredient.
   *
   * @param number from 0; its code is made of it
   * @param base international name
   * @param label as medicines write it, with salt or water
   */
  record Substance(int number, String base, String label) {
    /** True when medicines write two names for it, such as {@code Cyanocobalamin / Vitamin B12}. */
    boolean doubled() {
      return label.contains(" / ");
    }

    /** True when medicines write a salt or water of it. */
    boolean salt() {
      return !label.equals(base) && !doubled();
    }
  }

  /**
   * What a group of medicines is for.
   *
   * @param atc codes of the nodes above it, from the top; only such as the ministry's documents print
   * @param tag of the dictionary; empty for none
   */
  record Use(String key, List<String> atc, String tag, String indication, String warning, String sideEffect) {
    private static final int COLUMNS = 6;

    static Use of(List<String> row) {
      if (row.size() != COLUMNS) {
        throw new IllegalArgumentException("not a use: " + row);
      }
      return new Use(row.get(0), Table.list(row.get(1), " "), row.get(2), row.get(3), row.get(4), row.get(5));
    }

    boolean vaccine() {
      return key.equals("vaccine");
    }
  }

  /** Among others, an ingredient goes by the first of its two names. */
  private String called(Substance substance) {
    return substances.size() > 1 && substance.doubled() ? substance.base() : substance.label();
  }

  /** Names of the ingredients alone, as a generic product is called. */
  String substancesOnly() {
    return substances.stream().map(this::called).collect(Collectors.joining(" / "));
  }

  /**
   * Its name in the dictionary.
   *
   * @param label which of the form's labels
   */
  String name(Strength.Manner manner, String label) {
    var parts = IntStream.range(0, substances.size())
        .mapToObj(i -> called(substances.get(i)) + " " + strength.text(i, manner))
        .collect(Collectors.joining(" / "));
    if (before.startsWith(INSTEAD)) {
      return before.substring(1) + " " + label;
    }
    boolean onlyVolume = use.vaccine() && strength.amounts().getFirst().unit().equals("mL");
    return (before.isEmpty() ? "" : before + " / ") + parts + (onlyVolume ? "" : " " + label);
  }

  /** Contents it comes in, its own before those usual for the form. */
  List<String> volumes() {
    return strength.volumes().isEmpty() ? form.volumes() : strength.volumes();
  }

  /** True where no generic maker sells it: antibodies, kinase inhibitors, vaccines and other new substances. */
  boolean guarded() {
    var name = substances.getFirst().base();
    return use.vaccine() || List.of("immunoglobulin", "blood", "insulin", "sclerosis", "pulmonary", "contrast")
        .contains(use.key()) || name.endsWith("mab") || name.endsWith("nib") || name.endsWith("lib")
        || name.endsWith("parib") || name.endsWith("gliptin") || name.endsWith("gliflozin") || name.endsWith("tide")
        || name.endsWith("cept") || name.startsWith("Insulin");
  }
}
