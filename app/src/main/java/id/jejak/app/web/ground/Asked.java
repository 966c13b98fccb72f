package id.jejak.app.web.ground;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import id.jejak.kernel.http.Form;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A page that was asked for, or a form that was sent.
 *
 * @param fields of the query, or of the form that was sent
 * @param file that came with the form
 */
public record Asked(Request request, Page page, Visitor visitor, Map<String, List<String>> fields,
    Optional<Upload> file) {
  /** The first value of a field, without blanks around it; empty when it is missing or blank. */
  public Optional<String> field(String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst().map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A whole number of a field, or another value when it is none. */
  public int number(String name, int otherwise) {
    return field(name).filter(text -> text.matches("-?\\d{1,9}")).map(Integer::parseInt).orElse(otherwise);
  }

  /** True when only a piece of the page is wanted, in place of one that is shown. */
  public boolean piece() {
    return request.header("HX-Request").isPresent();
  }

  /** An answer from a template, which is given the place to write to. */
  public Response html(Consumer<HtmlTemplateOutput> template) {
    return html(200, template);
  }

  /** An answer from a template. */
  public Response html(int status, Consumer<HtmlTemplateOutput> template) {
    var bytes = new Utf8ByteOutput();
    template.accept(new OwaspHtmlTemplateOutput(bytes));
    return Response.of(status, "text/html; charset=utf-8", bytes.toByteArray());
  }

  /** Sends the browser to another page of ours. */
  public Response see(String path) {
    return new Response(303, Headers.of("Location", path), new Response.Content.Bytes(new byte[0]));
  }

  /** The same for a browser that may have asked for a piece only: the whole page changes. */
  public Response go(String path) {
    return piece() ? Response.of(200, "text/html; charset=utf-8", "").with("HX-Redirect", path) : see(path);
  }

  static Map<String, List<String>> query(Request request) {
    return Form.urlencoded(request.query());
  }
}
