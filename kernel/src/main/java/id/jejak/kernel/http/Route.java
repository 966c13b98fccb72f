package id.jejak.kernel.http;

/** An operation and who answers it. */
public record Route(Operation operation, Handler handler) {
  /** Pairs them, for route lists that read as one screen. */
  public static Route route(Operation operation, Handler handler) {
    return new Route(operation, handler);
  }
}
