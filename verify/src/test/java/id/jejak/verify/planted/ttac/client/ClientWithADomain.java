package id.jejak.verify.planted.ttac.client;

import id.jejak.verify.planted.ttac.domain.Decision;

/** A client that the real system could not serve. */
final class ClientWithADomain {
  Decision decision = new Decision();
}
