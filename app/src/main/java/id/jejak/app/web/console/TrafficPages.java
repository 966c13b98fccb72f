package id.jejak.app.web.console;

import id.jejak.app.sandbox.traffic.Explainer;
import id.jejak.app.sandbox.traffic.Recorder;
import id.jejak.app.sandbox.traffic.Replay;
import id.jejak.app.sandbox.traffic.Search;
import id.jejak.app.sandbox.traffic.Seen;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.JtemessageGenerated;
import id.jejak.app.web.jte.JterequestGenerated;
import id.jejak.app.web.jte.JterowsGenerated;
import id.jejak.app.web.jte.JtetrafficGenerated;
import id.jejak.kernel.http.Response;
import java.util.Optional;

/** The inspector: requests as they come, searchable; one of them with what decided it; the same once more. */
public final class TrafficPages {
  private static final int SHOWN = 100;
  private static final int LATEST = 8;

  private final Recorder recorder;
  private final Explainer explainer;
  private final Replay replay;

  /** Pages over what was seen. */
  public TrafficPages(Recorder recorder, Explainer explainer, Replay replay) {
    this.recorder = recorder;
    this.explainer = explainer;
    this.replay = replay;
  }

  /** The list, or only its rows. */
  public Response list(Asked asked) {
    var found = search(asked).in(recorder, explainer);
    return asked.piece()
        ? asked.html(out -> JterowsGenerated.render(out, null, found))
        : asked.html(out -> JtetrafficGenerated.render(out, null, asked.page(), explainer.systems(), found, asked,
            Recorder.KEPT));
  }

  private static Search search(Asked asked) {
    return new Search(asked.field("system"), asked.field("operation"), asked.field("status"),
        asked.field("refused").isPresent(), asked.field("q"),
        asked.field("latest").isPresent() ? LATEST : SHOWN);
  }

  /** One request, whole. */
  public Response one(Asked asked) {
    return find(asked).map(seen -> show(asked, seen)).orElseGet(() -> gone(asked));
  }

  private Response show(Asked asked, Seen seen) {
    return asked.html(out -> JterequestGenerated.render(out, null, asked.page(), explainer.explain(seen),
        Replay.whole(seen)));
  }

  /** Asks the same once more, and shows that. */
  public Response again(Asked asked) {
    return find(asked).flatMap(replay::again).map(seen -> asked.see("/console/traffic/" + seen.number()))
        .orElseGet(() -> gone(asked));
  }

  /** Forgets all. */
  public Response forget(Asked asked) {
    recorder.forget();
    return asked.see("/console/traffic");
  }

  private Optional<Seen> find(Asked asked) {
    return Optional.of(asked.request().var("number")).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong)
        .flatMap(recorder::find);
  }

  private static Response gone(Asked asked) {
    var page = asked.page();
    return asked.html(404, out -> JtemessageGenerated.render(out, null, page,
        page.say("Permintaan tidak tersimpan lagi", "Request not kept any more"),
        page.say("Hanya permintaan terakhir yang disimpan, dan yang terlalu panjang tidak dapat diulang.",
            "Only the latest requests are kept, and one that is too long cannot be repeated.")));
  }
}
