package id.jejak.kernel.http;

/** Something wrapped around a handler: recording, faults, limits. Works alike for servers and clients. */
@FunctionalInterface
public interface Filter {
  /** Answers the request, usually by asking {@code next}. */
  Response apply(Request request, Handler next);

  /** This filter around a handler. */
  default Handler around(Handler next) {
    return request -> apply(request, next);
  }
}
