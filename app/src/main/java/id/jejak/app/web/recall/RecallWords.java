package id.jejak.app.web.recall;

import id.jejak.app.web.ground.Page;

/** What states of packs are called. Stateless. */
final class RecallWords {
  private RecallWords() {}

  static String state(Page page, String state) {
    return switch (state) {
      case "shelf" -> page.say("di rak", "on shelves");
      case "opened" -> page.say("terbuka", "opened");
      case "quarantine" -> page.say("dikarantina", "kept apart");
      case "used" -> page.say("habis diserahkan", "dispensed");
      case "sent" -> page.say("terkirim", "sent");
      case "missing" -> page.say("hilang", "missing");
      default -> state;
    };
  }
}
