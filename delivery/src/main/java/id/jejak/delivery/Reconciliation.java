package id.jejak.delivery;

import id.jejak.delivery.domain.Difference;
import id.jejak.delivery.store.ParcelStore;
import id.jejak.delivery.store.ReportStore;
import id.jejak.delivery.store.ReportStore.Line;
import id.jejak.delivery.store.ReportStore.Report;
import id.jejak.delivery.store.ReportStore.Share;
import id.jejak.kernel.db.Db;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares, for a day, what each ledger's wing has with what the remote shows, and says of every difference how
 * delivery stands about it. Reports stay. Thread-safe.
 */
public final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  /** Days of service are Jakarta's, whose documents count them so. */
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  /** From then on yesterday is compared: its backlog had a few quiet hours. */
  private static final LocalTime NIGHTLY = LocalTime.of(2, 0);
  private static final String NEVER_POSTED = "";

  private final Db db;
  private final ParcelStore parcels;
  private final ReportStore reports = new ReportStore();
  private final InstantSource clock;
  private final ConcurrentSkipListMap<String, Ledger> ledgers = new ConcurrentSkipListMap<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /** Without any ledger yet. */
  public Reconciliation(Db db, ParcelStore parcels, InstantSource clock) {
    this.db = db;
    this.parcels = parcels;
    this.clock = clock;
  }

  void add(Ledger ledger) {
    if (ledgers.putIfAbsent(ledger.remote(), ledger) != null) {
      throw new IllegalStateException("there is a ledger for " + ledger.remote() + " already");
    }
  }

  /** Remotes that are reconciled. */
  public List<String> remotes() {
    return List.copyOf(ledgers.keySet());
  }

  /** The last day that is over. */
  public LocalDate yesterday() {
    return clock.instant().atZone(JAKARTA).toLocalDate().minusDays(1);
  }

  /**
   * Compares a day now, and keeps the report in place of an older one.
   *
   * @return empty when there is no ledger for this remote
   */
  public Optional<Report> run(String remote, LocalDate day) {
    return Optional.ofNullable(ledgers.get(remote)).map(ledger -> {
      var here = ledger.here(day);
      var there = ledger.there(day);
      var differences = there.map(theirs -> Difference.between(here, theirs)).orElse(List.of());
      return db.transaction(tx -> {
        var lines = differences.stream().map(one -> new Line(one,
            parcels.standing(tx, remote, ledger.parcelKey(entry(one)), one.kind()).orElse(NEVER_POSTED))).toList();
        var report = new Report(remote, day, clock.instant(), here.size(),
            there.map(List::size).orElse(ReportStore.SILENT), lines.size());
        reports.write(tx, report, shares(here, there.orElse(List.of())), lines);
        return report;
      });
    });
  }

  private static Ledger.Entry entry(Difference one) {
    return new Ledger.Entry(one.facility(), one.key(), one.kind(), one.here());
  }

  private static List<Share> shares(List<Ledger.Entry> here, List<Ledger.Entry> there) {
    var ours = here.stream().collect(Collectors.groupingBy(Ledger.Entry::facility, Collectors.counting()));
    var theirs = there.stream().collect(Collectors.groupingBy(Ledger.Entry::facility, Collectors.counting()));
    var names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    return names.stream().map(name -> new Share(name, ours.getOrDefault(name, 0L).intValue(),
        theirs.getOrDefault(name, 0L).intValue())).toList();
  }

  /** Compares yesterday when the night is late enough and nobody has; a remote that could not say is asked again. */
  public void nightly() {
    var day = yesterday();
    if (clock.instant().atZone(JAKARTA).toLocalTime().isBefore(NIGHTLY) || !running.compareAndSet(false, true)) {
      return;
    }
    try {
      for (var remote : ledgers.keySet()) {
        try {
          if (report(remote, day).filter(before -> before.there() != ReportStore.SILENT).isEmpty()) {
            run(remote, day).ifPresent(report -> LOG.info("reconciled {} of {}: {} here, {} there, {} differ", remote,
                day, report.here(), report.there(), report.differences()));
          }
        } catch (RuntimeException e) { // the other remotes are compared all the same, this one at the next turn
          LOG.warn("{} of {} could not be reconciled, and will be", remote, day, e);
        }
      }
    } finally {
      running.set(false);
    }
  }

  /** A report that was kept. */
  public Optional<Report> report(String remote, LocalDate day) {
    return report(remote, day, List.of());
  }

  /** The same in the figures of some facilities, or of all when none is named. */
  public Optional<Report> report(String remote, LocalDate day, List<String> facilities) {
    return db.read(tx -> reports.report(tx, remote, day, facilities));
  }

  /**
   * The differences of a report.
   *
   * @param facilities whose; all when none is named
   * @param after how many were seen before
   */
  public List<Line> lines(String remote, LocalDate day, List<String> facilities, int after, int most) {
    return db.read(tx -> reports.lines(tx, remote, day, facilities, after, Math.clamp(most, 1, Desk.PAGE)));
  }
}
