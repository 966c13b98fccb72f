package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Pack;
import id.jejak.ttac.store.DeleteStore;
import id.jejak.ttac.store.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * {@code barcode/delete}. Touches only what the caller holds at rest: whatever else matches counts as not found, or
 * one facility could erase a nation's NIE.
 */
final class Deleting {
  private final Db db;
  private final Barcodes barcodes;
  private final DeleteStore store;
  private final Replay replay;
  private final InstantSource clock;

  Deleting(Db db, Barcodes barcodes, DeleteStore store, Replay replay, InstantSource clock) {
    this.db = db;
    this.barcodes = barcodes;
    this.store = store;
    this.replay = replay;
    this.clock = clock;
  }

  byte[] delete(Caller caller, Params params, Request request) {
    boolean byNie = params.has("nie");
    if (!byNie && !params.has("barcode") && !params.has("barcode_level")) {
      throw Stop.with(Code.E990);
    }
    List<String> names = byNie ? List.of() : names(params);
    var level = byNie ? Level.PRIMER : level(params);
    boolean physical = physical(params);
    var nie = params.textOrEmpty("nie", Limits.SHORT_LENGTH).orElse("");
    return replay.once(db, caller, params, request, tx -> {
      var event = Event.now(Event.Kind.DELETE, clock.instant(), caller.sarana(), request.id());
      boolean any = byNie ? deleteProduct(tx, caller, nie, physical, event)
          : deleteNamed(tx, caller, names, level, physical, event);
      return Envelope.of(any ? Code.E000 : Code.E901).json();
    });
  }

  private static List<String> names(Params params) {
    if (!params.has("barcode")) {
      throw Stop.parameter(Sentence.requiredWithout("barcode", "nie"));
    }
    return params.oneOrMoreTexts("barcode", Limits.BARCODES_DELETED);
  }

  private static Level level(Params params) {
    if (!params.has("barcode_level")) {
      throw Stop.parameter(Sentence.requiredWithout("barcode_level", "nie"));
    }
    return Level.ofWord(params.text("barcode_level", Limits.SHORT_LENGTH))
        .orElseThrow(() -> Stop.parameter(Sentence.invalid("barcode_level")));
  }

  private static boolean physical(Params params) {
    return switch (params.textOrEmpty("type", Limits.SHORT_LENGTH).orElse("physical")) {
      case "physical" -> true;
      case "reference" -> false;
      default -> throw Stop.parameter(Sentence.invalid("type"));
    };
  }

  private boolean deleteNamed(Handle tx, Caller caller, List<String> names, Level level, boolean physical,
      Event event) {
    if (level != Level.PRIMER) {
      store.lockChildren(tx, names.stream().flatMap(name -> barcodes.keys(name).stream())
          .collect(Collectors.toSet()), level);
    }
    var units = held(caller, barcodes.lock(tx, names).stream().map(one -> one.pack())
        .filter(java.util.Objects::nonNull).filter(pack -> pack.level() == level).toList());
    if (units.isEmpty()) {
      return false;
    }
    store.delete(tx, units, physical, event);
    return true;
  }

  /** Every primer of a product that the caller holds, and the holders that have nothing inside without them. */
  private boolean deleteProduct(Handle tx, Caller caller, String nie, boolean physical, Event event) {
    long held = store.countHeld(tx, caller.sarana(), nie);
    if (held > Limits.PRIMER_DELETED_BY_NIE) {
      throw new Stop(new Envelope(Code.E026,
          Code.E026.message().replace("{n}", String.format(Locale.ROOT, "%,d", held))));
    }
    if (held == 0) {
      return false;
    }
    var units = held(caller, store.lockHeld(tx, caller.sarana(), nie));
    boolean any = !units.isEmpty();
    while (!units.isEmpty()) {
      var emptied = store.delete(tx, units, physical, event);
      units = physical ? held(caller, store.holders(tx, emptied)) : List.of();
    }
    return any;
  }

  private static List<Pack> held(Caller caller, List<Pack> packs) {
    return packs.stream().filter(pack -> DeleteStore.inScope(pack, caller.sarana())).toList();
  }
}
