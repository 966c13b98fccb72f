package id.jejak.satusehat.http;

import id.jejak.satusehat.store.PrescriptionStore.Trace;
import id.jejak.satusehat.store.ResourceStore.Named;
import java.time.LocalDate;
import java.util.List;
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
   * @param rids numbers of its resources, other than dispenses
   * @param missing names of resources that were looked for and not there
   * @param terms index terms of the dispenses that were looked for
   * @param traces versions of all that was found
   * @param day in Jakarta, since an age stands in the answer
   */
  record Answer(List<Long> rids, List<Named> missing, List<Long> terms, Set<Trace> traces, LocalDate day,
      byte[] json) {
    /** Copies the lists. */
    Answer {
      rids = List.copyOf(rids);
      missing = List.copyOf(missing);
      terms = List.copyOf(terms);
      traces = Set.copyOf(traces);
    }
  }

  /** The answer to a number on a day, which may be outdated. */
  Optional<Answer> of(String number, LocalDate day) {
    return Optional.ofNullable(answers.get(number)).filter(answer -> answer.day().equals(day));
  }

  /** Remembers an answer, unless it is too long. */
  void keep(String number, Answer answer) {
    if (answer.json().length + 64 * (answer.traces().size() + answer.missing().size()) > LONGEST) {
      answers.remove(number);
      return;
    }
    if (answers.size() >= MOST && !answers.containsKey(number)) {
      answers.clear();
    }
    answers.put(number, answer);
  }
}
