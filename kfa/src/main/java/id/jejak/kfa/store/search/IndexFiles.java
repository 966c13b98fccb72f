package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.Product.Ingredient;
import id.jejak.kfa.domain.name.Facts;
import id.jejak.kfa.domain.name.Facts.Standing;
import id.jejak.kfa.domain.name.FactsMaker;
import id.jejak.kfa.domain.name.NameReader;
import id.jejak.kfa.domain.name.Reading.Word;
import id.jejak.kfa.domain.name.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.MMapDirectory;

/**
 * Writes the index: products as they come, then templates with the plainest first, then ingredients. For one thread.
 */
final class IndexFiles {
  private static final double BUFFER_MB = 32;
  private static final int NAME = 2000;
  /** What companies have in common. */
  private static final Set<String> FIRMS = Set.of("pt", "tbk", "cv", "inc", "ltd", "limited", "co", "gmbh", "spa",
      "laboratories",
      "indonesia", "farma", "pharma", "and", "of", "the", "private", "llc", "company", "corporation");

  private final NameReader reader;
  private final FactsMaker facts;
  private final Map<String, Draft> templates = new HashMap<>();
  private final Map<String, String> ingredients = new TreeMap<>();

  private IndexFiles(NameReader reader) {
    this.reader = reader;
    facts = new FactsMaker(reader);
  }

  /** A template, as its products tell of it. */
  private static final class Draft {
    private String name = "";
    private boolean medicine;
    private List<Ingredient> ingredients = List.of();
    private Optional<String> form = Optional.empty();
    private Standing standing = Standing.REPLACED;
  }

