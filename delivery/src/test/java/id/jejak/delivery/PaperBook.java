package id.jejak.delivery;

import id.jejak.delivery.domain.Book;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Held;
import id.jejak.delivery.domain.Life;
import id.jejak.delivery.domain.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The book on paper: the same promises as the one in PostgreSQL, without any index. */
final class PaperBook implements Book, Rows {
  private static final class Row {
    final long id;
    Parcel parcel;
    Life life;
    long holder;
    boolean waiting;
    boolean aside;

    Row(long id, Parcel parcel, Life life) {
      this.id = id;
      this.parcel = parcel;
      this.life = life;
    }

    boolean sameLine(Row other) {
      return parcel.remote().equals(other.parcel.remote()) && parcel.key().equals(other.parcel.key());
    }

    boolean ready() {
      return !waiting && (life.stage() == Stage.OWED || life.stage() == Stage.UNKNOWN);
    }
  }

  private final TreeMap<Long, Row> open = new TreeMap<>();
  private final List<Shown> closed = new ArrayList<>();
  private final Set<Long> alive = new HashSet<>();
  private long last = 1000;

  @Override
  public synchronized long post(Parcel parcel, Instant now) {
    open.put(++last, new Row(last, parcel, Life.posted(now)));
    return last;
  }

  @Override
  public synchronized void beat(long node, Duration lease) {
    alive.add(node);
  }

  @Override
  public synchronized void leave(long node) {
    alive.remove(node);
  }

  @Override
  public synchronized void lapse(long node) {
    alive.remove(node);
  }

  @Override
  public synchronized int takeOver(Instant now, Duration settle) {
    var lost = open.values().stream().filter(row -> row.life.stage() == Stage.HELD && !alive.contains(row.holder))
        .toList();
    lost.forEach(row -> row.life = row.life.abandoned(now, settle));
    return lost.size();
  }

  @Override
  public synchronized Set<Grip> holds(long node) {
    return open.values().stream().filter(row -> row.life.stage() == Stage.HELD && row.holder == node)
        .map(row -> new Grip(row.id, row.life.attempts())).collect(java.util.stream.Collectors.toSet());
  }

  @Override
  public synchronized void disown(long node, Set<Grip> forgotten, Instant now, Duration settle) {
    holds(node).stream().filter(forgotten::contains).map(grip -> open.get(grip.id()))
        .forEach(row -> row.life = row.life.abandoned(now, settle));
  }

  @Override
  public synchronized List<Held> claim(long node, String remote, int most, Instant now) {
    var ready = open.values().stream()
        .filter(row -> row.parcel.remote().equals(remote) && row.ready() && !row.life.due().isAfter(now))
        .sorted(Comparator.comparing((Row row) -> row.life.due()).thenComparing(row -> row.id)).limit(most).toList();
    var first = ready.stream().filter(this::first).toList();
    var taken = new ArrayList<Held>();
    for (var row : first) {
      row.life = row.life.held();
      row.holder = node;
      taken.add(new Held(row.id, row.parcel, row.life));
    }
    ready.stream().filter(row -> !first.contains(row)).forEach(row -> row.waiting = true);
    return taken;
  }

  private boolean first(Row row) {
    return open.headMap(row.id).values().stream().noneMatch(front -> !front.aside && front.sameLine(row));
  }

  @Override
  public synchronized void settle(long node, List<Ended> ended, Instant now) {
    for (var one : ended) {
      var row = open.get(one.held().id());
      if (row != null && row.life.stage() == Stage.HELD && row.holder == node
          && row.life.attempts() == one.held().life().attempts()) {
        row.life = one.after();
        if (row.life.stage() == Stage.DONE) {
          close(row);
        }
      }
    }
  }

  private void close(Row row) {
    closed.add(shown(row));
    open.remove(row.id);
    wake(row);
  }

  private void wake(Row gone) {
    open.values().stream().filter(row -> row.waiting && row.sameLine(gone) && first(row))
        .forEach(row -> row.waiting = false);
  }

  private boolean change(long id, Function<Life, Optional<Life>> act) {
    var row = open.get(id);
    var after = row == null ? Optional.<Life>empty() : act.apply(row.life);
    after.ifPresent(life -> {
      row.life = life;
      if (life.stage() == Stage.GIVEN_UP) {
        close(row);
      }
    });
    return after.isPresent();
  }

  @Override
  public synchronized boolean redrive(long id, Instant now) {
    return change(id, life -> life.redriven(now));
  }

  @Override
  public synchronized boolean correct(long id, tools.jackson.databind.JsonNode body, Instant now) {
    boolean changed = change(id, life -> life.corrected(now));
    if (changed) {
      var row = open.get(id);
      var was = row.parcel;
      row.parcel = new Parcel(was.remote(), was.facility(), was.key(), was.kind(), body);
    }
    return changed;
  }

  @Override
  public synchronized boolean giveUp(long id, Instant now) {
    return change(id, life -> life.givenUp(now));
  }

  @Override
  public synchronized boolean stepAside(long id, Instant now) {
    var row = open.get(id);
    if (row == null || !row.life.mayStepAside()) {
      return false;
    }
    row.aside = true;
    wake(row);
    return true;
  }

  @Override
  public synchronized List<Shown> open() {
    return open.values().stream().map(PaperBook::shown).toList();
  }

  @Override
  public synchronized List<Shown> closed() {
    return closed.stream().sorted(Comparator.comparing(Shown::id)).toList();
  }

  private static Shown shown(Row row) {
    return new Shown(row.id, row.parcel, row.life.stage(), row.life.due(), row.life.attempts(), row.life.failures(),
        row.life.doubtful());
  }
}
