package id.jejak.app.web.console;

import id.jejak.app.Version;
import id.jejak.app.docs.SystemDocs;
import id.jejak.app.sandbox.traffic.Explained;
import id.jejak.app.web.WorldList;
import id.jejak.app.web.ground.Asked;
import id.jejak.app.web.jte.JtehomeGenerated;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The front page: what is served here, what of each document, whom to be in the demo world, and what happens now. */
public final class HomePages {
  private static final int LATEST = 8;

  private final Supplier<List<SystemDocs>> docs;
  private final List<Mount> mounts;
  private final Supplier<Map<String, Object>> world;
  private final Supplier<List<Explained>> traffic;
  private @Nullable List<SystemCard> cards;

  /**
   * A page about some systems.
   *
   * @param docs asked when the page is first shown
   * @param world the demo world by part; empty when there is none
   * @param traffic the latest requests, newest first
   */
  public HomePages(Supplier<List<SystemDocs>> docs, List<Mount> mounts, Supplier<Map<String, Object>> world,
      Supplier<List<Explained>> traffic) {
    this.docs = docs;
    this.mounts = List.copyOf(mounts);
    this.world = world;
    this.traffic = traffic;
  }

  /** The page. */
  public Response show(Asked asked) {
    var host = asked.request().header("Host").filter(name -> name.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"))
        .orElse("localhost");
    var model = new HomeModel(Version.text(), "http://" + host, cards(), WorldList.of(world.get()),
        traffic.get().stream().limit(LATEST).toList(),
        mounts.stream().filter(mount -> !mount.name().matches("docs|app|console")).map(mount ->
            new HomeModel.Mounted(mount.name(), mount.bases(), mount.routes().size())).toList());
    return asked.html(out -> JtehomeGenerated.render(out, null, asked.page(), model));
  }

  /** Only of systems that run here: a house may have none of the documented ones. */
  private synchronized List<SystemCard> cards() {
    var made = cards;
    if (made == null) {
      var served = mounts.stream().flatMap(mount -> mount.routes().stream()).map(route -> route.operation().id())
          .collect(java.util.stream.Collectors.toSet());
      made = docs.get().stream().filter(one -> one.operations().stream().anyMatch(op -> served.contains(op.id())))
          .map(SystemCard::of).toList();
      cards = made;
    }
    return made;
  }
}
