package id.jejak.satusehat.http.structure;

import id.jejak.kernel.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One change of a good resource, of a kind that the check of shapes is to see, or to see nothing wrong in. */
enum Mutation {
  UNKNOWN, WRONG_KIND, WRAPPED, UNWRAPPED, REMOVED, DOUBLED_CHOICE, BAD_FORM, WRONG_CODE, NULLED, EMPTIED,
  TEXT, EXTENDED;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, List<String>> FORMS = Map.of(
      "date", List.of("2026-13-01", "2026-2-1", "22-11-2026", "2026-02-30", "2026-11-22T00:00:00Z"),
      "dateTime", List.of("2026-11-22T10:00", "2026-11-22 10:00:00", "2026-11-22T25:00:00Z", "besok"),
      "instant", List.of("2026-11-22", "2026-11-22T10:00:00", "now"),
      "code", List.of(" x", "x ", "a  b"),
      "id", List.of("a b", "a/b", "x".repeat(65)),
      "uri", List.of("http://a b", "a b"),
      "time", List.of("10", "25:00:00"));

  /** A place in a resource: the object that holds it, its name, and what is known of it. */
  private record Place(ObjectNode in, String name, Shape.Member member) {
    JsonNode value() {
      return in.path(name);
    }
  }

  /** A changed copy; what was changed is told in {@code told}. */
  ObjectNode change(ObjectNode good, Random random, StringBuilder told) {
    var copy = (ObjectNode) Json.read(good.toString());
    var places = new ArrayList<Place>();
    collect(copy, copy.path("resourceType").asString(), places);
    var fit = places.stream().filter(this::fits).toList();
    if (fit.isEmpty()) {
      return copy;
    }
    var place = fit.get(random.nextInt(fit.size()));
    told.append(name()).append(' ').append(place.name());
    apply(place, random, copy);
    return copy;
  }

  private boolean fits(Place place) {
    var value = place.value();
    var member = place.member();
    boolean list = value.isArray();
    return switch (this) {
      case UNKNOWN, NULLED -> true;
      case WRONG_KIND -> member.primitive() != null && !list;
      // HAPI takes a list of one for the single value of a choice of primitives.
      case WRAPPED -> !member.element().list() && !(member.element().choice() && member.primitive() != null);
      case UNWRAPPED -> list;
      case REMOVED -> member.element().needed();
      // Of an extension that it does not know, HAPI says the same about one value as about two.
      case DOUBLED_CHOICE -> member.element().choice() && !place.in().has("url");
      case BAD_FORM -> member.primitive() != null && !list && FORMS.containsKey(member.type());
      case WRONG_CODE -> member.codes() != null && !list;
      // HAPI takes an empty list of primitives for an absent one.
      case EMPTIED -> value.isContainer() && member.primitive() == null;
      case TEXT -> member.type().equals("string") && !list && !place.name().equals("id")
          && !place.name().equals("reference");
      case EXTENDED -> member.primitive() == null && value.isObject() && !value.has("resourceType")
          && !member.type().equals("Narrative");
    };
  }

  private void apply(Place place, Random random, ObjectNode whole) {
    var in = place.in();
    var name = place.name();
    switch (this) {
      case UNKNOWN -> in.put("jejakTidakDikenal", "x");
      case WRONG_KIND -> in.set(name, place.value().isString() ? random.nextBoolean() ? NODES.numberNode(7)
          : NODES.booleanNode(true) : NODES.stringNode(place.value().asString()));
      case WRAPPED -> in.set(name, NODES.arrayNode().add(place.value()));
      case UNWRAPPED -> in.set(name, place.value().path(0));
      case REMOVED -> in.remove(name);
      case DOUBLED_CHOICE -> second(place);
      case BAD_FORM -> {
        var forms = FORMS.getOrDefault(place.member().type(), List.of());
        in.put(name, forms.get(random.nextInt(forms.size())));
      }
      case WRONG_CODE -> in.put(name, "jejak-salah");
      case NULLED -> in.set(name, NODES.nullNode());
      case EMPTIED -> in.set(name, place.value().isArray() ? NODES.arrayNode() : NODES.objectNode());
      case TEXT -> in.put(name, "Teks lain " + random.nextInt());
      case EXTENDED -> {
        var all = place.value().path("extension") instanceof ArrayNode there ? there
            : ((ObjectNode) place.value()).putArray("extension");
        all.addObject().put("url", "http://example.org/x").put("valueInteger", random.nextInt(9));
      }
    }
  }

  private static void second(Place place) {
    var shape = Structure.R4;
    var head = place.member().element().name();
    var other = List.of("String", "Boolean", "Reference", "DateTime", "Integer").stream()
        .map(type -> head + type).filter(name -> !name.equals(place.name())).findFirst().orElseThrow();
    if (shape.size() > 0) {
      place.in().set(other, other.endsWith("Boolean") ? NODES.booleanNode(true) : other.endsWith("String")
          ? NODES.stringNode("x") : NODES.objectNode().put("reference", "Patient/1"));
    }
  }

  private static void collect(ObjectNode node, String type, List<Place> into) {
    var shape = Structure.R4.known(type);
    if (shape == null) {
      return;
    }
    for (var entry : node.properties()) {
      var member = shape.members().get(entry.getKey());
      if (member == null) {
        continue;
      }
      into.add(new Place(node, entry.getKey(), member));
      for (var value : entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
        if (value instanceof ObjectNode object) {
          collect(object, member.type().equals("Resource") ? object.path("resourceType").asString() : member.type(),
              into);
        }
      }
    }
  }
}
