package id.jejak.antrean.http;

import id.jejak.antrean.contract.Envelope;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.TaskName;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.contract.Words;
import id.jejak.antrean.contract.wire.TaskRow;
import id.jejak.antrean.domain.Chain;
import id.jejak.antrean.domain.Chain.Decision;
import id.jejak.antrean.domain.Task;
import id.jejak.antrean.store.BookingStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What happened to patients: told task by task, and listed. Thread-safe. */
final class Tasks {
  private static final int LAST_NUMBER = 999_999;

  private final Db db;
  private final BookingStore bookings;
  private final Chain.Rule rule;
  private final InstantSource clock;

  private record Asked(String hospital, String code, Task task, Instant time, Optional<String> prescription) {}

  Tasks(Db db, BookingStore bookings, Options options, InstantSource clock) {
    this.db = db;
    this.bookings = bookings;
    this.rule = new Chain.Rule(Duration.ofDays(Limits.DAYS_AFTER), options.fillGaps());
    this.clock = clock;
  }

  Reply update(Caller caller, Params params) {
    var code = params.text("kodebooking", Limits.BOOKING_LENGTH);
    int id = params.integer("taskid", -LAST_NUMBER, LAST_NUMBER);
    var task = Task.of(id).orElseThrow(() -> Stop.with(Message.TASK_UNKNOWN, Integer.toString(id)));
    var time = params.millis("waktu");
    var prescription = params.textOrEmpty("jenisresep", Limits.CODE_LENGTH)
        .map(word -> Words.among(Words.PRESCRIPTIONS, word)
            .orElseThrow(() -> Stop.with(Message.PRESCRIPTION_UNKNOWN)));
    var asked = new Asked(caller.hospital(), code, task, time, prescription);
    return db.ending(tx -> tell(tx, asked));
  }

  private Db.Ending<Reply> tell(Handle tx, Asked asked) {
    var chain = bookings.lock(tx, asked.hospital(), asked.code())
        .orElseThrow(() -> Stop.with(Message.BOOKING_UNKNOWN));
    var now = clock.instant();
    var decision = chain.tell(asked.task(), asked.time(), now, rule);
    if (!(decision instanceof Decision.Stored)) {
      throw new Stop(worded(decision));
    }
    var last = new ArrayList<Sql.Call>();
    asked.prescription().ifPresent(kind -> last.add(bookings.prescription(tx, asked.hospital(), asked.code(), kind)));
    last.add(bookings.task(tx, asked.hospital(), asked.code(), new BookingStore.Told(asked.task(), asked.time(), now)));
    return new Db.Ending<>(last, Reply.done(Message.OK));
  }

  private static Envelope worded(Decision decision) {
    return switch (decision) {
      case Decision.Stored _ -> Envelope.of(Message.OK);
      case Decision.Already(var task) -> Envelope.of(Message.TASK_STORED, id(task));
      case Decision.Closed(var last) -> Envelope.of(Message.TASK_LAST, id(last));
      case Decision.Missing(var missing, var begun) -> begun ? Envelope.of(Message.TASK_GAP)
          : Envelope.of(Message.TASK_MISSING, id(missing));
      case Decision.OffDay(var time, var day) ->
          Envelope.of(Message.TIME_OFF_DAY, WibText.refusal(time), day.toString());
      case Decision.NotRising(var task, var time, var before, var beforeTime) -> Envelope.of(Message.TIME_NOT_RISING,
          id(task), WibText.refusal(time), id(before), WibText.refusal(beforeTime));
      case Decision.NotBefore(var task, var time, var later, var laterTime) -> Envelope.of(Message.TIME_AFTER_LATER,
          id(task), WibText.refusal(time), id(later), WibText.refusal(laterTime));
      case Decision.TooLate _ -> Envelope.of(Message.TOO_LATE);
    };
  }

  private static String id(Task task) {
    return Integer.toString(task.id());
  }

  Reply list(Caller caller, Params params) {
    var code = params.text("kodebooking", Limits.BOOKING_LENGTH);
    return db.read(handle -> {
      var told = bookings.tasks(handle, caller.hospital(), code);
      if (told.isEmpty() && !bookings.exists(handle, caller.hospital(), code)) {
        throw Stop.with(Message.BOOKING_UNKNOWN);
      }
      return new Reply.Rows(Message.OK_IN_CAPITALS, told.stream().map(one ->
          new TaskRow(WibText.list(one.happened()), WibText.list(one.told()), TaskName.of(one.task().id()),
              one.task().id(), code)).toList());
    });
  }
}
