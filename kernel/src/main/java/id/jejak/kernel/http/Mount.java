package id.jejak.kernel.http;

import java.util.List;
import java.util.Set;

/**
 * One system as served: where, what, and how it words the faults that are nobody's business rule.
 *
 * @param name of the system, as in metrics and logs
 * @param bases path prefixes without a trailing slash; the first one is shown in docs
 * @param routes all operations, in the order of the document
 */
public record Mount(String name, List<String> bases, List<Route> routes, Faults faults) {
  /** Copies the lists. */
  public Mount {
    bases = List.copyOf(bases);
    routes = List.copyOf(routes);
  }

  /** A system's own envelope for what goes wrong at the edge. No stack trace, no personal data. */
  public interface Faults {
    /** Nothing is served at this path. */
    Response notFound(Request request);

    /** The path is served, but not with this method. */
    Response methodNotAllowed(Request request, Set<String> allowed);

    /** The body is above the limit, bytes. */
    Response bodyTooLarge(Request request, long limit);

    /** Not HTTP that could be read; nothing of it reached an operation. */
    Response unreadable(int status);

    /** Something broke while answering; nothing was changed. */
    Response failure(Request request, Throwable cause);
  }
}
