package id.jejak.kfa.store.search;

import id.jejak.kfa.domain.name.Facts;
import id.jejak.kfa.domain.name.NameReader;
import id.jejak.kfa.domain.name.Vocabulary;
import id.jejak.kfa.domain.name.Vocabulary.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.MMapDirectory;

/**
 * One generation of the index, open for reading. Immutable; closed when the last reader has let it go. Facts of
 * templates are kept once they were read, the rest stays in the files.
 */
final class NameIndex {
  private final MMapDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Optional<LeafReader> leaf;
  private final Vocabulary vocabulary;
  private final String stamp;
  private final AtomicReferenceArray<Entry.Template> templates;

  private NameIndex(MMapDirectory directory, DirectoryReader reader, NameReader names) throws IOException {
    this.directory = directory;
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null); // searches hardly repeat, and the index is in memory anyway
    leaf = reader.leaves().isEmpty() ? Optional.empty() : Optional.of(reader.leaves().getFirst().reader());
    stamp = reader.getIndexCommit().getUserData().getOrDefault("stamp", "");
    templates = new AtomicReferenceArray<>(reader.maxDoc());
    vocabulary = words(names);
  }

  /**
   * Opens a folder that {@link IndexFiles} wrote.
   *
   * @param names reads in the words that the index was made in
   * @return empty when it is of another version
   * @throws IOException when it is damaged
   */
  static Optional<NameIndex> open(Path folder, NameReader names) throws IOException {
    var directory = new MMapDirectory(folder);
    try {
      var reader = DirectoryReader.open(directory);
      var version = reader.getIndexCommit().getUserData().getOrDefault("version", "");
      if (version.equals(String.valueOf(Fields.VERSION)) && reader.leaves().size() <= 1) {
        return Optional.of(new NameIndex(directory, reader, names));
      }
      reader.close();
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
    directory.close();
    return Optional.empty();
  }

  /** What it is an index of. */
  String stamp() {
    return stamp;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Entries in it, packs not counted. */
  int size() {
    return reader.numDocs();
  }

  boolean acquire() {
    return reader.tryIncRef();
  }

  /** Lets it go; the last one closes the files. */
  void release() {
    try {
      reader.decRef();
      if (reader.getRefCount() == 0) {
        directory.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index of names cannot be closed", e);
    }
  }

  private Vocabulary words(NameReader names) throws IOException {
    var words = new Vocabulary.Collector();
    var substances = terms(Fields.SUBSTANCE);
    words.add(Kind.SUBSTANCE, substances);
    words.add(Kind.LABEL, terms(Fields.WORD));
    words.add(Kind.BRAND, terms(Fields.BRAND));
    words.add(Kind.MAKER, terms(Fields.MAKER));
    for (var written : terms(Fields.WRITTEN)) {
      int tab = written.indexOf('\t');
      words.written(written.substring(0, tab), written.substring(tab + 1));
    }
    var known = Set.copyOf(substances);
    names.aliases().forEach((alias, key) -> {
      if (known.contains(key)) {
        words.written(alias, key);
      }
    });
    return words.done();
  }

  private List<String> terms(String field) throws IOException {
    var all = new ArrayList<String>();
    var terms = leaf.isEmpty() ? null : leaf.get().terms(field);
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        all.add(term.utf8ToString());
      }
    }
    return all;
  }

  /** Entries with a term, in the index's order. */
  List<Integer> with(String field, String term, int most) throws IOException {
    if (leaf.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Integer>();
    var postings = leaf.get().postings(new Term(field, term), PostingsEnum.NONE);
    while (postings != null && found.size() < most && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      found.add(postings.docID());
    }
    return found;
  }

  /** How many entries have a term. */
  int frequency(String field, String term) throws IOException {
    return leaf.isEmpty() ? 0 : leaf.get().docFreq(new Term(field, term));
  }

  /** The entries that answer a query best, the best first. */
  List<Integer> best(Query query, int most) throws IOException {
    var found = new ArrayList<Integer>();
    for (var one : searcher.search(query, most).scoreDocs) {
      found.add(one.doc);
    }
    return found;
  }

  int count(Query query) throws IOException {
    return searcher.count(query);
  }

  Facts template(int place) throws IOException {
    var kept = templates.get(place);
    if (kept == null) {
      if (!(entry(place) instanceof Entry.Template template)) {
        throw new IllegalStateException("entry " + place + " of the index is no template");
      }
      kept = template;
      templates.set(place, kept);
    }
    return kept.facts();
  }

  Entry entry(int place) throws IOException {
    if (leaf.isEmpty()) {
      throw new IllegalStateException("entry " + place + " of an empty index");
    }
    var values = leaf.get().getBinaryDocValues(Fields.ENTRY);
    if (values == null || !values.advanceExact(place)) {
      throw new IllegalStateException("entry " + place + " of the index has no facts");
    }
    return EntryBytes.read(values.binaryValue());
  }
}
