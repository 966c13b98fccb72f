package id.jejak.facility.queue.remote;

import id.jejak.antrean.client.BpjsClient;
import id.jejak.antrean.contract.Message;
import id.jejak.antrean.contract.wire.TaskRow;
import id.jejak.delivery.Ledger;
import id.jejak.facility.queue.contract.Debt;
import id.jejak.facility.queue.store.BookingStore;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A day of the hospital's queue on both sides: of each booking, the tasks that BPJS was promised, and those that it
 * shows. Bookings that only BPJS has are not looked for. Thread-safe; asks BPJS once for each booking.
 */
public final class BpjsLedger implements Ledger {
  private final Db db;
  private final BookingStore bookings;
  private final String facility;
  private final BpjsLine line;

  /**
   * A ledger over the queue's own tables.
   *
   * @param facility the hospital's code, as parcels have it
   */
  public BpjsLedger(Db db, BookingStore bookings, String facility, BpjsLine line) {
    this.db = db;
    this.bookings = bookings;
    this.facility = facility;
    this.line = line;
  }

  @Override
  public String remote() {
    return Debt.REMOTE;
  }

  @Override
  public List<Entry> here(LocalDate day) {
    return db.read(handle -> bookings.promised(handle, day)).stream().map(one -> entry(one.code(), one.tasks())).toList();
  }

  private Entry entry(String code, Collection<Integer> tasks) {
    return new Entry(facility, code, Debt.TASK, tasks.stream().distinct().sorted().map(String::valueOf)
        .collect(Collectors.joining(" ")));
  }

  @Override
  public Optional<List<Entry>> there(LocalDate day) {
    return line.client().flatMap(client -> there(client, here(day)));
  }

  private Optional<List<Entry>> there(BpjsClient client, List<Entry> here) {
    var found = new ArrayList<Entry>();
    for (var one : here) {
      switch (client.tasks(one.key())) {
        case Answer.Done<List<TaskRow>>(var rows, _) ->
            found.add(entry(one.key(), rows.stream().map(TaskRow::taskid).toList()));
        case Answer.Refused<List<TaskRow>>(_, var message)
            when message.equalsIgnoreCase(Message.BOOKING_UNKNOWN.text()) -> { }
        case Answer.Refused<List<TaskRow>> _, Answer.Later<List<TaskRow>> _, Answer.Unknown<List<TaskRow>> _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(found.stream().filter(entry -> !entry.said().isEmpty()).toList());
  }
}
