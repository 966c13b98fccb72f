package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.Envelope;
import id.jejak.ttac.contract.Limits;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.domain.Transit;
import id.jejak.ttac.store.PendingStore;
import id.jejak.ttac.store.SaranaStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.core.JsonGenerator;

/** The dashboard's data: the token's end, with the warning that the document promises, and what is pending. */
final class Board {
  private final Db db;
  private final SaranaStore saranas;
  private final PendingStore pendings;
  private final InstantSource clock;

  Board(Db db, SaranaStore saranas, PendingStore pendings, InstantSource clock) {
    this.db = db;
    this.saranas = saranas;
    this.pendings = pendings;
    this.clock = clock;
  }

  byte[] show(Caller caller, Params params, Request request) {
    return db.read(handle -> {
      var sarana = saranas.byId(handle, caller.sarana()).orElseThrow();
      var counts = pendings.count(handle, caller.sarana());
      return Envelope.of(Code.E000).json(out -> {
        out.writeStartObject();
        token(out, caller.tokenEnds());
        out.writeName("pending");
        out.writeStartObject();
        out.writeNumberProperty("total", counts.values().stream().mapToLong(Long::longValue).sum());
        for (var kind : Transit.Kind.values()) {
          out.writeNumberProperty(kind.word(), counts.getOrDefault(kind, 0L));
        }
        out.writeEndObject();
        out.writeName("sarana");
        out.writeStartObject();
        out.writeNumberProperty("id", sarana.id());
        out.writeStringProperty("nama_sarana", sarana.name());
        out.writeStringProperty("alamat", sarana.address());
        out.writeBooleanProperty("status", sarana.active());
        out.writeEndObject();
        out.writeEndObject();
      });
    });
  }

  private void token(JsonGenerator out, Instant ends) {
    var left = Duration.between(clock.instant(), ends);
    boolean warning = left.compareTo(Limits.TOKEN_NOTICE) <= 0;
    out.writeName("token");
    out.writeStartObject();
    out.writeStringProperty("expires_at", ends.toString());
    out.writeStringProperty("berakhir", WibText.dateTime(ends) + " WIB");
    out.writeNumberProperty("days_left", left.toDays());
    out.writeBooleanProperty("warning", warning);
    out.writeStringProperty("notice", warning ? "Token berakhir pada " + WibText.dateTime(ends)
        + " WIB. Lakukan login ulang untuk memperoleh token baru." : null);
    out.writeEndObject();
  }
}
