package id.jejak.antrean.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.Map;

/** What the tasks are called in {@code getlisttask}. */
@Source(grade = Grade.CERTAIN, ref = "slides of May 2021, Update Waktu Tunggu and Get Waktu Task Id", seen = "2026-11")
public final class TaskName {
  private static final Map<Integer, String> NAMES = Map.of(
      1, "mulai waktu tunggu admisi",
      2, "akhir waktu tunggu admisi/mulai waktu layan admisi",
      3, "akhir waktu layan admisi/mulai waktu tunggu poli",
      4, "akhir waktu tunggu poli/mulai waktu layan poli",
      5, "akhir waktu layan poli/mulai waktu tunggu farmasi",
      6, "akhir waktu tunggu farmasi/mulai waktu layan farmasi membuat obat",
      7, "akhir waktu obat selesai dibuat",
      99, "tidak hadir/batal");

  private TaskName() {}

  /** The name of a task. */
  public static String of(int taskId) {
    var name = NAMES.get(taskId);
    if (name == null) {
      throw new IllegalArgumentException("no such task: " + taskId);
    }
    return name;
  }
}
