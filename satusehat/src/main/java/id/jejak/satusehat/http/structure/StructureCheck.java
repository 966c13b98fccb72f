package id.jejak.satusehat.http.structure;

import id.jejak.satusehat.contract.Refusals;
import id.jejak.satusehat.http.structure.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds one resource against FHIR R4's shapes: unknown elements, JSON types, cardinality, choices, forms of primitive
 * values, codes of required bindings, and what references lead to. Does not look at invariants, terminologies or
 * profiles. Made for one resource, by one thread.
 */
public final class StructureCheck {
  /** Flaws that are listed of one resource. */
  static final int MOST = 100;
  private static final Set<String> SHOWN = Set.of("code", "id", "date", "dateTime", "instant", "time", "boolean",
      "integer", "positiveInt", "unsignedInt");
  private static final int SHOWN_LENGTH = 64;

  private final List<Flaw> flaws = new ArrayList<>(0);

  private StructureCheck() {}

  /** Everything that is wrong with a resource's shape, at most a hundred places; empty for a type without a shape. */
  public static List<Flaw> of(String type, ObjectNode resource) {
    var check = new StructureCheck();
    check.resource(type, resource, Place.root(type));
    return check.flaws;
  }

  private void resource(String type, ObjectNode resource, Place at) {
    var shape = Structure.R4.known(type);
    if (shape != null) {
      members(shape, resource, at, true);
    }
  }

  private void members(Shape shape, ObjectNode node, Place at, boolean resource) {
    if (node.isEmpty()) {
      add(Kind.EMPTY, at, "", shape.name(), "{}");
    }
    Shape.@Nullable Element chosen = null;
    Set<Shape.Element> others = Set.of();
    for (var entry : node.properties()) {
      var name = entry.getKey();
      var member = shape.members().get(name);
      if (member == null) {
        if (!(resource && name.equals("resourceType"))) {
          beside(shape, name, entry.getValue(), at);
        }
        continue;
      }
      if (member.element().choice()) {
        if (member.element().equals(chosen) || others.contains(member.element())) {
          add(Kind.CHOICE, at.member(name), member.element().name(), member.element().shown(), name);
        } else if (chosen == null) {
          chosen = member.element();
        } else {
          others = with(others, member.element());
        }
      }
      element(member, entry.getValue(), at.member(name), node);
    }
    for (var element : shape.required()) {
      if (!present(shape, element, node)) {
        add(Kind.REQUIRED, at, element.shown(), element.shown(), "-");
      }
    }
  }

  private static Set<Shape.Element> with(Set<Shape.Element> some, Shape.Element one) {
    var more = new java.util.HashSet<>(some);
    more.add(one);
    return more;
  }

  /** A name that begins with {@code _} carries what a primitive value has beside it: an id, or extensions. */
  private void beside(Shape shape, String name, JsonNode value, Place at) {
    var member = name.startsWith("_") ? shape.members().get(name.substring(1)) : null;
    if (member == null || member.primitive() == null) {
      add(Kind.UNKNOWN, at, Refusals.shown(name), "elemen " + shape.name(), Refusals.shown(name));
      return;
    }
    var place = at.member(name);
    var extensions = Structure.R4.known("Extension");
    for (var one : value.isArray() ? value : List.of(value)) {
      if (one instanceof ObjectNode object) {
        for (var entry : object.properties()) {
          if (entry.getKey().equals("extension") && entry.getValue().isArray() && extensions != null) {
            int i = 0;
            for (var extension : entry.getValue()) {
              object(extensions, extension, place.member("extension").item(i++));
            }
          } else if (!entry.getKey().equals("id")) {
            add(Kind.UNKNOWN, place, Refusals.shown(entry.getKey()), "id, extension", Refusals.shown(entry.getKey()));
          }
        }
      } else if (!one.isNull()) {
        add(Kind.TYPE, place, name, "object", kind(one));
      }
    }
  }

  private void element(Shape.Member member, JsonNode value, Place at, ObjectNode around) {
    if (value.isNull()) {
      add(Kind.EMPTY, at, at.name(), member.type(), "null");
    } else if (!member.element().list()) {
      if (value.isArray()) {
        add(Kind.TOO_MANY, at, at.name(), member.type(), kind(value));
      } else {
        value(member, value, at);
      }
    } else if (!value.isArray()) {
      add(Kind.ARRAY, at, at.name(), "array", kind(value));
    } else {
      elements(member, value, at, around);
    }
  }

  private void elements(Shape.Member member, JsonNode values, Place at, ObjectNode around) {
    if (values.isEmpty()) {
      add(Kind.EMPTY, at, at.name(), member.type(), "[]");
    }
    int most = member.element().most();
    if (most > 0 && values.size() > most) {
      add(Kind.TOO_MANY, at, at.name(), "at most " + most, Integer.toString(values.size()));
    }
    for (int i = 0; i < values.size(); i++) {
      var value = values.path(i);
      if (!value.isNull()) {
        value(member, value, at.item(i));
      } else if (member.primitive() == null || !around.has("_" + at.name())) {
        add(Kind.EMPTY, at.item(i), at.name(), member.type(), "null");
      }
    }
  }

