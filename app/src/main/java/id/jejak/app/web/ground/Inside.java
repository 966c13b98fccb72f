package id.jejak.app.web.ground;

import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.NoAnswer;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The whole house as a handler, once it is put together: a page asks another part as a program would, without a socket.
 * Thread-safe.
 */
public final class Inside implements Handler {
  private final AtomicReference<@Nullable Handler> house = new AtomicReference<>();

  /** Not put together yet. */
  public Inside() {}

  /** It is put together: this finds every operation. */
  public void is(Handler router) {
    house.set(router);
  }

  @Override
  public Response handle(Request request) {
    var there = house.get();
    if (there == null) {
      throw new NoAnswer(false, "the house is not put together yet", new IllegalStateException());
    }
    return there.handle(request);
  }
}
