package id.jejak.satusehat.http;

import id.jejak.satusehat.store.PrescriptionStore.Sought;
import id.jejak.satusehat.store.PrescriptionStore.Trace;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers of eresep with everything that they were made of. One is given again only after the database was asked
 * whether it is still made of the same versions of the same resources (docs/decisions/0323). Thread-safe.
 */
final class EresepMemory {
  private static final int MOST = 1_000;
  private static final int LONGEST = 32 * 1024;

  private final ConcurrentHashMap<String, Answer> answers = new ConcurrentHashMap<>();

  /**
   * An answer.
   *
   * @param sought its resources other than dispenses by number, those that were looked for and not there by name, and its
   *     dispenses by index term
   * @param traces versions of all that was found
   * @param day in Jakarta, since an age stands in the answer
   */
  record Answer(Sought sought, Set<Trace> traces, LocalDate day, byte[] json) {
    /** Copies the set. */
    Answer {
      traces = Set.copyOf(traces);
    }
  }

  /** The answer to a number on a day, which may be outdated. */
  Optional<Answer> of(String number, LocalDate day) {
    return Optional.ofNullable(answers.get(number)).filter(answer -> answer.day().equals(day));
  }

  /** Remembers an answer, unless it is too long. */
  void keep(String number, Answer answer) {
    if (answer.json().length + 64 * (answer.traces().size() + answer.sought().names().size()) > LONGEST) {
      answers.remove(number);
      return;
    }
    if (answers.size() >= MOST && !answers.containsKey(number)) {
      answers.clear();
    }
    answers.put(number, answer);
  }
}
