package id.jejak.app.web;

import static id.jejak.app.web.Html.escape;

import id.jejak.app.Version;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The front page: what is served here and, in a demo world, which accounts to try. Made anew for each reader. */
public final class HomePage {
  /** Rows of one table of the demo world; the rest is one link away. */
  private static final int MOST_ROWS = 8;
  private static final String STYLE = "/id/jejak/app/web/jejak.css";

  private final List<Mount> mounts;
  private final Supplier<Map<String, Object>> world;

  /**
   * A page about some systems.
   *
   * @param world the demo world by part; empty when there is none
   */
  public HomePage(List<Mount> mounts, Supplier<Map<String, Object>> world) {
    this.mounts = List.copyOf(mounts);
    this.world = world;
  }

  Response page() {
    var html = new StringBuilder(4096);
    html.append("""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Jejak</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/jejak.css">
        <main>
        <h1>Jejak</h1>
        <p>Follows a medicine from the distributor's barcode to the patient's hand. Version %s.</p>
        """.formatted(escape(Version.text())));
    systems(html);
    world(html);
    html.append("""
        <h2>For operators</h2>
        <ul>
        <li><a href="/health">/health</a> says whether all that is needed is there
        <li><a href="/metrics">/metrics</a> counts and times, for Prometheus
        </ul>
        </main>
        """);
    return Html.page(200, html.toString());
  }

  Response style() {
    try (var in = HomePage.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException(STYLE + " is missing from the class path: build again");
      }
      return Html.file("text/css; charset=utf-8", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void systems(StringBuilder html) {
    html.append("<h2>Served here</h2>\n");
    if (mounts.isEmpty()) {
      html.append("<p>No system is running.</p>\n");
      return;
    }
    html.append("<table>\n<tr><th>System<th>Below<th>Operations\n");
    for (var mount : mounts) {
      html.append("<tr><td>").append(escape(mount.name())).append("<td>");
      mount.bases().forEach(base -> html.append("<code>").append(escape(base)).append("</code> "));
      html.append("<td>").append(mount.routes().size()).append('\n');
    }
    html.append("</table>\n");
    if (mounts.stream().anyMatch(mount -> mount.bases().contains("/docs"))) {
      html.append("<p><a href=\"/docs\">Reference</a>: every operation, with its answers and refusals.</p>\n");
    }
  }

  private void world(StringBuilder html) {
    var parts = world.get();
    if (parts.isEmpty()) {
      return;
    }
    html.append("<h2>To try</h2>\n<p>A demo world, the same on every machine; all of it is at "
        + "<a href=\"/sandbox/world\">/sandbox/world</a>.</p>\n");
    for (var list : WorldList.of(parts)) {
      html.append("<h3>").append(escape(list.name())).append("</h3>\n<table>\n<tr>");
      list.columns().forEach(column -> html.append("<th>").append(escape(column)));
      html.append('\n');
      for (var row : list.rows().subList(0, Math.min(MOST_ROWS, list.rows().size()))) {
        html.append("<tr>");
        list.columns().forEach(column -> html.append("<td>").append(escape(row.getOrDefault(column, ""))));
        html.append('\n');
      }
      html.append("</table>\n");
    }
  }
}
