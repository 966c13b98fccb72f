package id.jejak.kfa.http.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makers of devices, all of them invented, each with a few brands that it puts on everything. Immutable. */
final class Makers {
  private static final int MANY = 180;
  private static final int ABROAD = 420;
  private static final List<String> LOCAL = List.of("MEDIKA INDONESIA", "ALKESINDO", "JAYA MEDIKA", "HOSPITALINDO",
      "MEDITAMA", "SARANA MEDIKA", "BIOMEDIKA", "TEKNOLOGI MEDIS");
  private static final List<String> FOREIGN = List.of("MEDICAL CO., LTD.", "HEALTHCARE GMBH", "INSTRUMENTS INC.",
      "MEDICAL TECHNOLOGY CO., LTD.", "BIOMEDICAL CORPORATION", "SURGICAL LIMITED", "DIAGNOSTICS S.R.L.");
  private static final List<Country> COUNTRIES = List.of(new Country("CN", "China"), new Country("JP", "Japan"),
      new Country("DE", "Germany"), new Country("US", "United States"), new Country("KR", "South Korea"),
      new Country("IN", "India"), new Country("IT", "Italy"), new Country("TW", "Taiwan"),
      new Country("TR", "Turkey"), new Country("FR", "France"), new Country("MY", "Malaysia"));
  private static final Country HOME = new Country("ID", "Indonesia");
  private static final String MODELS = "ABCDEFGHKLMNPRSTVX";

  private final List<Maker> makers;

  /** A country by its code. */
  record Country(String code, String name) {}

  /** A maker, and who registers its devices. */
  record Maker(String name, String registrar, Country country, boolean imports, List<String> brands) {
    Country registrarCountry() {
      return HOME;
    }
  }

  Makers(long seed) {
    var draw = Draw.of(seed, "makers");
    var coined = new Coined(List.of());
    var made = new ArrayList<Maker>();
    for (int i = 0; i < MANY; i++) {
      var word = coined.coin(draw, "medica");
      boolean abroad = draw.chance(ABROAD);
      var local = "PT. " + (abroad ? coined.coin(draw, "alkes") : word) + " " + draw.pick(LOCAL);
      var brands = Stream.generate(() -> coined.coin(draw, "medica")).limit(draw.between(1, 3)).toList();
      made.add(new Maker(abroad ? word + " " + draw.pick(FOREIGN) : local, local, abroad ? draw.pick(COUNTRIES) : HOME,
          abroad, brands));
    }
    makers = List.copyOf(made);
  }

  /** One of them. */
  Maker pick(Draw draw) {
    return draw.pick(makers);
  }

  /** A model's name, such as {@code XP-100}. */
  static String model(Draw draw) {
    var letters = new StringBuilder();
    int count = draw.between(1, 3);
    for (int i = 0; i < count; i++) {
      letters.append(MODELS.charAt(draw.below(MODELS.length())));
    }
    return letters + (draw.chance(500) ? "-" : "") + draw.between(1, 99) * 10;
  }
}
