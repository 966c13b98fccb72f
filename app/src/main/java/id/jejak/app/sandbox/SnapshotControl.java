package id.jejak.app.sandbox;

import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.web.OwnFaults;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import id.jejak.kernel.time.SettableClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Copies the world, puts it back, or makes the first one anew. One at a time. Thread-safe. */
public final class SnapshotControl {
  private final Snapshots snapshots;
  private final List<Part> parts;
  private final SettableClock clock;
  private final PlannedFaults faults;
  private final Recorder recorder;

  SnapshotControl(Snapshots snapshots, List<Part> parts, SettableClock clock, PlannedFaults faults, Recorder recorder) {
    this.snapshots = snapshots;
    this.parts = List.copyOf(parts);
    this.clock = clock;
    this.recorder = recorder;
    this.faults = faults;
  }

  /** All copies, by name. */
  public List<Snapshots.Snapshot> all() {
    return snapshots.all();
  }

  Response show() {
    return Response.json(200, Json.write(Map.of("snapshots", snapshots.all().stream()
        .map(Snapshots.Snapshot::json).toList()))).with("Cache-Control", "no-store");
  }

  Response save(Request request) {
    return Asked.answer(request, Set.of("name"), body -> {
      long started = System.nanoTime();
      var saved = save(Asked.text(body, "name"));
      return done(saved.json(), started);
    });
  }

  /** Copies the world as it is. */
  public synchronized Snapshots.Snapshot save(String name) {
    if (!name.matches(Snapshots.NAME)) {
      throw new Asked.Unfit("name must be 1 to 40 of a-z, 0-9 and -, such as before-the-storm");
    }
    return snapshots.save(name, clock.instant().minus(clock.offset()), clock.offset());
  }

  Response restore(Request request) {
    return Asked.answer(request, Set.of("name"), body -> {
      long started = System.nanoTime();
      return restore(Asked.text(body, "name")).map(restored -> done(restored.json(), started))
          .orElseGet(SnapshotControl::missing);
    });
  }

  /** Puts a copy back with its clock; planned faults are forgotten. Empty when there is no such copy. */
  public synchronized Optional<Snapshots.Snapshot> restore(String name) {
    var kept = snapshots.all().stream().filter(one -> one.name().equals(name)).findFirst();
    kept.ifPresent(snapshot -> {
      // time first: a job that looks at the clock must not do another day's work in the world that comes back
      clock.real();
      clock.advance(snapshot.offset());
    });
    var restored = snapshots.restore(name);
    restored.ifPresent(_ -> {
      faults.clear();
      parts.forEach(part -> part.sandbox().ifPresent(Part.Sandbox::restored));
      recorder.worldBegins();
    });
    return restored;
  }

  Response delete(Request request) {
    return delete(request.var("name")) ? show() : missing();
  }

  /** Deletes a copy; false when there is none. */
  public synchronized boolean delete(String name) {
    return snapshots.delete(name);
  }

  /**
   * Brings back the first world, the machine's time, and peace.
   *
   * @param only names of the parts that are brought back; empty for all
   */
  public synchronized long reset(List<String> only) {
    long started = System.nanoTime();
    faults.clear();
    clock.real();
    // whoever owes forgets before whom it owes: nothing of the old world reaches the new one
    parts.reversed().stream().filter(part -> only.isEmpty() || only.contains(part.name()))
        .forEach(part -> part.sandbox().ifPresent(Part.Sandbox::reset));
    recorder.worldBegins();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  private static Response done(Map<String, Object> what, long started) {
    var answer = new LinkedHashMap<>(what);
    answer.put("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    return Response.json(200, Json.write(answer)).with("Cache-Control", "no-store");
  }

  private static Response missing() {
    return OwnFaults.error(404, "there is no such snapshot: GET /sandbox/snapshots lists them");
  }
}
