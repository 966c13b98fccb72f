package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.contract.Finding;
import id.jejak.satusehat.contract.Finding.Weight;
import id.jejak.satusehat.contract.Refusals;
import java.util.ArrayList;
import java.util.List;

/** Collects what was found, up to a limit. For one thread. */
final class Report {
  /** Findings that are told of one request. */
  static final int MOST = 200;
  private static final int SHOWN = 100;

  private final List<Finding> findings = new ArrayList<>();

  /**
   * Words for what is wrong.
   *
   * @param rule number in the dictionary, or in the pharmacy document
   */
  record Words(String rule, String indonesian, String english) {}

  void broken(Words words, String path, String expected, String received) {
    add(Weight.BROKEN, words, path, expected, received);
  }

  void noted(Words words, String path, String expected, String received) {
    add(Weight.NOTED, words, path, expected, received);
  }

  private void add(Weight weight, Words words, String path, String expected, String received) {
    add(new Finding(weight, words.rule, path, expected, shown(received), words.indonesian, words.english));
  }

  void add(Finding finding) {
    if (findings.size() < MOST) {
      findings.add(finding);
    }
  }

  private static String shown(String received) {
    var text = received.isEmpty() ? "-" : Refusals.shown(received);
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
