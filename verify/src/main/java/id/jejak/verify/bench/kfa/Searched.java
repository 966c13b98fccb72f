package id.jejak.verify.bench.kfa;

import id.jejak.kfa.store.search.NameSearch;
import id.jejak.verify.bench.Worker;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The search by name without a wire, in the generator's own process. */
final class Searched implements Worker {
  private static final int HITS = 10;

  private final NameSearch search;
  private final List<String> queries;
  private final Random random;

  Searched(NameSearch search, List<String> queries, int seed) {
    this.search = search;
    this.queries = queries;
    this.random = new Random(seed);
  }

  @Override
  public long call() {
    search.search(queries.get(random.nextInt(queries.size())), HITS, Optional.empty());
    return 1;
  }

  @Override
  public void close() {
    search.close();
  }
}
