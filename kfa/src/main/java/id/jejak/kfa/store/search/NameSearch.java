package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.name.Asked;
import id.jejak.kfa.domain.name.Hits;
import id.jejak.kfa.domain.name.Level;
import id.jejak.kfa.domain.name.NameReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search by name in the dictionary: understands Indonesian spelling, strengths, forms and typing errors, and says
 * why it found what it found. The index is made again from the dictionary's products whenever it is not of their state.
 * Thread-safe; a search sees one state of the dictionary from its beginning to its end.
 */
public final class NameSearch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NameSearch.class);
  /** Hits of one search at the most. */
  public static final int MOST = 1000;
  private static final Pattern CODE = Pattern.compile(
      "\\s*(?:[89342][0-9]{7}|[A-Za-z]{3}\\s?[0-9]{8,13}[A-Za-z0-9]{0,2})\\s*");

  private final Generations generations;
  private final NameReader reader;
  private final AtomicReference<NameIndex> current;

  private NameSearch(Generations generations, NameReader reader, NameIndex first) {
    this.generations = generations;
    this.reader = reader;
    current = new AtomicReference<>(first);
  }

  /**
   * Opens the index, and makes it first when it is missing, damaged, or of another state or version.
   *
   * @param folder where it is kept; made when it is not there
   * @param stamp names the state of the dictionary that is told
   * @param products tells every product of it, once
   */
  public static NameSearch open(Path folder, String stamp, Consumer<Consumer<Product>> products) {
    var reader = new NameReader();
    var generations = new Generations(folder, reader);
    var kept = generations.newest().filter(index -> {
      boolean same = index.stamp().equals(stamp);
      if (!same) {
        index.release();
      }
      return same;
    });
    return new NameSearch(generations, reader, kept.orElseGet(() -> generations.make(stamp, products)));
  }

  /**
   * Makes the index of a new state and puts it in the place of the old one. Searches go on meanwhile.
   *
   * @param stamp as for {@link #open}; nothing is done when it is that of the present state
   */
  public synchronized void refresh(String stamp, Consumer<Consumer<Product>> products) {
    if (current.get().stamp().equals(stamp)) {
      return;
    }
    var next = generations.make(stamp, products);
    current.getAndSet(next).release();
    generations.forgetOld();
    LOG.info("names of {} entries are indexed", next.size());
  }

  /** What state of the dictionary is searched. */
  public String stamp() {
    return current.get().stamp();
  }

  /** Entries that can be found, packs not counted. */
  public int size() {
    return current.get().size();
  }

  /** Reads names in the words that the index was made in. */
  public NameReader reader() {
    return reader;
  }

  /**
   * Searches as somebody types: the last word may be unfinished.
   *
   * @param query a name, or a code, NIE or LKPP number
   * @param limit hits wanted, 1 to {@link #MOST}
   * @param type the only level wanted; empty for all
   */
  public Hits search(String query, int limit, Optional<Level> type) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit " + limit + " is not within 1 and " + MOST);
    }
    return within(index -> {
      if (CODE.matcher(query).matches()) {
        var coded = Finder.coded(index, query).stream()
            .filter(hit -> type.isEmpty() || type.get() == hit.level()).toList();
        if (!coded.isEmpty()) {
          return new Hits(coded.size(), coded.subList(0, Math.min(limit, coded.size())));
        }
      }
      var asked = Asked.of(reader.read(query), index.vocabulary(), true);
      return new Finder(index, asked).find(limit, type);
    });
  }

  /** What a name of a list may mean: the best templates and products, and how the name was understood. */
  public Answer answer(String name, String unit, int limit) {
    return within(index -> {
      var asked = Asked.of(reader.read(name, unit), index.vocabulary(), false);
      var finder = new Finder(index, asked);
      return new Answer(asked, finder.find(limit, Optional.of(Level.TEMPLATE)),
          asked.branded() || asked.terms().stream().anyMatch(term -> term.weight() == 0.5)
              ? finder.find(limit, Optional.of(Level.PRODUCT)) : Hits.NONE);
    });
  }

  /** A name understood, and what it may mean. */
  public record Answer(Asked asked, Hits templates, Hits products) {}

  @FunctionalInterface
  private interface Use<T> {
    T of(NameIndex index) throws IOException;
  }

  private <T> T within(Use<T> use) {
    var index = current.get();
    while (!index.acquire()) {
      index = current.get();
    }
    try {
      return use.of(index);
    } catch (IOException e) {
      throw new UncheckedIOException("the index of names cannot be read", e);
    } finally {
      index.release();
    }
  }

  @Override
  public void close() {
    current.get().release();
  }
}
