package id.jejak.app.conformance.rule;

import id.jejak.antrean.domain.Chain.Decision;
import id.jejak.antrean.domain.Task;
import id.jejak.app.conformance.Evidence;
import id.jejak.app.conformance.Judgement;
import id.jejak.app.conformance.Traffic;
import id.jejak.app.conformance.Words;
import id.jejak.app.conformance.rule.Journey.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The chain of tasks of each booking: its order, its times, and whether whole chains were shown. */
final class TaskRules {
  private static final String SOURCE = "Katalog WS Antrean, Update Waktu Antrean";
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private TaskRules() {}

  static List<Rule> all() {
    return List.of(
        each("antrean.order", new Words("Task dikirim berurutan dari awal", "Tasks are told in order, from the first"),
            new Words("1-2-3-4-5-6-7 pasien baru, 3-4-5-6-7 pasien lama; 99 hanya sebelum 3", "1-2-3-4-5-6-7 for new"
                + " patients, 3-4-5-6-7 for old ones; 99 only before 3"), TaskRules::order),
        each("antrean.rising", new Words("Waktu task naik", "Times of tasks rise"),
            new Words("Waktu setiap task sesudah waktu task sebelumnya, tidak sama", "Each task's time is after that of"
                + " the one before, not equal"), TaskRules::rising),
        each("antrean.day", new Words("Waktu task pada tanggal pelayanan", "Times of tasks lie on the day of service"),
            new Words("Tanggal (WIB) sama dengan tanggalperiksa", "The date (WIB) is that of tanggalperiksa"),
            TaskRules::day),
        each("antrean.late", new Words("Task dikirim paling lambat H+7", "Tasks are told within seven days"),
            new Words("Terkirim sampai tujuh hari sesudah pelayanan", "Told up to seven days after the visit"),
            TaskRules::late),
        each("antrean.future", new Words("Tidak ada waktu yang belum terjadi", "No time that has not come yet"),
            new Words("waktu tidak lebih dari satu menit sesudah X-timestamp", "waktu is at most a minute after"
                + " X-timestamp"), TaskRules::future),
        shown("antrean.chain.old", "Rangkaian pasien lama: task 3, 4, 5", "An old patient's chain: tasks 3, 4, 5",
            one -> !one.newPatient() && one.has(Task.CLINIC_WAIT, Task.CLINIC_SERVICE, Task.PHARMACY_WAIT)),
        shown("antrean.chain.new", "Rangkaian pasien baru: task 1 sampai 5", "A new patient's chain: tasks 1 to 5",
            one -> one.has(Task.ADMISSION_WAIT, Task.ADMISSION_SERVICE, Task.CLINIC_WAIT, Task.CLINIC_SERVICE,
                Task.PHARMACY_WAIT)),
        shown("antrean.chain.pharmacy", "Farmasi: task 6 dan 7", "The pharmacy: tasks 6 and 7",
            one -> one.has(Task.PHARMACY_SERVICE, Task.MEDICINE_READY)),
        shown("antrean.chain.absent", "Pasien tidak hadir: task 99", "A patient who does not come: task 99",
            one -> one.has(Task.ABSENT)));
  }

  private static Rule each(String id, Words scenario, Words expected, Function<Told, Optional<Words>> breach) {
    return Rule.of(id, scenario, Words.same("POST /antrean/updatewaktu"), expected, SOURCE, traffic -> {
      var told = Journey.of(traffic).stream().flatMap(journey -> journey.told().stream()).toList();
      var broken = new ArrayList<Evidence>();
      told.forEach(one -> breach.apply(one).ifPresent(why -> broken.add(Evidence.of(one.exchange(), why))));
      return told.isEmpty() ? Judgement.notExercised() : broken.isEmpty()
          ? Judgement.each(told.stream().map(Told::exchange).toList(), _ -> Optional.empty())
          : Judgement.failed(told.size(), broken);
    });
  }

  private static Rule shown(String id, String indonesian, String english, Predicate<Journey> which) {
    return Rule.of(id, new Words(indonesian, english), Words.same("POST /antrean/updatewaktu"),
        new Words("Semua task diterima BPJS", "BPJS has all of these tasks"), SOURCE, traffic -> shown(traffic, which));
  }

  private static Judgement shown(Traffic traffic, Predicate<Journey> which) {
    var found = Journey.of(traffic).stream().filter(journey -> !journey.told().isEmpty()).filter(which).toList();
    return found.isEmpty() ? Judgement.notExercised() : Judgement.passed(found.getFirst().told().getLast().exchange(),
        new Words(found.size() + " booking.", found.size() + " bookings."));
  }

  private static Optional<Words> order(Told told) {
    return switch (told.decision()) {
      case Decision.Missing(var missing, _) -> Optional.of(new Words("task " + told.task().id() + " dikirim, task "
          + missing.id() + " belum", "task " + told.task().id() + " was told before task " + missing.id()));
      case Decision.Closed(var last) -> Optional.of(new Words("task " + told.task().id() + " dikirim sesudah task "
          + last.id() + " atau pembatalan", "task " + told.task().id() + " was told after task " + last.id()
          + " or a cancellation"));
      case Decision.Stored _, Decision.Already _, Decision.OffDay _, Decision.NotRising _, Decision.NotBefore _,
          Decision.TooLate _ -> Optional.empty();
    };
  }

  private static Optional<Words> rising(Told told) {
    return switch (told.decision()) {
      case Decision.NotRising(var task, _, var before, _) -> Optional.of(new Words("waktu task " + task.id() + " tidak"
          + " sesudah waktu task " + before.id(), "the time of task " + task.id() + " is not after that of task "
          + before.id()));
      case Decision.NotBefore(var task, _, var later, _) -> Optional.of(new Words("waktu task " + task.id() + " tidak"
          + " sebelum waktu task " + later.id(), "the time of task " + task.id() + " is not before that of task "
          + later.id()));
      case Decision.Stored _, Decision.Already _, Decision.OffDay _, Decision.Missing _, Decision.Closed _,
          Decision.TooLate _ -> Optional.empty();
    };
  }

  private static Optional<Words> day(Told told) {
    return told.decision() instanceof Decision.OffDay(_, var day) ? Optional.of(new Words("waktu bukan pada " + day,
        "the time is not on " + day)) : Optional.empty();
  }

  private static Optional<Words> late(Told told) {
    return told.decision() instanceof Decision.TooLate ? Optional.of(new Words("lebih dari H+7",
        "more than seven days after the visit")) : Optional.empty();
  }

  private static Optional<Words> future(Told told) {
    return told.time().isAfter(told.arrived().plus(AHEAD)) ? Optional.of(new Words("waktu belum terjadi saat dikirim",
        "the time had not come when it was told")) : Optional.empty();
  }
}
