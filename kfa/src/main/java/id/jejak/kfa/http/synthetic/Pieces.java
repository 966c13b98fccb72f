package id.jejak.kfa.http.synthetic;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of documents as the dictionary writes them. */
final class Pieces {
  private Pieces() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A member of text, or null. */
  static void text(ObjectNode node, String name, @Nullable String value) {
    if (value == null) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }

  /** Two texts under one name, such as code and name. */
  static void pair(ObjectNode node, String member, String first, String firstText, String second, String secondText) {
    node.putObject(member).put(first, firstText).put(second, secondText);
  }

  /** The same with {@code false} in both places, or null where there is no dirt. */
  static void noPair(ObjectNode node, String member, String first, String second, Dirt dirt) {
    var pair = node.putObject(member);
    pair.set(first, nothing(dirt));
    pair.set(second, nothing(dirt));
  }

  /** What stands where there is nothing: {@code false}, as the dictionary's back end writes it. */
  static JsonNode nothing(Dirt dirt) {
    return dirt == Dirt.USUAL ? JsonNodeFactory.instance.booleanNode(false) : NullNode.instance;
  }

  /** An amount of money or anything else that is printed with a point: {@code 848.0}. */
  static JsonNode decimal(BigDecimal number) {
    return DecimalNode.valueOf(number.scale() < 1 ? number.setScale(1) : number);
  }

  static JsonNode decimal(long number) {
    return decimal(BigDecimal.valueOf(number));
  }

  /** A moment between two years, as versions 1 and 2 write it. */
  static String moment(Draw draw, int from, int to) {
    var when = when(draw, from, to);
    return when.toLocalDate() + " " + time(when);
  }

  /** Hours, minutes and seconds, all of two digits. */
  static String time(LocalDateTime when) {
    return digits(when.getHour(), 2) + ":" + digits(when.getMinute(), 2) + ":" + digits(when.getSecond(), 2);
  }

  /** A number with noughts before it. */
  static String digits(int number, int width) {
    var text = Integer.toString(number);
    return text.length() < width ? "0".repeat(width - text.length()) + text : text;
  }

  static LocalDateTime when(Draw draw, int from, int to) {
    return LocalDateTime.of(draw.between(from, to), draw.between(1, 12), draw.between(1, 28), draw.below(24),
        draw.below(60), draw.below(60));
  }
}
