package id.jejak.antrean.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tasks of one booking, as far as they were told. Immutable; {@link #tell} decides, the store remembers.
 *
 * @param newPatient whether the chain begins at admission
 * @param day of the visit, in Jakarta
 * @param cancelled whether the booking was cancelled
 * @param told times by task
 */
public record Chain(boolean newPatient, LocalDate day, boolean cancelled, Map<Task, Instant> told) {
  private static final ZoneOffset JAKARTA = ZoneOffset.ofHours(7);

  /** Copies the times. */
  public Chain {
    var copy = new EnumMap<Task, Instant>(Task.class);
    copy.putAll(told);
    told = copy;
  }

  /**
   * How a chain is kept.
   *
   * @param lateness how long after the end of the visit's day a time may be told
   * @param fillGaps whether an earlier task may be told after a later one
   */
  public record Rule(Duration lateness, boolean fillGaps) {}

  /** What becomes of a task that is told. */
  public sealed interface Decision {
    /** It is stored. */
    record Stored(Chain after) implements Decision {}

    /** It was stored before. */
    record Already(Task task) implements Decision {}

    /** A later or final one is stored; this one comes no more. */
    record Closed(Task last) implements Decision {}

    /**
     * The one before is missing.
     *
     * @param missing the one that must be told first
     * @param begun whether the patient had come to admission
     */
    record Missing(Task missing, boolean begun) implements Decision {}

    /** The time is on another day than the visit. */
    record OffDay(Instant time, LocalDate day) implements Decision {}

    /** The time is not after that of an earlier task. */
    record NotRising(Task task, Instant time, Task before, Instant beforeTime) implements Decision {}

    /** The time is not before that of a later task. */
    record NotBefore(Task task, Instant time, Task later, Instant laterTime) implements Decision {}

    /** Told too long after the visit. */
    record TooLate() implements Decision {}
  }

  /**
   * Decides about a task.
   *
   * @param time when it happened
   * @param arrived when it was told
   */
  public Decision tell(Task task, Instant time, Instant arrived, Rule rule) {
    var order = order(task, rule);
    if (order.isPresent()) {
      return order.get();
    }
    if (!time.atOffset(JAKARTA).toLocalDate().equals(day)) {
      return new Decision.OffDay(time, day);
    }
    var before = before(task);
    if (before.isPresent() && !time.isAfter(before.get().getValue())) {
      return new Decision.NotRising(task, time, before.get().getKey(), before.get().getValue());
    }
    var later = after(task);
    if (later.isPresent() && !time.isBefore(later.get().getValue())) {
      return new Decision.NotBefore(task, time, later.get().getKey(), later.get().getValue());
    }
    if (arrived.isAfter(day.plusDays(1).atStartOfDay().toInstant(JAKARTA).plus(rule.lateness()))) {
      return new Decision.TooLate();
    }
    var more = new EnumMap<Task, Instant>(Task.class);
    more.putAll(told);
    more.put(task, time);
    return new Decision.Stored(new Chain(newPatient, day, cancelled, more));
  }

  private Optional<Decision> order(Task task, Rule rule) {
    if (cancelled || told.containsKey(Task.ABSENT)) {
      return Optional.of(new Decision.Closed(Task.ABSENT));
    }
    if (told.containsKey(task)) {
      return Optional.of(new Decision.Already(task));
    }
    var last = last();
    boolean begunAtClinic = last.filter(one -> one.compareTo(Task.CLINIC_WAIT) >= 0).isPresent();
    if (task == Task.ABSENT ? begunAtClinic : last.filter(one -> one.compareTo(task) > 0).isPresent()
        && !rule.fillGaps()) {
      return last.map(Decision.Closed::new);
    }
    return task.required(newPatient).filter(one -> !told.containsKey(one)).map(missing ->
        new Decision.Missing(missing, missing == Task.ADMISSION_SERVICE && told.containsKey(Task.ADMISSION_WAIT)));
  }

  /** The latest of the stored tasks, in the order of tasks. */
  public Optional<Task> last() {
    return told.keySet().stream().max(Task::compareTo);
  }

  private Optional<Map.Entry<Task, Instant>> before(Task task) {
    return told.entrySet().stream().filter(one -> one.getKey().compareTo(task) < 0)
        .max(Map.Entry.comparingByKey());
  }

  private Optional<Map.Entry<Task, Instant>> after(Task task) {
    return told.entrySet().stream().filter(one -> one.getKey().compareTo(task) > 0)
        .min(Map.Entry.comparingByKey());
  }

  /** How far the patient has come. */
  public Progress progress() {
    if (cancelled || told.containsKey(Task.ABSENT)) {
      return Progress.CANCELLED;
    }
    if (told.containsKey(Task.PHARMACY_WAIT)) {
      return Progress.SERVED;
    }
    return told.containsKey(Task.CLINIC_SERVICE) ? Progress.BEING_SERVED : Progress.WAITING;
  }

  /** How far a patient has come. */
  public enum Progress {
    /** Not called by the doctor. */
    WAITING,
    /** With the doctor. */
    BEING_SERVED,
    /** Done at the clinic. */
    SERVED,
    /** Cancelled, or never came. */
    CANCELLED
  }
}
