package id.jejak.facility.pharmacy.remote;

import id.jejak.delivery.Ledger;
import id.jejak.facility.pharmacy.store.StockStore;
import id.jejak.facility.pharmacy.store.StockStore.Kind;
import id.jejak.facility.pharmacy.store.StockStore.Moved;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Answer;
import id.jejak.ttac.client.PendingFilter;
import id.jejak.ttac.client.PendingItem;
import id.jejak.ttac.client.Trace;
import id.jejak.ttac.client.TtacClient;
import id.jejak.ttac.contract.barcode.BarcodeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A day of goods on both sides: what was received, sent and given back, pack by pack, and what TTAC shows of it. A server
 * like this one is asked where each pack has been. The documented TTAC tells only what is still on its way here: what was
 * received must not be among it, and what was sent cannot be seen, so it is taken as told. Packs that only TTAC knows are
 * not looked for. Thread-safe; asks once for each pack.
 */
public final class TtacLedger implements Ledger {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final String UNKNOWN_BARCODE = "E013";
  private static final int LONGEST = 100_000;

  private final Db db;
  private final Remotes remotes;
  private final StockStore stock;

  /** Over the stock of the facilities and their clients. */
  public TtacLedger(Db db, Remotes remotes, StockStore stock) {
    this.db = db;
    this.remotes = remotes;
    this.stock = stock;
  }

  @Override
  public String remote() {
    return "ttac";
  }

  @Override
  public String parcelKey(Entry entry) {
    return TtacCarrier.line(entry.facility());
  }

  @Override
  public List<Entry> here(LocalDate day) {
    return entries(moved(day));
  }

  private List<Moved> moved(LocalDate day) {
    return db.read(h -> remotes.sites().all().stream().flatMap(site ->
        stock.moved(h, site.id(), start(day), start(day.plusDays(1))).stream()).toList());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(JAKARTA).toInstant();
  }

  /** A pack that did the same twice on one day is one entry. */
  private static List<Entry> entries(List<Moved> moved) {
    var entries = new LinkedHashMap<Entry, Boolean>();
    moved.forEach(one -> entries.put(new Entry(one.facility(), one.barcode(), kind(one), said(one)), true));
    return List.copyOf(entries.keySet());
  }

  private static String kind(Moved one) {
    return switch (one.kind()) {
      case SENT -> TtacCarrier.SEND;
      case RETURNED -> TtacCarrier.RETURN;
      case RECEIVED, MOVED, QUARANTINED, RELEASED, MISSED, FOUND, TAKEN_BACK -> TtacCarrier.RECEIVE;
    };
  }

  private static String said(Moved one) {
    return one.kind() == Kind.RECEIVED ? "received" : kind(one) + " to " + one.counterpart();
  }

  @Override
  public Optional<List<Entry>> there(LocalDate day) {
    var shown = new ArrayList<Moved>();
    var traces = new HashMap<String, Optional<Trace>>();
    var coming = new HashMap<String, Set<String>>();
    for (var one : moved(day)) {
      var client = remotes.ttac(one.facility());
      if (client.isEmpty()) {
        return Optional.empty();
      }
      var seen = remotes.keys() ? traced(client.get(), one, start(day), traces) : arrived(client.get(), one, coming);
      if (seen.isEmpty()) {
        return Optional.empty();
      }
      if (seen.get()) {
        shown.add(one);
      }
    }
    return Optional.of(entries(shown));
  }

  /** Whether it is in the pack's history, however late it was told; empty when TTAC cannot say now. */
  private Optional<Boolean> traced(TtacClient client, Moved one, Instant from, Map<String, Optional<Trace>> traces) {
    if (!traces.containsKey(one.barcode())) {
      switch (client.trace(one.barcode())) {
        case Answer.Done<Trace>(var trace, _) -> traces.put(one.barcode(), Optional.of(trace));
        case Answer.Refused<Trace>(var code, _) when code.equals(UNKNOWN_BARCODE) ->
            traces.put(one.barcode(), Optional.empty());
        case Answer.Refused<Trace> _, Answer.Later<Trace> _, Answer.Unknown<Trace> _ -> {
          return Optional.empty();
        }
      }
    }
    int sarana = remotes.sites().of(one.facility()).sarana();
    return Optional.of(traces.getOrDefault(one.barcode(), Optional.empty()).stream().flatMap(trace -> trace.steps().stream())
        .filter(step -> step.sarana() == sarana && step.at().filter(at -> !at.isBefore(from)).isPresent())
        .anyMatch(step -> switch (one.kind()) {
          case SENT -> step.event().equals("send") && one.counterpart().equals(Integer.toString(step.to()));
          // what was taken as a sample, or rejected, goes back under another name
          case RETURNED -> step.event().matches("return|recall") && one.counterpart().equals(Integer.toString(step.to()));
          case RECEIVED, MOVED, QUARANTINED, RELEASED, MISSED, FOUND, TAKEN_BACK -> step.event().equals("receive");
        }));
  }

  /** Whether it is no longer on its way here. */
  private static Optional<Boolean> arrived(TtacClient client, Moved one, Map<String, Set<String>> coming) {
    if (one.kind() != Kind.RECEIVED) {
      return Optional.of(true);
    }
    if (!coming.containsKey(one.facility())) {
      if (!(client.pending(PendingFilter.ALL).rest(LONGEST) instanceof Answer.Done<List<PendingItem>>(var items, _))) {
        return Optional.empty();
      }
      var keys = new HashSet<String>();
      items.forEach(item -> keys.addAll(BarcodeText.read(item.barcode(), year(one)).keys()));
      coming.put(one.facility(), keys);
    }
    return Optional.of(!coming.getOrDefault(one.facility(), Set.of()).contains(one.key()));
  }

  private static Year year(Moved one) {
    return Year.of(one.at().atZone(JAKARTA).getYear());
  }
}
