package id.jejak.satusehat.http.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shapes of FHIR R4's types, from the generated table. Immutable, thread-safe. */
public final class Structure {
  static final String TABLE = "r4-structure.txt";
  /** FHIR R4, as far as the table has it. */
  static final Structure R4 = read();

  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, Set<String>> codes = new HashMap<>();
  private List<String> open = List.of();

  private Structure() {}

  private static Structure read() {
    var structure = new Structure();
    try (var in = Objects.requireNonNull(Structure.class.getResourceAsStream(TABLE), TABLE + " is not packed");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      structure.read(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " could not be read", e);
    }
    return structure;
  }

  private void read(BufferedReader lines) throws IOException {
    var name = "";
    var members = new LinkedHashMap<String, Shape.Member>();
    var required = new ArrayList<Shape.Element>();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(" ")) {
        element(line.substring(1).split(" ", 3), members, required);
        continue;
      }
      keep(name, members, required);
      var words = line.split(" ");
      switch (words[0]) {
        case "open" -> open = List.of(words[1].split("\\|"));
        case "codes" -> codes.put(words[1], Set.of(Arrays.copyOfRange(words, 2, words.length)));
        case "type" -> name = words[1];
        default -> name = ""; // the head of the file
      }
    }
    keep(name, members, required);
  }

  private void keep(String name, Map<String, Shape.Member> members, List<Shape.Element> required) {
    if (!members.isEmpty()) {
      shapes.put(name, new Shape(name, members, required));
      members.clear();
      required.clear();
    }
  }

  private void element(String[] words, Map<String, Shape.Member> members, List<Shape.Element> required) {
    boolean choice = words[0].endsWith("[x]");
    var head = choice ? words[0].substring(0, words[0].length() - 3) : words[0];
    int dots = words[1].indexOf("..");
    var most = words[1].substring(dots + 2);
    var element = new Shape.Element(head, choice, !words[1].startsWith("0"),
        most.equals("*") ? 0 : Integer.parseInt(most));
    if (element.needed()) {
      required.add(element);
    }
    var types = words[2].equals("*") ? open : List.of(words[2].split("\\|"));
    for (var type : types) {
      var member = member(element, type);
      members.put(choice ? head + capital(member.type()) : head, member);
    }
  }

  private Shape.Member member(Shape.Element element, String type) {
    if (type.startsWith("Reference(")) {
      var targets = new TreeSet<>(List.of(type.substring(10, type.length() - 1).split(",")));
      return new Shape.Member(element, "Reference", null, null, targets);
    }
    if (type.startsWith("code:")) {
      return new Shape.Member(element, "code", Primitive.CODE, codes.get(type.substring(5)), Set.of());
    }
    return new Shape.Member(element, type, Primitive.named(type), null, Set.of());
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The shape of a type; empty for one that the table does not have. */
  Optional<Shape> shape(String type) {
    return Optional.ofNullable(shapes.get(type));
  }

  @Nullable Shape known(String type) {
    return shapes.get(type);
  }

  /** What is known of an element, by its path from a type: {@code MedicationRequest.status}. */
  Optional<Shape.Member> member(String path) {
    var names = path.split("\\.");
    var shape = shapes.get(names[0]);
    Shape.Member member = null;
    for (int i = 1; i < names.length && shape != null; i++) {
      member = shape.members().get(names[i]);
      shape = member == null ? null : shapes.get(member.type());
      if (i < names.length - 1 && shape == null) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(member);
  }

  /** How many types there are. */
  int size() {
    return shapes.size();
  }
}
