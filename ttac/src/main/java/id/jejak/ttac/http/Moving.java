package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.domain.Movement;
import id.jejak.ttac.store.Event;
import id.jejak.ttac.store.MovementStore;
import id.jejak.ttac.store.SaranaStore;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@code barcode/receive}, {@code barcode/send} and {@code barcode/return}. */
final class Moving {
  private final Db db;
  private final Barcodes barcodes;
  private final MovementStore movements;
  private final SaranaStore saranas;
  private final Replay replay;
  private final InstantSource clock;

  Moving(Db db, Barcodes barcodes, MovementStore movements, SaranaStore saranas, Replay replay,
      InstantSource clock) {
    this.db = db;
    this.barcodes = barcodes;
    this.movements = movements;
    this.saranas = saranas;
    this.replay = replay;
    this.clock = clock;
  }

  /** Receives what is on its way to the caller. */
  byte[] receive(Caller caller, Params params, Request request) {
    var asked = params.texts("barcode", Limits.BARCODES_MOVED);
    var event = event(Event.Kind.RECEIVE, caller, request).moving(null, caller.sarana(), null);
    return replay.endingOnce(db, caller, params, request, tx -> new Db.Ending<>(
        move(tx, new Movement.Receive(caller.sarana()), asked, event),
        new Envelope(Code.E000, Envelope.RECEIVED).json()));
  }

  /** Sends what the caller holds to a customer. */
  byte[] send(Caller caller, Params params, Request request) {
    long target = params.integer("id_sarana_tujuan");
    var asked = params.texts("barcode", Limits.BARCODES_MOVED);
    return replay.endingOnce(db, caller, params, request, tx -> {
      if (!saranas.mayReach(tx, caller.sarana(), target)) {
        throw new Stop(Refusals.unknownTarget(target));
      }
      int to = Math.toIntExact(target);
      var event = event(Event.Kind.SEND, caller, request).moving(caller.sarana(), to, null);
      return new Db.Ending<>(move(tx, new Movement.Send(caller.sarana(), to), asked, event),
          Envelope.of(Code.E000).json());
    });
  }

  /** Gives back to the previous sender, before or after receipt. */
  byte[] giveBack(Caller caller, Params params, Request request) {
    long target = params.integer("id_sarana_tujuan");
    var asked = params.oneOrMoreTexts("barcode", Limits.BARCODES_MOVED);
    var reason = params.text("reason", Limits.TEXT_LENGTH);
    return replay.endingOnce(db, caller, params, request, tx -> {
      var event = event(Event.Kind.RETURN, caller, request).moving(caller.sarana(), narrow(target), reason);
      return new Db.Ending<>(move(tx, new Movement.Return(caller.sarana(), target), asked, event),
          Envelope.of(Code.E000).json());
    });
  }

  /** No sarana has a larger number; whatever is larger is nobody's previous sender and is refused as such. */
  private static int narrow(long target) {
    return target == (int) target ? (int) target : -1;
  }

  private List<Sql.Call> move(Handle tx, Movement movement, List<String> names, Event event) {
    var asked = movement.mixesLevels() ? barcodes.lock(tx, names) : barcodes.lockAlike(tx, names);
    movement.refusal(asked).ifPresent(refusal -> {
      throw new Stop(Refusals.envelope(refusal));
    });
    return movements.apply(tx, movement, Movement.topmost(asked), event).stream().toList();
  }

  private Event event(Event.Kind kind, Caller caller, Request request) {
    return Event.now(kind, clock.instant(), caller.sarana(), request.id());
  }

  /** Judges a whole list without changing anything: each failing barcode with its own code. */
  byte[] check(Caller caller, Params params, Request request) {
    var action = params.text("action", Limits.SHORT_LENGTH);
    long target = switch (action) {
      case "receive" -> 0;
      case "send", "return" -> params.integer("id_sarana_tujuan");
      default -> throw Stop.parameter(Sentence.invalid("action"));
    };
    Movement movement = switch (action) {
      case "receive" -> new Movement.Receive(caller.sarana());
      case "send" -> new Movement.Send(caller.sarana(), narrow(target));
      default -> new Movement.Return(caller.sarana(), target);
    };
    var names = params.oneOrMoreTexts("barcode", Limits.BARCODES_DELETED);
    return db.transaction(tx -> {
      if (movement instanceof Movement.Send && !saranas.mayReach(tx, caller.sarana(), target)) {
        throw new Stop(Refusals.unknownTarget(target));
      }
      var asked = barcodes.lock(tx, names);
      return Checked.json(asked, movement.faults(asked), names.size());
    });
  }
}