  /**
   * Writes a whole index into an empty folder.
   *
   * @param stamp what it is an index of; kept in it
   */
  static void write(Path folder, Consumer<Consumer<Product>> products, String stamp, NameReader reader)
      throws IOException {
    var config = new IndexWriterConfig(new KeywordAnalyzer())
        .setMergePolicy(new LogDocMergePolicy()) // joins neighbours only: the order of templates must stay
        .setRAMBufferSizeMB(BUFFER_MB)
        .setUseCompoundFile(false);
    try (var directory = new MMapDirectory(folder); var writer = new IndexWriter(directory, config)) {
      var files = new IndexFiles(reader);
      products.accept(product -> {
        try {
          files.product(writer, product);
        } catch (IOException e) {
          throw new UncheckedIOException("the index of names cannot be written", e);
        }
      });
      files.templates(writer);
      files.ingredients(writer);
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of("stamp", stamp, "version", String.valueOf(Fields.VERSION)).entrySet());
      writer.commit();
    }
  }

  private void product(IndexWriter writer, Product product) throws IOException {
    var standing = standing(product);
    template(product, standing);
    if (product.code().isEmpty()) {
      return; // without a code there is nothing to be found by, and nothing to map to
    }
    var brand = new LinkedHashSet<String>();
    var maker = new LinkedHashSet<String>();
    var substanceWords = substanceWords(product);
    product.manufacturer().ifPresent(text -> proper(text, maker));
    product.registrar().ifPresent(text -> proper(text, maker));
    if (!product.general()) {
      product.brand().ifPresent(text -> proper(text, brand));
      proper(bracket(product.name(), product.kind().pharmacy()), brand);
      brand.removeAll(maker);
      brand.removeAll(substanceWords);
      brand.removeIf(word -> substanceWords.containsAll(reader.read(word).words().stream().map(Word::key).toList()));
    }
    var all = new LinkedHashSet<>(brand);
    all.addAll(maker);
    var document = new Document();
    add(document, Fields.CODE, List.of(product.code().get()));
    add(document, Fields.TEMPLATE, List.of(product.template().code()));
    if (product.general()) {
      add(document, Fields.GENERAL, List.of(product.template().code()));
    }
    add(document, Fields.PRODUCT_WORD, substanceWords);
    add(document, Fields.BRAND, brand);
    add(document, Fields.MAKER, maker);
    add(document, Fields.IDENTIFIER, identifiers(product));
    var packs = new ArrayList<Entry.Pack>();
    for (var pack : product.packs()) {
      pack.code().filter(code -> code.startsWith("94") || code.startsWith("84")).ifPresent(code -> {
        packs.add(new Entry.Pack(code, shortened(pack.name())));
        add(document, Fields.PACK, List.of(code));
      });
    }
    document.add(new BinaryDocValuesField(Fields.ENTRY, EntryBytes.write(new Entry.Product(product.code().get(),
        shortened(product.name()), product.template().code(), standing, product.general(), all, packs))));
    writer.addDocument(document);
  }

  private static Standing standing(Product product) {
    return product.replacement().isPresent() ? Standing.REPLACED : !product.active() ? Standing.INACTIVE
        : product.valid() ? Standing.GOOD : Standing.DRAFT;
  }

  private void template(Product product, Standing standing) {
    if (product.template().code().isBlank()) {
      return;
    }
    var draft = templates.computeIfAbsent(product.template().code(), _ -> new Draft());
    draft.name = product.template().name();
    draft.medicine = product.kind().pharmacy();
    if (product.ingredients().size() > draft.ingredients.size()) {
      draft.ingredients = product.ingredients();
    }
    if (draft.form.isEmpty()) {
      draft.form = product.form().map(Product.Named::name);
    }
    if (standing.compareTo(draft.standing) < 0) {
      draft.standing = standing;
    }
    for (var ingredient : product.ingredients()) {
      ingredient.code().ifPresent(code -> ingredients.putIfAbsent(code, ingredient.name()));
    }
  }

  private Set<String> substanceWords(Product product) {
    var words = new LinkedHashSet<String>();
    product.ingredients().forEach(ingredient -> words(ingredient.name(), words));
    words(product.template().name(), words);
    return words;
  }

  /** Brand or maker, as they stand in the last bracket of a name; without volumes, and a device's model. */
  private static String bracket(String name, boolean medicine) {
    int open = name.lastIndexOf(" (");
    var text = new StringBuilder();
    for (var piece : open < 0 ? new String[0] : name.substring(open + 2).replace(")", "").split(",")) {
      boolean volume = !piece.isBlank() && Character.isDigit(piece.strip().charAt(0));
      if (!volume && (medicine || text.isEmpty())) {
        text.append(' ').append(piece);
      }
    }
    return text.toString();
  }

  /** Words of a proper name: no other name of anything else, so the lexicon is not asked. */
  private static void proper(String text, Collection<String> words) {
    for (var word : Spelling.fold(text).split("[^a-z0-9]+")) {
      if (word.length() > 1 && !Character.isDigit(word.charAt(0)) && !FIRMS.contains(word)) {
        words.add(Spelling.stem(Spelling.key(word)));
      }
    }
  }

  private void words(String text, Collection<String> words) {
    reader.read(text).words().forEach(word -> words.add(word.key()));
  }

  private static Set<String> identifiers(Product product) {
    var codes = new LinkedHashSet<String>();
    product.nie().map(IndexFiles::plain).ifPresent(codes::add);
    product.lkpp().map(IndexFiles::plain).ifPresent(codes::add);
    product.identifiers().forEach(identifier -> codes.add(plain(identifier.code())));
    codes.remove("");
    product.code().ifPresent(codes::remove);
    return codes;
  }

  /** A code as it is compared: without blanks, in capitals. */
  static String plain(String code) {
    return code.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
  }

  private void templates(IndexWriter writer) throws IOException {
    var all = new ArrayList<Facts>();
    templates.forEach((code, draft) -> all.add(facts.make(code, shortened(draft.name), draft.medicine,
        draft.ingredients, draft.form, draft.standing)));
    all.sort(Comparator.comparing(Facts::standing).thenComparing(one -> one.substances().size())
        .thenComparing(one -> one.name().length()).thenComparing(Facts::code));
    for (var one : all) {
      var document = new Document();
      add(document, Fields.CODE, List.of(one.code()));
      var words = new LinkedHashSet<>(one.labels());
      words.removeIf(word -> word.startsWith(Facts.HEAD));
      for (var substance : one.substances()) {
        words.addAll(substance.words());
        words.addAll(substance.also());
        add(document, Fields.SUBSTANCE, substance.words());
        add(document, Fields.SUBSTANCE, substance.also());
      }
      add(document, Fields.WORD, words);
      var strengths = new LinkedHashSet<String>();
      one.strengths().forEach(strength -> strengths.add(strength.term()));
      add(document, Fields.STRENGTH, strengths);
      one.form().ifPresent(form -> add(document, Fields.SHAPE, List.of(form.shape().name())));
      if (one.substances().size() == 1) {
        add(document, Fields.SINGLE, List.of("1"));
      }
      add(document, Fields.WRITTEN, written(one));
      document.add(new BinaryDocValuesField(Fields.ENTRY, EntryBytes.write(new Entry.Template(one))));
      writer.addDocument(document);
    }
  }

  /** How substances are written, so that typing errors are compared with that, too. */
  private Set<String> written(Facts one) {
    var written = new LinkedHashSet<String>();
    for (var word : reader.read(one.name()).words()) {
      if (one.substances().stream().anyMatch(substance -> substance.words().contains(word.key()))) {
        written.add(word.written() + "\t" + word.key());
      }
    }
    return written;
  }

  private void ingredients(IndexWriter writer) throws IOException {
    for (var ingredient : ingredients.entrySet()) {
      var words = new LinkedHashSet<String>();
      words(ingredient.getValue(), words);
      var document = new Document();
      add(document, Fields.CODE, List.of(ingredient.getKey()));
      add(document, Fields.INGREDIENT, words);
      document.add(new BinaryDocValuesField(Fields.ENTRY, EntryBytes.write(
          new Entry.Ingredient(ingredient.getKey(), shortened(ingredient.getValue()), words))));
      writer.addDocument(document);
    }
  }

  private static String shortened(String name) {
    return name.length() > NAME ? name.substring(0, NAME) : name;
  }

  private static void add(Document document, String field, Collection<String> terms) {
    for (var term : terms) {
      document.add(new StringField(field, shortened(term), Store.NO));
    }
  }
}
