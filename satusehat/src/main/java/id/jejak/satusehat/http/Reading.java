package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.db.Together;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.satusehat.contract.Limits;
import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.contract.ResourceTypes;
import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.ResourceStore;
import id.jejak.satusehat.store.ResourceStore.Asked;
import id.jejak.satusehat.store.Stored;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads single resources and their versions. */
final class Reading {
  private final Db db;
  private final ResourceStore store;
  private final Together<Asked, Optional<Stored>> current;

  Reading(Db db, ResourceStore store) {
    this.db = db;
    this.store = store;
    this.current = new Together<>(asked -> db.read(handle -> store.findEach(handle, asked)));
  }

  Response read(Caller caller, Request request) {
    return read(caller, type(request), request.var("rid"));
  }

  /** The current version, or what stands for it. */
  Response read(Caller caller, String type, String id) {
    var found = current.ask(new Asked(type, plain(id), caller.organization()))
        .orElseThrow(() -> db.read(handle -> missing(handle, type, id)));
    var version = new Version(found.version());
    return found.hidden() ? suppressed(version) : Replies.read(version, found.content());
  }

  Response version(Caller caller, Request request) {
    var type = type(request);
    var id = request.var("rid");
    return db.read(handle -> {
      var found = found(handle, caller, type, id);
      var asked = Version.read(request.var("vid"));
      Optional<byte[]> content = asked.isEmpty() ? Optional.empty() : asked.getAsLong() == found.version()
          ? Optional.of(found.content()) : store.past(handle, found.rid(), asked.getAsLong());
      if (content.isEmpty()) {
        throw new Stop(Refusals.notFound(type, Refusals.shown(id) + "/_history/"
            + Refusals.shown(request.var("vid"))));
      }
      var version = new Version(asked.getAsLong());
      return found.hidden() ? suppressed(version) : Replies.read(version, content.get());
    });
  }

  Response history(Caller caller, Request request) {
    var type = type(request);
    var id = request.var("rid");
    return db.read(handle -> {
      var found = found(handle, caller, type, id);
      if (found.hidden()) {
        return suppressed(new Version(found.version()));
      }
      var versions = store.versions(handle, found.rid(), Limits.VERSIONS);
      var url = Replies.outside(request) + "/" + type + "/" + id;
      var bundle = new Pieces().text("{\"entry\":[");
      for (int i = 0; i < versions.size(); i++) {
        var version = new Version(versions.get(i).version());
        bundle.text(i == 0 ? "{\"fullUrl\":" : ",{\"fullUrl\":").quoted(url).text(",\"resource\":")
            .bytes(versions.get(i).content()).text(",\"response\":{\"etag\":").quoted(version.etag())
            .text(",\"lastModified\":").quoted(version.updated()).text("}}");
      }
      return Response.json(200, bundle.text("],\"link\":[{\"relation\":\"self\",\"url\":")
          .quoted(url + "/_history").text("}],\"resourceType\":\"Bundle\",\"total\":")
          .text(Integer.toString(versions.size())).text(",\"type\":\"history\"}").toBytes());
    });
  }

  private Stored found(Handle handle, Caller caller, String type, String id) {
    return store.find(handle, type, plain(id), caller.organization())
        .orElseThrow(() -> missing(handle, type, id));
  }

  private Stop missing(Handle handle, String type, String id) {
    return new Stop(store.gone(handle, type, plain(id)).isPresent()
        ? Refusals.gone(type, Refusals.shown(id)) : Refusals.notFound(type, Refusals.shown(id)));
  }

  /** No id holds what a database cannot look for. */
  private static String plain(String id) {
    return Target.isId(id) ? id : "";
  }

  private static Response suppressed(Version version) {
    var outcome = Refusals.suppressed("");
    return Replies.read(version, outcome.json());
  }

  private static String type(Request request) {
    var type = request.var("type");
    if (!ResourceTypes.kept(type)) {
      throw new Stop(Refusals.unknownType(type));
    }
    return type;
  }

  /** Bytes put together of JSON that is ready and of texts. */
  static final class Pieces {
    private final java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(8192);

    Pieces text(String json) {
      out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    Pieces quoted(String text) {
      out.writeBytes(id.jejak.kernel.json.Json.write(text));
      return this;
    }

    Pieces bytes(byte[] json) {
      out.writeBytes(json);
      return this;
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }
}
