package id.jejak.verify.planted.ttac.http;

import id.jejak.verify.planted.ttac.client.Caller;

/** A server that is its own client. */
final class CallsItself {
  Caller caller = new Caller();
}
