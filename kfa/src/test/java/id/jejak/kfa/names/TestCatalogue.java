package id.jejak.kfa.names;

import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.Product.Ingredient;
import id.jejak.kfa.domain.Product.Kind;
import id.jejak.kfa.domain.Product.Named;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small dictionary made of the tables of the made-up one: every template once, with few products. */
final class TestCatalogue {
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final String FOLDER = "/id/jejak/kfa/synthetic/";

  private final List<Product> products = new ArrayList<>();
  private final Map<String, String[]> forms = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, List<String>> brands = new HashMap<>();
  private int next;

  private TestCatalogue() {}

  static List<Product> products() {
    var made = new TestCatalogue();
    lines("forms.txt").forEach(line -> made.forms.put(line.split("\\|")[0], line.split("\\|")));
    lines("brands.txt").forEach(line -> made.brands.computeIfAbsent(line.split("\\|")[0], _ -> new ArrayList<>())
        .add(line.split("\\|")[1]));
    lines("medicines.txt").forEach(line -> made.labels.put(line.split("\\|", -1)[0],
        line.split("\\|", -1)[1].isEmpty() ? line.split("\\|")[0] : line.split("\\|")[1]));
    lines("medicines.txt").forEach(made::medicine);
    lines("combinations.txt").forEach(made::combination);
    made.devices();
    return made.products;
  }

  private static List<String> lines(String file) {
    try (var in = TestCatalogue.class.getResourceAsStream(FOLDER + file);
        var reader = new BufferedReader(new InputStreamReader(java.util.Objects.requireNonNull(in, file),
            StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("@")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void medicine(String line) {
    var cells = line.split("\\|", -1);
    var label = java.util.Objects.requireNonNull(labels.get(cells[0]));
    for (var group : cells[4].split(";")) {
      var key = group.split(" ", 2);
      for (var strength : key[1].split(",")) {
        var amount = amount(strength.split("\\+")[0]);
        template(label + " " + amount, List.of(new Ingredient(Optional.of(bza(cells[0])), cells[0], amount)), key[0],
            cells[0]);
      }
    }
  }

  private void combination(String line) {
    var cells = line.split("\\|", -1);
    var names = cells[2].split("\\+");
    for (var group : cells[5].split(";")) {
      var key = group.split(" ", 2);
      for (var strength : key[1].split(",")) {
        var volume = strength.contains("/") ? "/" + strength.split("/")[1] : "";
        var amounts = strength.split("/")[0].split("\\+");
        var name = new StringBuilder(cells[1].isEmpty() ? "" : cells[1] + " / ");
        var ingredients = new ArrayList<Ingredient>();
        for (int i = 0; i < names.length; i++) {
          var parts = names[i].split("~");
          var label = parts.length > 1 ? parts[1] : labels.getOrDefault(parts[0], parts[0]);
          var amount = amount(amounts[i] + volume);
          name.append(i == 0 ? "" : " / ").append(label).append(' ').append(amount);
          ingredients.add(new Ingredient(Optional.of(bza(parts[0])), parts[0], amount));
        }
        template(name.toString(), ingredients, key[0], cells[2]);
      }
    }
  }

  private static String amount(String text) {
    var parts = text.split("/");
    var value = parts[0].replaceAll("(?<=[0-9])(?=[A-Za-z])", " ");
    var with = value.matches("[0-9.]+") ? value + " mg" : value;
    return parts.length == 1 ? with : with + (parts[1].equals("1") ? "/mL" : "/" + parts[1] + " mL");
  }

  private String bza(String name) {
    return String.valueOf(91_000_000 + Math.floorMod(name.hashCode(), 900_000));
  }

  private void template(String start, List<Ingredient> ingredients, String form, String substance) {
    var row = java.util.Objects.requireNonNull(forms.get(form), form);
    var name = start + " " + row[3].split("/")[0];
    var template = new Named(String.valueOf(92_000_000 + ++next), name);
    product(template, "Umum", Optional.empty(), ingredients, row[2], Kind.MEDICINE);
    product(template, "KIMIA FARMA", Optional.empty(), ingredients, row[2], Kind.MEDICINE);
    for (var brand : brands.getOrDefault(substance, List.of())) {
      product(template, brand, Optional.of(brand), ingredients, row[2], Kind.MEDICINE);
    }
  }

  private void product(Named template, String bracket, Optional<String> brand, List<Ingredient> ingredients,
      String form, Kind kind) {
    int id = products.size() + 1;
    products.add(new Product(id, Optional.of(String.valueOf((kind == Kind.DEVICE ? 83_000_000 : 93_000_000) + id)),
        template.name() + " (" + bracket + ")", true, true, kind, THEN, template, brand,
        bracket.equals("Umum") ? Optional.empty() : Optional.of("KIMIA FARMA"), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.of(new Named("BS", form)), Optional.empty(), Optional.empty(), ingredients,
        List.of(), List.of(), List.of(), List.of(), Optional.empty()));
  }

  private void devices() {
    for (var line : lines("devices.txt")) {
      var cells = line.split("\\|", -1);
      if (line.startsWith("$") || line.startsWith("=") || cells.length < 6) {
        continue;
      }
      for (var value : cells[5].split(";")[0].split(",")) {
        var template = new Named(String.valueOf(82_000_000 + ++next), cells[0] + " " + value.replace("$size", "M"));
        product(template, "ONEMED", Optional.of("ONEMED"), List.of(), "", Kind.DEVICE);
      }
    }
  }
}
