package id.jejak.app.wiring;

import id.jejak.kernel.part.Part;
import id.jejak.kfa.Kfa;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.satusehat.domain.rule.KfaCodes;
import id.jejak.satusehat.domain.rule.KfaLevel;
import java.util.List;
import java.util.Optional;

/** SATUSEHAT's question whether KFA has a code, asked of the KFA of the same house. Thread-safe. */
record MedicineCodes(Dictionary dictionary) implements KfaCodes {
  /** The codes of the KFA that runs already; nothing is known where there is none. */
  static KfaCodes among(List<Part> running) {
    for (var part : running) {
      if (part instanceof Kfa kfa) {
        return new MedicineCodes(kfa.dictionary());
      }
    }
    return KfaCodes.UNKNOWN;
  }

  /** Products and templates are asked for; of substances and packs the dictionary has no list. */
  @Override
  public Optional<Boolean> has(String code) {
    return KfaLevel.of(code).flatMap(level -> switch (level) {
      case PRODUCT -> Optional.of(dictionary.byCode(code).isPresent());
      case TEMPLATE -> Optional.of(!dictionary.ofTemplate(code).isEmpty());
      case SUBSTANCE, PACK -> Optional.empty();
    });
  }
}
