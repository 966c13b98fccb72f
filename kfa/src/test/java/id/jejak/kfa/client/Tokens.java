package id.jejak.kfa.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;

/** Counts the tokens it gives; replaces one that is refused once, as the gateway's keeper does. */
final class Tokens implements Access {
  int given = 1;

  @Override
  public Answer<Response> send(Handler transport, Request request) {
    var first = transport.handle(request.plusHeader("Authorization", "Bearer token-" + given));
    if (first.status() != 401) {
      return new Answer.Done<>(first);
    }
    given++;
    return new Answer.Done<>(transport.handle(request.plusHeader("Authorization", "Bearer token-" + given)));
  }
}
