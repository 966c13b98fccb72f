package id.jejak.facility.queue.http;

import id.jejak.facility.queue.contract.DeskMessage;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.util.Optional;
import java.util.Set;

/** What never reaches a service of the desk, in its own envelope. */
public final class DeskFaults implements Mount.Faults {
  @Override
  public Response notFound(Request request) {
    return DeskStop.answer(DeskMessage.NOT_SERVED);
  }

  @Override
  public Response methodNotAllowed(Request request, Set<String> allowed) {
    return DeskStop.answer(DeskMessage.OTHER_METHOD).with("Allow", String.join(", ", allowed));
  }

  @Override
  public Response bodyTooLarge(Request request, long limit) {
    return DeskStop.answer(DeskMessage.TOO_LARGE);
  }

  @Override
  public Response unreadable(int status) {
    return DeskStop.answer(DeskMessage.NOT_READABLE);
  }

  @Override
  public Response failure(Request request, Throwable cause) {
    return DeskStop.answer(DeskMessage.BROKEN);
  }

  /** A refusal of an operation as it goes over the wire; empty for a success. */
  public static Optional<Response> example(Outcome outcome) {
    for (var message : DeskMessage.values()) {
      if (message.text().equals(outcome.message())) {
        return Optional.of(DeskStop.answer(message));
      }
    }
    return Optional.empty();
  }
}
