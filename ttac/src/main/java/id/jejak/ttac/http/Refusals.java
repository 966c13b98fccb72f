package id.jejak.ttac.http;

import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Sentence;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Refusal;
import java.util.List;

/** The one place where a refusal gets its code and its words. */
final class Refusals {
  private Refusals() {}

  static Envelope envelope(Refusal refusal) {
    return envelope(refusal, List.of());
  }

  /** @param names the list that was asked, for refusals that name an element by its place */
  static Envelope envelope(Refusal refusal, List<String> names) {
    return switch (refusal) {
      case Refusal.NotFound(var barcode) -> Envelope.about(Code.E013, barcode);
      case Refusal.MixedLevels() -> Envelope.parameter(Sentence.mixedLevels());
      case Refusal.Unfit() -> Envelope.of(Code.E018);
      case Refusal.AlreadyReceived(var barcode) -> Envelope.about(Code.E024, barcode);
      case Refusal.NotHere() -> Envelope.of(Code.E014);
      case Refusal.AlreadySent(var level, var barcode) ->
          Envelope.about(level == Level.SEKUNDER ? Code.E016 : Code.E017, barcode);
      case Refusal.NotActive(var barcode) -> Envelope.about(Code.E015, barcode);
      case Refusal.NoChild(var barcode) -> Envelope.about(Code.E023, barcode);
      case Refusal.UnknownTarget(var target) -> unknownTarget(target);
      case Refusal.HolderTooLow() -> Envelope.parameter(Sentence.invalid("parent"));
      case Refusal.HolderOfOtherLevel() -> Envelope.parameter(Sentence.invalid("parent_type"));
      case Refusal.NotBelow(var barcode) -> Envelope.parameter(Sentence.invalid("child." + names.indexOf(barcode)));
      case Refusal.InOtherHolder(var barcode) ->
          Envelope.parameter(Sentence.taken("child." + names.indexOf(barcode)));
      case Refusal.WrongTarget(var sender, var target) -> new Envelope(Code.E061, Code.E061.message()
          .replace("{s}", Integer.toString(sender)).replace("{r}", Long.toString(target)));
    };
  }

  static Envelope unknownTarget(long target) {
    return new Envelope(Code.E031, Code.E031.message().replace("{id}", Long.toString(target)));
  }
}
