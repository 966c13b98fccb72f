package id.jejak.ttac.http;

import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.domain.Asked;
import id.jejak.ttac.domain.Refusal;
import java.util.List;
import java.util.Optional;

/** The answer of the dry run. */
final class Checked {
  private Checked() {}

  static byte[] json(List<Asked> asked, List<Optional<Refusal>> faults, int given) {
    return Envelope.of(Code.E000).json(out -> {
      long failing = faults.stream().filter(Optional::isPresent).count();
      out.writeStartObject();
      out.writeNumberProperty("total", given);
      out.writeNumberProperty("distinct", asked.size());
      out.writeNumberProperty("ok", asked.size() - failing);
      out.writeName("failing");
      out.writeStartArray();
      for (int i = 0; i < asked.size(); i++) {
        if (faults.get(i).isPresent()) {
          var envelope = Refusals.envelope(faults.get(i).get());
          out.writeStartObject();
          out.writeStringProperty("barcode", asked.get(i).barcode());
          out.writeStringProperty("statusCode", envelope.code().name());
          out.writeStringProperty("message", envelope.message());
          out.writeEndObject();
        }
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }
}
