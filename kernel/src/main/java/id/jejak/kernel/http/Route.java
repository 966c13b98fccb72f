package id.jejak.kernel.http;

import java.util.function.Predicate;

/**
 * An operation and who answers it.
 *
 * @param when which of the requests to its address are its own: of two systems at one base, each may serve an address
 *     for some requests only
 */
public record Route(Operation operation, Handler handler, Predicate<Request> when) {
  private static final Predicate<Request> ALWAYS = _ -> true;

  /** Pairs them, for route lists that read as one screen. */
  public static Route route(Operation operation, Handler handler) {
    return new Route(operation, handler, ALWAYS);
  }

  /** The same for some requests only. */
  public Route when(Predicate<Request> own) {
    return new Route(operation, handler, own);
  }

  /** True when it is there for some requests only: such a route comes before one for all. */
  boolean narrow() {
    return when != ALWAYS;
  }

  /** The same with something around its handler. */
  public Route around(Filter filter) {
    return new Route(operation, filter.around(handler), when);
  }
}
