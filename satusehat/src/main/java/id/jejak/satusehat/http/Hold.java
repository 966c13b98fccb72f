package id.jejak.satusehat.http;

import id.jejak.gateway.contract.Caller;
import tools.jackson.databind.node.ObjectNode;

/** Looks at a resource as it would be kept, and stops when it must not be. */
@FunctionalInterface
interface Hold {
  /** Lets everything through. */
  Hold NONE = (_, _, _) -> { /* nobody asked for more than what is always refused */ };

  /** Lets a resource through, or stops. */
  void look(Caller caller, String type, ObjectNode resource);
}
