package id.jejak.satusehat.http;

import id.jejak.satusehat.contract.Version;
import id.jejak.satusehat.store.Row;
import tools.jackson.databind.node.ObjectNode;

/**
 * A resource that is to be kept, as a tree and as it will be stored.
 *
 * @param where its entry's path within a bundle, or empty
 */
record Draft(ObjectNode resource, Row row, Version version, String where) {
  String type() {
    return row.type();
  }

  String id() {
    return row.id();
  }
}
