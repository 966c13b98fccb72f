package id.jejak.facility.queue.http;

import id.jejak.facility.access.Looks;
import id.jejak.facility.queue.contract.Limits;
import id.jejak.facility.queue.store.FigureStore;
import id.jejak.facility.queue.store.FigureStore.Counts;
import id.jejak.facility.queue.store.FigureStore.Scope;
import id.jejak.facility.queue.store.FigureStore.Span;
import id.jejak.facility.queue.store.FigureStore.Targets;
import id.jejak.kernel.json.Tree;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long patients waited, between days. Thread-safe. */
final class Figures {
  /** What nobody should wait longer, in minutes, where the caller says nothing: as hospitals usually promise. */
  private static final Targets USUAL = new Targets(60, 30, 60);
  private static final int LONGEST = 1_440;

  private final Looks looks;
  private final FigureStore store;
  private final Options options;
  private final InstantSource clock;

  Figures(Looks looks, FigureStore store, Options options, InstantSource clock) {
    this.looks = looks;
    this.store = store;
    this.options = options;
    this.clock = clock;
  }

  private record Read(List<Span> spans, List<Counts> counts) {}

  Object read(DeskAsked asked) {
    var from = asked.queryDate("from").orElseGet(() -> options.zone().date(clock.instant()));
    var until = asked.queryDate("until").orElse(from);
    if (until.isBefore(from) || until.isAfter(from.plusDays(Limits.FIGURE_DAYS))) {
      throw DeskAsked.malformed("until", "a date from " + from + " to " + from.plusDays(Limits.FIGURE_DAYS));
    }
    var targets = new Targets(asked.queryNumber("clinic", 1, LONGEST).orElse(USUAL.clinic()),
        asked.queryNumber("finished", 1, LONGEST).orElse(USUAL.finished()),
        asked.queryNumber("compounded", 1, LONGEST).orElse(USUAL.compounded()));
    var read = looks.read(handle -> new Read(store.spans(handle, from, until),
        store.counts(handle, from, until, targets)));
    return view(from, until, targets, read);
  }

  private static Map<String, Object> view(LocalDate from, LocalDate until, Targets targets, Read read) {
    var steps = read.spans().stream().collect(Collectors.groupingBy(Span::scope));
    var view = new LinkedHashMap<String, Object>();
    view.put("from", from.toString());
    view.put("until", until.toString());
    var minutes = new LinkedHashMap<String, Object>();
    minutes.put("clinic", targets.clinic());
    minutes.put("finished", targets.finished());
    minutes.put("compounded", targets.compounded());
    view.put("targets", minutes);
    view.put("figures", read.counts().stream().map(one -> figures(one, steps.getOrDefault(one.scope(), List.of())))
        .toList());
    return view;
  }

  private static Map<String, @Nullable Object> figures(Counts one, List<Span> steps) {
    var view = scope(one.scope());
    view.put("bookings", one.bookings());
    view.put("cancelled", one.cancelled());
    view.put("absent", one.absent());
    view.put("came", one.came());
    view.put("done", one.done());
    view.put("complete", one.complete());
    view.put("seen", one.seen());
    view.put("seen_in_time", one.seenInTime());
    view.put("given", one.given());
    view.put("given_in_time", one.givenInTime());
    view.put("steps", steps.stream().map(Figures::step).toList());
    return view;
  }

  private static Map<String, @Nullable Object> scope(Scope one) {
    return Tree.of("sub", one.sub().orElse(null), "clinic", one.clinic(), "doctor", one.doctor().orElse(null),
        "doctor_name", one.doctorName());
  }

  private static Map<String, Object> step(Span one) {
    return Tree.of("step", one.step(), "visits", one.visits(), "median", one.median(), "p90", one.p90(),
        "whole", one.whole());
  }
}
