package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.domain.Asked;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.domain.Production;
import id.jejak.ttac.domain.Refusal;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.store.Event;
import id.jejak.ttac.store.ProductionStore;
import id.jejak.ttac.store.RegisterStore;
import id.jejak.ttac.store.RegisterStore.Holder;
import id.jejak.ttac.store.RegisterStore.Lot;
import id.jejak.ttac.store.RegisterStore.NewUnit;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The producer's side: makes packs and holders known, packs them into each other, releases, samples and rejects
 * them. The payloads are those of a production client; the addresses are ours, since the real ones are not public.
 */
final class Producing {
  private final Db db;
  private final Barcodes barcodes;
  private final RegisterStore registers;
  private final ProductionStore store;
  private final Replay replay;
  private final InstantSource clock;

  Producing(Db db, Barcodes barcodes, RegisterStore registers, ProductionStore store, Replay replay,
      InstantSource clock) {
    this.db = db;
    this.barcodes = barcodes;
    this.registers = registers;
    this.store = store;
    this.replay = replay;
    this.clock = clock;
  }

  /** Registers packs of one lot. */
  byte[] primer(Caller caller, Params params, Request request) {
    var names = params.texts("barcode", Limits.BARCODES_MOVED);
    var nie = params.text("nie", Limits.SHORT_LENGTH);
    var batch = params.text("batch_no", Limits.SHORT_LENGTH);
    var expiry = params.date("exp_date");
    var status = status(params, false);
    var packaging = params.textOrEmpty("id_kemasan", Limits.SHORT_LENGTH).orElse("");
    var number = params.textOrEmpty("lot_no", Limits.SHORT_LENGTH).orElse("");
    var parent = params.textOrEmpty("parent", Limits.BARCODE_LENGTH);
    var lot = new Lot(nie, batch, expiry, number, packaging);
    return replay.once(db, caller, params, request, tx -> {
      register(tx, new Production.Enter(caller.sarana(), Level.PRIMER), names, status, lot, parent,
          event(Event.Kind.REGISTER, caller, request));
      return Envelope.of(Code.E000).json();
    });
  }

  /** Registers holders. */
  byte[] parent(Caller caller, Params params, Request request) {
    var names = params.texts("barcode", Limits.BARCODES_MOVED);
    var status = params.flag("is_active").orElse(true) ? Status.ACTIVE : Status.REGISTERED;
    var level = holderLevel(params, "barcode_level");
    var parent = params.textOrEmpty("parent", Limits.BARCODE_LENGTH);
    return replay.once(db, caller, params, request, tx -> {
      register(tx, new Production.Enter(caller.sarana(), level), names, status, null, parent,
          event(Event.Kind.REGISTER, caller, request));
      return Envelope.of(Code.E000).json();
    });
  }

  /** Puts known units into a known holder. */
  byte[] aggregate(Caller caller, Params params, Request request) {
    var parent = params.text("parent", Limits.BARCODE_LENGTH);
    var names = params.texts("child", Limits.BARCODES_MOVED);
    var packed = params.date("packing_date");
    var type = holderLevel(params, "parent_type");
    return replay.once(db, caller, params, request, tx -> {
      var aggregate = new Production.Aggregate(caller.sarana(), type);
      var units = barcodes.lock(tx, names); // before their holder, as everywhere
      var holder = barcodes.lock(tx, List.of(parent)).getFirst();
      refuse(aggregate.refusal(holder, units), names);
      var entering = aggregate.entering(units);
      if (!entering.isEmpty()) {
        store.aggregate(tx, pack(holder), entering,
            event(Event.Kind.AGGREGATE, caller, request).moving(null, null, "packing_date " + packed));
      }
      return Envelope.of(Code.E000).json();
    });
  }

  /** Releases, samples or rejects. */
  byte[] status(Caller caller, Params params, Request request) {
    var names = params.texts("barcode", Limits.BARCODES_MOVED);
    var to = status(params, true);
    return replay.once(db, caller, params, request, tx -> {
      var judge = new Production.Judge(caller.sarana(), to);
      var units = barcodes.lock(tx, names);
      refuse(judge.refusal(units), names);
      var changing = judge.changing(units);
      if (!changing.isEmpty()) {
        store.judge(tx, changing, to, event(kind(to), caller, request));
      }
      return Envelope.of(Code.E000).json();
    });
  }

  private void register(Handle tx, Production.Enter enter, List<String> names, Status status, @Nullable Lot lot,
      Optional<String> parent, Event event) {
    var byKey = new LinkedHashMap<String, String>();
    names.forEach(name -> byKey.putIfAbsent(barcodes.keys(name).getFirst(), name));
    @Nullable String parentKey = null;
    var holders = Map.<String, Holder>of();
    if (parent.isPresent()) {
      var asked = barcodes.lock(tx, List.of(parent.get())).getFirst();
      refuse(enter.refusal(asked), names);
      var holder = pack(asked);
      parentKey = barcodes.keys(parent.get()).getFirst();
      holders = Map.of(parentKey, new Holder(holder.id(), holder.isRoot() ? null : holder.ancestors().getFirst()));
    }
    var inside = parentKey;
    var units = byKey.entrySet().stream()
        .map(entry -> new NewUnit(entry.getKey(), entry.getValue(), enter.level(), status, lot, inside)).toList();
    registers.register(tx, units, holders, event).ifPresent(key -> {
      throw Stop.parameter(Sentence.taken("barcode." + names.indexOf(byKey.get(key))));
    });
  }

  /**
   * The status that the three flags mean; a missing one is false.
   *
   * @param change true when nothing known may become merely registered
   */
  private static Status status(Params params, boolean change) {
    boolean active = params.flag("is_active").orElse(false);
    boolean sample = params.flag("is_sample").orElse(false);
    boolean reject = params.flag("is_reject").orElse(false);
    var status = Status.ofFlags(active, sample, reject).orElseThrow(() ->
        Stop.parameter(Sentence.invalid(reject ? "is_reject" : "is_sample")));
    if (change && status == Status.REGISTERED) {
      throw Stop.parameter(params.has("is_active") ? Sentence.invalid("is_active") : Sentence.required("is_active"));
    }
    return status;
  }

  private static Level holderLevel(Params params, String name) {
    return Level.ofWord(params.text(name, Limits.SHORT_LENGTH)).filter(level -> level != Level.PRIMER)
        .orElseThrow(() -> Stop.parameter(Sentence.invalid(name)));
  }

  private static Event.Kind kind(Status status) {
    return switch (status) {
      case REGISTERED -> Event.Kind.REGISTER;
      case ACTIVE -> Event.Kind.ACTIVATE;
      case SAMPLE -> Event.Kind.SAMPLE;
      case REJECT -> Event.Kind.REJECT;
    };
  }

  private static void refuse(Optional<Refusal> refusal, List<String> names) {
    refusal.ifPresent(found -> {
      throw new Stop(Refusals.envelope(found, names));
    });
  }

  private static Pack pack(Asked asked) {
    return java.util.Objects.requireNonNull(asked.pack(), "a unit that was not refused is known");
  }

  private Event event(Event.Kind kind, Caller caller, Request request) {
    return Event.now(kind, clock.instant(), caller.sarana(), request.id());
  }
}
