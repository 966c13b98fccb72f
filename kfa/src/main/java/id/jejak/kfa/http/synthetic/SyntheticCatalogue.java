package id.jejak.kfa.http.synthetic;

import id.jejak.kfa.store.Row;
import id.jejak.kfa.store.Row.Kind;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
  /** Medicines and vaccines that can be made. */
  public static final int MOST_FARMASI = 60_000;
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
  private final List<Medicine> shown;
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
    shown = pharmacopoeia.medicines().stream().filter(medicine -> medicines.count(medicine.rank()) > 0).toList();
    this.alkes = new Shelf(devices.distinct(), alkes, FLAT_ALKES, MOST_OF_ONE_DEVICE);
    templates = (int) ((long) alkes * TEMPLATES / 1000);
    int third = (int) ((long) alkes * VARIANTS / 100);
    variants = new Shelf(Math.max(1, templates), third, FLAT_VARIANTS, MOST_OF_ONE_DEVICE);
    articles = new Articles(seed, dirt, new Sellers(seed, pharmacopoeia, shown), medicines);
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
    if (farmasi < 0 || alkes < 0 || farmasi > MOST_FARMASI || alkes > MOST_ALKES) {
      throw new IllegalArgumentException("a made-up dictionary has up to " + MOST_FARMASI + " medicines and "
          + MOST_ALKES + " devices, and " + farmasi + " and " + alkes + " were asked for");
    }
    return new SyntheticCatalogue(seed, farmasi, alkes, dirt);
  }

  /** All rows, kind after kind in the order of {@link Kind}. */
  public Iterator<Row> rows() {
    return new Chained<>(Kind.values().length, at -> rows(Kind.values()[at]));
  }

  /** Rows of one kind. */
  public Iterator<Row> rows(Kind kind) {
    var documents = switch (kind) {
      case PRODUCT_V2 -> new Chained<>(2, part -> part == 0 ? farmasi() : alkes());
      case ALKES_V3 -> new Chained<>(templates, rank -> {
        var device = devices.device(rank);
        return Chained.of(variants.count(rank), number -> alkesRows.variant(device, number));
      });
      case TEMPLATE_V3 -> Chained.of(templates, rank -> alkesRows.template(devices.device(rank)));
      case PRICE -> new Chained<>(shown.size(), rank ->
          priceRows.rows(shown.get(rank), articles.words(shown.get(rank))).iterator());
      case ATC -> Atc.rows(dirt).iterator();
      case TAG -> tags.rows(dirt).iterator();
    };
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return documents.hasNext();
      }

      @Override
      public Row next() {
        return Row.of(kind, documents.next());
      }
    };
  }

  /** The same as a stream, in order. */
  public Stream<Row> stream(Kind kind) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows(kind),
        Spliterator.ORDERED | Spliterator.NONNULL), false);
  }

  /** How many rows there are of a kind; counted by making them where the sizes do not say it. */
  public long count(Kind kind) {
    return switch (kind) {
      case PRODUCT_V2 -> (long) medicines.size() + alkes.size();
      case ALKES_V3 -> variants.size();
      case TEMPLATE_V3 -> templates;
      case PRICE, ATC, TAG -> stream(kind).count();
    };
  }

  private Iterator<ObjectNode> farmasi() {
    return new Chained<>(shown.size(), rank -> {
      var medicine = shown.get(rank);
      var words = articles.words(medicine);
      return Chained.of(medicines.count(medicine.rank()),
          number -> medicineRows.row(articles.article(medicine, words, number)));
    });
  }

  private Iterator<ObjectNode> alkes() {
    return new Chained<>(devices.distinct(), rank -> {
      var device = devices.device(rank);
      return Chained.of(alkes.count(rank), number -> deviceRows.row(device, number));
    });
  }
}
