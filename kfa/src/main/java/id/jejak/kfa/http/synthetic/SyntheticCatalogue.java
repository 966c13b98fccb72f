package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.store.Row;
import id.jejak.kfa.store.Row.Kind;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dictionary that is made up, of any size up to the real one's and somewhat beyond. Immutable; every call of a method
 * begins its rows anew, and rows are made one after the other, so memory does not grow with them.
 *
 * <p>The same seed, sizes and dirt give the same bytes. A smaller dictionary is the beginning of a larger one: the
 * commonest medicines under the same codes, with the same brands.
 */
public final class SyntheticCatalogue {
  /** Medicines and vaccines of the real dictionary, about (17,885 in March 2023). */
  public static final int REAL_FARMASI = 18_000;
  /** Devices of the real dictionary in version 2, about (66,227 in 2023). */
  public static final int REAL_ALKES = 66_000;
  /** Devices that can be made. */
  public static final int MOST_ALKES = 150_000;
  /** Variants of version 3 for each hundred devices of version 2 (12,056 in November 2024). */
  private static final int VARIANTS = 18;
  /** Templates of version 3 for each thousand devices of version 2 (11,533 in November 2024). */
  private static final int TEMPLATES = 174;
  private static final int FLAT_FARMASI = 60;
  private static final int FLAT_ALKES = 300;
  private static final int FLAT_VARIANTS = 4000;
  private static final int MOST_OF_ONE_DEVICE = 400;

  private final Dirt dirt;
  private final Pharmacopoeia pharmacopoeia = Pharmacopoeia.read();
  private final Devices devices = Devices.read();
  private final Tags tags = new Tags();
  private final Shelf medicines;
  private final Shelf alkes;
  private final Shelf variants;
  private final int templates;
  private final Articles articles;
  private final MedicineRows medicineRows;
  private final DeviceRows deviceRows;
  private final AlkesRows alkesRows;
  private final PriceRows priceRows;

  private SyntheticCatalogue(long seed, int farmasi, int alkes, Dirt dirt) {
    this.dirt = dirt;
    medicines = new Shelf(pharmacopoeia.medicines().size(), farmasi, FLAT_FARMASI, Sellers.MOST + 1);
    this.alkes = new Shelf(devices.distinct(), alkes, FLAT_ALKES, MOST_OF_ONE_DEVICE);
    templates = (int) ((long) alkes * TEMPLATES / 1000);
    int third = (int) ((long) alkes * VARIANTS / 100);
    variants = new Shelf(Math.max(1, templates), third, FLAT_VARIANTS, MOST_OF_ONE_DEVICE);
    articles = new Articles(seed, dirt, new Sellers(seed, pharmacopoeia), medicines);
    medicineRows = new MedicineRows(seed, dirt, articles, tags, pharmacopoeia.substances().size());
    var makers = new Makers(seed);
    deviceRows = new DeviceRows(seed, dirt, makers, tags, this.alkes);
    alkesRows = new AlkesRows(seed, dirt, makers, variants);
    priceRows = new PriceRows(seed);
  }

  /**
   * A dictionary.
   *
   * @param seed begins all chance in it
   * @param farmasi medicines and vaccines
   * @param alkes devices of version 2; those of version 3 follow in the real proportion
   * @throws IllegalArgumentException when more is asked for than can be made; the message says how much can
   */
  public static SyntheticCatalogue of(long seed, int farmasi, int alkes, Dirt dirt) {
    if (farmasi < 0 || alkes < 0 || alkes > MOST_ALKES) {
      throw new IllegalArgumentException("a made-up dictionary has up to " + MOST_ALKES + " devices, and no number"
          + " below 0: asked for " + farmasi + " medicines and " + alkes + " devices");
    }
    return new SyntheticCatalogue(seed, farmasi, alkes, dirt);
  }

  /** All rows, kind after kind in the order of the kinds' names in {@link Kind}. */
  public Iterator<Row> rows() {
    return Stream.of(Kind.values()).flatMap(this::stream).iterator();
  }

  /** Rows of one kind. */
  public Stream<Row> stream(Kind kind) {
    var documents = switch (kind) {
      case PRODUCT_V2 -> Stream.concat(farmasi(), alkes());
      case ALKES_V3 -> IntStream.range(0, templates).boxed().flatMap(rank -> {
        var device = devices.device(rank);
        return IntStream.range(0, variants.count(rank)).mapToObj(number -> alkesRows.variant(device, number));
      });
      case TEMPLATE_V3 -> IntStream.range(0, templates).mapToObj(rank -> alkesRows.template(devices.device(rank)));
      case PRICE -> shown().flatMap(medicine -> priceRows.rows(medicine, articles.words(medicine)).stream());
      case ATC -> Atc.rows(dirt).stream();
      case TAG -> tags.rows(dirt).stream();
    };
    return documents.map(document -> Row.of(kind, document));
  }

  /** Rows of each kind, counted without making them; prices are counted by making them. */
  public Map<Kind, Long> counts() {
    var counts = new EnumMap<Kind, Long>(Kind.class);
    counts.put(Kind.PRODUCT_V2, (long) medicines.size() + alkes.size());
    counts.put(Kind.ALKES_V3, (long) variants.size());
    counts.put(Kind.TEMPLATE_V3, (long) templates);
    for (var kind : List.of(Kind.PRICE, Kind.ATC, Kind.TAG)) {
      counts.put(kind, stream(kind).count());
    }
    return counts;
  }

  private Stream<Medicine> shown() {
    return pharmacopoeia.medicines().stream().filter(medicine -> medicines.count(medicine.rank()) > 0);
  }

  private Stream<ObjectNode> farmasi() {
    return shown().flatMap(medicine -> {
      var words = articles.words(medicine);
      return IntStream.range(0, medicines.count(medicine.rank()))
          .mapToObj(number -> medicineRows.row(articles.article(medicine, words, number)));
    });
  }

  private Stream<ObjectNode> alkes() {
    return IntStream.range(0, devices.distinct()).boxed().flatMap(rank -> {
      var device = devices.device(rank);
      return IntStream.range(0, alkes.count(rank)).mapToObj(number -> deviceRows.row(device, number));
    });
  }
}
