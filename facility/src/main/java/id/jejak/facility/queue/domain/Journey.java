package id.jejak.facility.queue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A patient's way through the hospital: what happened, and what of it BPJS may be told. Immutable.
 *
 * <p>What happened is recorded whatever its time is, and nothing else ever is. BPJS takes tasks in their order, with
 * strictly rising times, on the day of service as Jakarta counts it; so a task is owed once everything before it is.
 * What cannot be told is a {@link Gap}, which is shown until somebody who knows fills it.
 *
 * @param newPatient whether the way leads through admission
 * @param serviceDay day of the visit, in Jakarta
 * @param cancelled whether the booking was cancelled
 * @param happened times by task
 * @param owed tasks that BPJS was promised
 */
public record Journey(boolean newPatient, LocalDate serviceDay, boolean cancelled, Map<Task, Instant> happened,
    Set<Task> owed) {
  /** Copies both, in the order of tasks. */
  public Journey {
    var times = new EnumMap<Task, Instant>(Task.class);
    times.putAll(happened);
    happened = times;
    var told = EnumSet.noneOf(Task.class);
    told.addAll(owed);
    owed = told;
  }

  /** Why something is not told, in the words of the desk. */
  public enum Why {
    /** Nobody recorded it, and something after it was. */
    MISSING,
    /** One before it is not told. */
    WAITS,
    /** On another day in Jakarta than the visit. */
    OFF_DAY,
    /** Not after the one before it. */
    NOT_RISING
  }

  /** A task that BPJS is not told, though something says that it should be. */
  public record Gap(Task task, Why why) {}

  /** What becomes of something that is recorded or corrected. */
  public sealed interface Decision {
    /**
     * It is recorded.
     *
     * @param now tasks that are owed from now on, in the order in which BPJS takes them
     */
    record Recorded(Journey after, List<Task> now) implements Decision {}

    /** It was recorded before, at this time. */
    record Already(Task task, Instant at) implements Decision {}

    /** The booking is cancelled, the patient absent, or has come so far that this one cannot be any more. */
    record Closed(Optional<Task> last) implements Decision {}

    /** No such step on this patient's way. */
    record NotOnTheWay(Task task) implements Decision {}

    /** A correction that BPJS would not take either. */
    record Unfit(Gap gap) implements Decision {}
  }

  /** Records what happened just now. */
  public Decision record(Task task, Instant at) {
    return closed(task).orElseGet(() -> happened.containsKey(task)
        ? new Decision.Already(task, happened.get(task)) : recorded(task, at));
  }

  /**
   * The time of something that happens now, apart from that of what came before it: BPJS counts in milliseconds, and within
   * one of them the order alone is known, so the later of two is given the next.
   */
  public Instant apart(Task task, Instant at) {
    return happened.entrySet().stream().filter(one -> one.getKey().compareTo(task) < 0).map(Map.Entry::getValue)
        .max(Instant::compareTo).filter(before -> before.toEpochMilli() == at.toEpochMilli())
        .map(before -> Instant.ofEpochMilli(before.toEpochMilli() + 1)).orElse(at);
  }

  /** Records what somebody knows to have happened, in place of nothing or of a time that BPJS was not told. */
  public Decision correct(Task task, Instant at) {
    var closed = closed(task);
    if (closed.isPresent()) {
      return closed.get();
    }
    if (owed.contains(task)) {
      return new Decision.Already(task, happened.get(task));
    }
    if (!onDay(at)) {
      return new Decision.Unfit(new Gap(task, Why.OFF_DAY));
    }
    boolean fits = happened.entrySet().stream().filter(one -> one.getKey() != task)
        .allMatch(one -> one.getKey().compareTo(task) < 0 ? rises(one.getValue(), at) : rises(at, one.getValue()));
    return fits ? recorded(task, at) : new Decision.Unfit(new Gap(task, Why.NOT_RISING));
  }

  private Optional<Decision> closed(Task task) {
    if (cancelled || happened.containsKey(Task.ABSENT) && task != Task.ABSENT) {
      return Optional.of(new Decision.Closed(last()));
    }
    if (task == Task.ABSENT) {
      return last().filter(one -> one != Task.ABSENT && one.compareTo(Task.CLINIC_WAIT) >= 0)
          .map(_ -> new Decision.Closed(last()));
    }
    return Task.way(newPatient).contains(task) ? Optional.empty() : Optional.of(new Decision.NotOnTheWay(task));
  }

  private Decision recorded(Task task, Instant at) {
    var times = new EnumMap<Task, Instant>(Task.class);
    times.putAll(happened);
    times.put(task, at);
    var after = new Journey(newPatient, serviceDay, cancelled, times, owed);
    var fresh = after.tellable().stream().filter(one -> !owed.contains(one)).toList();
    var told = EnumSet.noneOf(Task.class);
    told.addAll(owed);
    told.addAll(fresh);
    return new Decision.Recorded(new Journey(newPatient, serviceDay, cancelled, times, told), fresh);
  }

  /** Everything that BPJS would take, in order. */
  private List<Task> tellable() {
    var tellable = new ArrayList<Task>();
    var before = Instant.MIN;
    for (var task : Task.way(newPatient)) {
      var at = happened.get(task);
      if (at == null || !onDay(at) || !rises(before, at)) {
        break;
      }
      tellable.add(task);
      before = at;
    }
    var gone = happened.get(Task.ABSENT);
    if (gone != null && onDay(gone) && rises(before, gone)) {
      tellable.add(Task.ABSENT);
    }
    return tellable;
  }

  /** What is not told and why, in order. */
  public List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    var before = Instant.MIN;
    boolean whole = true;
    var last = happened.keySet().stream().filter(task -> task != Task.ABSENT).max(Task::compareTo);
    for (var task : Task.way(newPatient)) {
      var at = happened.get(task);
      if (last.isEmpty() || task.compareTo(last.get()) > 0) {
        break;
      }
      var why = at == null ? Optional.of(Why.MISSING) : !onDay(at) ? Optional.of(Why.OFF_DAY)
          : !rises(before, at) ? Optional.of(Why.NOT_RISING) : whole ? Optional.<Why>empty() : Optional.of(Why.WAITS);
      why.ifPresent(reason -> gaps.add(new Gap(task, reason)));
      whole &= why.isEmpty();
      before = at == null ? before : at;
    }
    if (happened.containsKey(Task.ABSENT) && !owed.contains(Task.ABSENT)) {
      gaps.add(new Gap(Task.ABSENT, onDay(happened.get(Task.ABSENT)) ? Why.NOT_RISING : Why.OFF_DAY));
    }
    return gaps;
  }

  /** As BPJS sees it: in milliseconds. */
  private static boolean rises(Instant before, Instant at) {
    return before == Instant.MIN || at.toEpochMilli() > before.toEpochMilli();
  }

  private boolean onDay(Instant at) {
    return Zone.WIB.date(at).equals(serviceDay);
  }

  /** The furthest task that was recorded. */
  public Optional<Task> last() {
    return happened.keySet().stream().max(Task::compareTo);
  }

  /** Whether a task was recorded. */
  public boolean has(Task task) {
    return happened.containsKey(task);
  }

  /** The task that the patient's arrival is. */
  public Task arrival() {
    return newPatient ? Task.ADMISSION_WAIT : Task.CLINIC_WAIT;
  }

  /** Whether the patient is here, or was. */
  public boolean here() {
    return last().filter(task -> task != Task.ABSENT).isPresent();
  }

  /** Whether the doctor has called, or more: too late to cancel. */
  public boolean served() {
    return last().filter(task -> task != Task.ABSENT && task.compareTo(Task.CLINIC_SERVICE) >= 0).isPresent();
  }
}
