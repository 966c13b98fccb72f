package id.jejak.kfa.store;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.SqlArray;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.Product.Named;
import id.jejak.kfa.store.read.ReadSide;
import id.jejak.kfa.store.read.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Products made of their documents: found by the read side, or one after another from the tables. Thread-safe. */
public final class ProductStore implements Dictionary {
  private static final int FETCH = 500;

  private final Db db;
  private final ReadSide readSide;

  /** Products over both sides. */
  public ProductStore(Db db, ReadSide readSide) {
    this.db = db;
    this.readSide = readSide;
  }

  @Override
  public long seq() {
    return readSide.current().seq();
  }

  @Override
  public Optional<Product> byCode(String code) {
    var snapshot = readSide.current();
    int place = snapshot.best(snapshot.byCode(code));
    var ids = place < 0 ? List.<Long>of() : List.of(snapshot.id(place));
    return ids.isEmpty() ? device(code) : read(ids).stream().findFirst();
  }

  private Optional<Product> device(String code) {
    return db.read(handle -> handle.createQuery("""
            select id, doc::text as doc
              from kfa.product
             where generation = 3 and code = :code
            """)
        .bind("code", code)
        .map((rs, _) -> Products.of(rs.getLong("id"), Json.read(rs.getString("doc")))).findOne());
  }

  @Override
  public List<Product> byNie(String nie) {
    return found(snapshot -> snapshot.byNie(nie));
  }

  @Override
  public List<Product> byLkpp(String lkpp) {
    return found(snapshot -> snapshot.byLkpp(lkpp));
  }

  @Override
  public List<Product> ofTemplate(String template) {
    return found(snapshot -> snapshot.ofTemplate(template));
  }

  @Override
  public List<Product> byPack(String pack) {
    return found(snapshot -> snapshot.byPack(pack));
  }

  private List<Product> found(Function<Snapshot, int[]> by) {
    var snapshot = readSide.current();
    return read(Arrays.stream(by.apply(snapshot)).mapToObj(snapshot::id).toList());
  }

  /** In the order of the numbers that are given. */
  private List<Product> read(List<Long> ids) {
    return db.read(handle -> handle.createQuery("""
            select p.id, p.doc::text as doc
              from unnest(:ids) with ordinality as wanted (id, place)
              join kfa.product p on p.id = wanted.id
             order by wanted.place
            """)
        .bind("ids", SqlArray.longs(ids))
        .map((rs, _) -> Products.of(rs.getLong("id"), Json.read(rs.getString("doc")))).list());
  }

  @Override
  public List<Named> templates() {
    return db.read(handle -> handle.createQuery("select code, name from kfa.template order by code")
        .map((rs, _) -> new Named(rs.getString("code"), rs.getString("name"))).list());
  }

  @Override
  public void each(Consumer<Product> each) {
    db.<Boolean>snapshot(tx -> {
      tx.createQuery("select id, doc::text as doc from kfa.product order by id")
          .setFetchSize(FETCH)
          .map((rs, _) -> Products.of(rs.getLong("id"), Json.read(rs.getString("doc"))))
          .forEach(each);
      return true;
    });
  }
}
