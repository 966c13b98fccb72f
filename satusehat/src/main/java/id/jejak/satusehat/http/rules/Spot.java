package id.jejak.satusehat.http.rules;

import id.jejak.satusehat.http.Documents;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A value within a resource, and where it stands: {@code MedicationRequest.identifier[0].system}. */
record Spot(JsonNode node, String path) {
  /** The values that a path leads to; each element of a list is one. */
  List<Spot> all(String path) {
    var here = List.of(this);
    for (var name : path.split("\\.")) {
      var next = new ArrayList<Spot>();
      here.forEach(spot -> spot.step(name, next));
      here = List.copyOf(next);
    }
    return here;
  }

  private void step(String name, List<Spot> into) {
    var child = node.path(name);
    if (child.isArray()) {
      for (int i = 0; i < child.size(); i++) {
        into.add(new Spot(child.path(i), path + "." + name + "[" + i + "]"));
      }
    } else if (!child.isMissingNode() && !child.isNull()) {
      into.add(new Spot(child, path + "." + name));
    }
  }

  /** The text of a member; empty when there is none. */
  String text(String member) {
    return Documents.text(node.path(member));
  }

  boolean has(String member) {
    var value = node.path(member);
    return !value.isMissingNode() && !value.isNull() && !(value.isContainer() && value.isEmpty());
  }

  /** The path of a member. */
  String at(String member) {
    return path + "." + member;
  }
}
