package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.http.synthetic.Article.TemplateWords;
import id.jejak.kfa.http.synthetic.Codes.Level;
import id.jejak.kfa.http.synthetic.Sellers.Seller;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what each product is called, who sells it, and under which codes. Immutable. */
final class Articles {
  private static final int FIRST_COMPANY = 401;
  private static final int TODAY = 24;
  private static final int OTHER_VOLUME = 350;
  private static final int WITH_STRENGTH = 150;
  private static final int DOSES = 3;

  private final long seed;
  private final Dirt dirt;
  private final Sellers sellers;
  private final Shelf shelf;

  Articles(long seed, Dirt dirt, Sellers sellers, Shelf shelf) {
    this.seed = seed;
    this.dirt = dirt;
    this.sellers = sellers;
    this.shelf = shelf;
  }

  /** What all products of a template share. */
  TemplateWords words(Medicine medicine) {
    var draw = Draw.of(seed, "template", medicine.rank());
    char decimal = dirt.hits(draw, Rates.OTHER_WRITING) ? '.' : Strength.Manner.USUAL.decimal();
    boolean spaced = dirt.hits(draw, Rates.OTHER_WRITING);
    var labels = medicine.form().labels();
    var label = labels.get(draw.below(labels.size()));
    boolean bare = dirt.hits(draw, Rates.WITHOUT_INGREDIENTS);
    var base = medicine.substances().getFirst().base();
    var only = medicine.substancesOnly();
    return new TemplateWords(Level.TEMPLATE.code(medicine.rank()),
        medicine.name(new Strength.Manner(decimal, spaced), label), Pieces.moment(draw, 2022, 2023), !bare,
        only.toUpperCase(Locale.ROOT),
        medicine.substances().stream().map(one -> one.base().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" / ")),
        Indonesian.name(base) + "/" + base + " " + labels.getFirst().toLowerCase(Locale.ROOT) + " "
            + medicine.strength().text(0, Strength.Manner.USUAL),
        "<p>" + only + " dalam bentuk " + medicine.form().name().toLowerCase(Locale.ROOT) + ".<br></p>",
        Money.generic(seed, medicine), medicine.guarded());
  }

  /** One product of a template. */
  Article article(Medicine medicine, TemplateWords words, int number) {
    int place = shelf.place(medicine.rank(), number);
    var code = Draw.of(seed, "code", medicine.rank(), number);
    boolean uncoded = dirt.hits(code, number == 0 ? Rates.GENERAL_WITHOUT_CODE : Rates.BRAND_WITHOUT_CODE);
    var shown = uncoded ? Article.NO_CODE : Level.PRODUCT.code(place);
    if (number == 0) {
      return new Article(medicine, words, 0, place, shown, words.name() + " (" + Article.GENERAL + ")",
          Optional.empty(), Article.GENERAL, 0, stolen(medicine, code));
    }
    var seller = sellers.seller(medicine.family(), number - 1);
    var draw = Draw.of(seed, "name", medicine.rank(), number);
    int volume = volume(medicine, draw);
    var brand = brand(medicine, seller, draw);
    return new Article(medicine, words, number, place, shown,
        words.name() + " (" + brand + behind(medicine, volume) + ")", Optional.of(seller), brand, volume,
        registration(medicine, number, volume, draw));
  }

  /** True for rows that another one replaces: never the general one nor the first seller's. */
  boolean replaced(Article article) {
    return article.number() > 1 && article.coded()
        && dirt.hits(Draw.of(seed, "replaced", article.medicine().rank(), article.number()), Rates.REPLACED)
        && article(article.medicine(), article.words(), 1).coded();
  }

  private Optional<String> stolen(Medicine medicine, Draw draw) {
    return dirt.hits(draw, Rates.GENERAL_WITH_NUMBER) && shelf.count(medicine.rank()) > 1
        ? Optional.of(number(medicine, 1, 0)) : Optional.empty();
  }

  private Optional<String> registration(Medicine medicine, int number, int volume, Draw draw) {
    boolean none = dirt.hits(draw, Rates.BRAND_WITHOUT_NUMBER);
    boolean shared = dirt.hits(draw, Rates.SHARED_NUMBER);
    if (none) {
      return Optional.empty();
    }
    return Optional.of(shared && number > 1 ? number(medicine, number - 1, 0) : number(medicine, number, volume));
  }

  private static int volume(Medicine medicine, Draw draw) {
    int kinds = medicine.use().vaccine() ? DOSES : medicine.volumes().size();
    return kinds > 1 && draw.chance(OTHER_VOLUME) ? draw.between(1, kinds - 1) : 0;
  }

  private static String brand(Medicine medicine, Seller seller, Draw draw) {
    var strength = medicine.strength();
    boolean with = draw.chance(WITH_STRENGTH);
    boolean can = !seller.generic() && strength.per().isEmpty() && medicine.substances().size() == 1
        && strength.amounts().getFirst().unit().equals("mg") && !medicine.use().vaccine();
    return with && can ? seller.brand() + " " + strength.amounts().getFirst().number() : seller.brand();
  }

  /** What stands behind the brand: how many doses, or another content than the usual one. */
  private static String behind(Medicine medicine, int volume) {
    if (medicine.use().vaccine()) {
      return ", " + medicine.form().packing().inBox.get(volume);
    }
    if (volume == 0) {
      return "";
    }
    return ", " + medicine.volumes().get(volume).replace('.', ',') + " "
        + (medicine.form().liquid() ? "mL" : "g");
  }

  /** A number by the published grammar: strengths of one thing differ in the letter, packs in the digit. */
  private String number(Medicine medicine, int number, int volume) {
    var seller = sellers.seller(medicine.family(), number - 1);
    int year = Math.floorMod(TODAY - Draw.of(seed, "year", medicine.family(), number).below(18), 100);
    var control = switch (medicine.control()) {
      case "1" -> "B";
      case "2" -> "T";
      case "P", "N" -> medicine.control();
      default -> "K";
    };
    return (seller.generic() ? "G" : "D") + control + (seller.company().imports() ? "I" : "L")
        + Pieces.digits(year, 2) + (FIRST_COMPANY + seller.company().number()) + Pieces.digits(seller.product(), 3)
        + medicine.form().number() + (char) ('A' + medicine.letter()) + (1 + volume);
  }
}