  private void value(Shape.Member member, JsonNode value, Place at) {
    if (member.primitive() != null) {
      primitive(member, member.primitive(), value, at);
    } else if (member.type().equals("Resource")) {
      inner(value, at);
    } else {
      var shape = Structure.R4.known(member.type());
      if (shape != null) {
        object(shape, value, at);
        if (!member.targets().isEmpty()) {
          target(member, value.path("reference"), at);
        }
      }
    }
  }

  private void object(Shape shape, JsonNode value, Place at) {
    if (value instanceof ObjectNode object) {
      members(shape, object, at, false);
    } else {
      add(Kind.TYPE, at, at.name(), shape.name(), kind(value));
    }
  }

  private void inner(JsonNode value, Place at) {
    if (!(value instanceof ObjectNode object)) {
      add(Kind.TYPE, at, at.name(), "Resource", kind(value));
      return;
    }
    var type = object.path("resourceType");
    if (!type.isString() || Structure.R4.known(type.stringValue()) == null) {
      add(type.isMissingNode() ? Kind.REQUIRED : Kind.TYPE, at, "resourceType", "resourceType",
          type.isString() ? Refusals.shown(type.stringValue()) : "-");
      return;
    }
    resource(type.stringValue(), object, at);
  }

  private void primitive(Shape.Member member, Primitive primitive, JsonNode value, Place at) {
    boolean carried = switch (primitive.carrier()) {
      case BOOLEAN -> value.isBoolean();
      case NUMBER -> value.isNumber() || value.isPojo(); // of a number whose digits must stay as they are
      case STRING -> value.isString();
    };
    if (!carried) {
      add(Kind.TYPE, at, at.name(), primitive.fhir(), kind(value));
      return;
    }
    if (primitive == Primitive.DECIMAL || primitive == Primitive.BOOLEAN) {
      return;
    }
    var text = value.isString() ? value.stringValue() : value.toString();
    if (value.isString() && text.isBlank()) {
      add(Kind.EMPTY, at, at.name(), primitive.fhir(), "\"\"");
    } else if (!primitive.takes(text)) {
      add(Kind.TYPE, at, at.name(), primitive.fhir(), shown(primitive, text, at));
    } else if (member.codes() != null && !member.codes().contains(text)) {
      add(Kind.CODE, at, at.name(), String.join(" | ", new TreeSet<>(member.codes())), shown(primitive, text, at));
    }
  }

  /** A value is shown when its type holds nothing about a person. */
  private static String shown(Primitive primitive, String text, Place at) {
    boolean fit = SHOWN.contains(primitive.fhir()) && !at.name().equals("birthDate") && text.length() <= SHOWN_LENGTH;
    return fit ? Refusals.shown(text) : "a text of " + text.length() + " characters";
  }

  private void target(Shape.Member member, JsonNode reference, Place at) {
    if (!reference.isString()) {
      return;
    }
    var type = target(reference.stringValue());
    if (!type.isEmpty() && !member.targets().contains(type)) {
      add(Kind.TARGET, at, at.name(), String.join(" | ", member.targets()), type);
    }
  }

  /** The type that a reference names; empty for one that names none, or none that FHIR has. */
  public static String target(String reference) {
    int version = reference.indexOf("/_history/");
    var bare = version < 0 ? reference : reference.substring(0, version);
    int last = bare.lastIndexOf('/');
    if (last <= 0 || reference.startsWith("#") || reference.startsWith("urn:")) {
      return "";
    }
    var type = bare.substring(bare.lastIndexOf('/', last - 1) + 1, last);
    var shape = Structure.R4.known(type);
    return shape != null && shape.members().containsKey("implicitRules") ? type : "";
  }

  private static boolean present(Shape shape, Shape.Element element, ObjectNode node) {
    if (!element.choice()) {
      return there(node.path(element.name())) || there(node.path("_" + element.name()));
    }
    for (var entry : node.properties()) {
      var name = entry.getKey();
      var member = shape.members().get(name.startsWith("_") ? name.substring(1) : name);
      if (member != null && member.element().equals(element) && there(entry.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean there(JsonNode value) {
    return !value.isMissingNode() && !value.isNull() && !(value.isContainer() && value.isEmpty());
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case OBJECT -> "object";
      case STRING -> "string";
      case NUMBER, POJO -> "number";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case BINARY, MISSING -> "-";
    };
  }

  private void add(Kind kind, Place at, String member, String expected, String received) {
    if (flaws.size() < MOST) {
      flaws.add(new Flaw(kind, at.toString(), member, expected, received));
    }
  }
}
