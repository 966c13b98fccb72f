package id.jejak.kfa.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.Limits;
import id.jejak.kfa.store.ChangeStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The feed of changes, which the real service does not have. Thread-safe. */
final class Changes {
  private final Db db;
  private final ChangeStore store;

  Changes(Db db, ChangeStore store) {
    this.db = db;
    this.store = store;
  }

  Response list(Request request) {
    return Query.answer(request, query -> {
      long since = query.number("since", 0, 0, Long.MAX_VALUE);
      int limit = (int) query.number("limit", Limits.CHANGES_DEFAULT, 1, Limits.CHANGES_MOST);
      return query.unlessFaulty(() -> {
        var found = db.read(handle -> store.after(handle, since, limit + 1));
        boolean more = found.size() > limit;
        return Response.json(200, json(since, more ? found.subList(0, limit) : found, more));
      });
    });
  }

  private static byte[] json(long since, List<ChangeStore.Change> changes, boolean more) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeNumberProperty("since", since);
      out.writeNumberProperty("next", changes.isEmpty() ? since : changes.getLast().seq());
      out.writeBooleanProperty("more", more);
      out.writeArrayPropertyStart("changes");
      changes.forEach(change -> {
        out.writeStartObject();
        out.writeNumberProperty("seq", change.seq());
        out.writeStringProperty("at", change.at().toString());
        out.writeStringProperty("what", change.what());
        out.writeStringProperty("subject", change.subject());
        text(out, "kfa_code", change.code());
        out.writeStringProperty("name", change.name());
        text(out, "before", change.before());
        text(out, "after", change.after());
        out.writeEndObject();
      });
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void text(JsonGenerator out, String name, @Nullable String text) {
    if (text == null) {
      out.writeNullProperty(name);
    } else {
      out.writeStringProperty(name, text);
    }
  }
}
