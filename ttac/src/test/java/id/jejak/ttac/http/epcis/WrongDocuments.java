package id.jejak.ttac.http.epcis;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways to spoil a right document. */
final class WrongDocuments {
  /**
   * One way.
   *
   * @param schemaSeesIt false when only the text of the standard forbids it
   */
  record Wrong(String name, boolean schemaSeesIt, Consumer<ObjectNode> damage) {}

  static final List<Wrong> ALL = List.of(
      wrong("without context", document -> document.remove("@context")),
      wrong("without version", document -> document.remove("schemaVersion")),
      wrong("version as number", document -> document.put("schemaVersion", 2.0)),
      wrong("of another type", document -> document.put("type", "Document")),
      wrong("creation date without a time", document -> document.put("creationDate", "2026-11-22")),
      wrong("without body", document -> document.remove("epcisBody")),
      wrong("member of no namespace", document -> document.put("penerbit", "kami")),
      wrong("without action", document -> first(document).remove("action")),
      wrong("unknown action", document -> first(document).put("action", "SEND")),
      wrong("without event time", document -> first(document).remove("eventTime")),
      wrong("event time of Jakarta without zone", document ->
          first(document).put("eventTime", "2026-11-22 09:00:00")),
      wrong("offset without colon", document -> first(document).put("eventTimeZoneOffset", "+0700")),
      wrong("business step of our own", document -> first(document).put("bizStep", "returning")),
      wrong("disposition of our own", document -> first(document).put("disposition", "gone")),
      wrong("pack that is no URI", document -> ((ArrayNode) first(document).get("epcList")).add("no uri")),
      wrong("pack twice", document -> {
        var list = (ArrayNode) first(document).get("epcList");
        list.add(list.get(0));
      }),
      wrong("without packs", document -> first(document).remove("epcList")),
      wrong("place as text", document -> first(document).put("readPoint", "284")),
      wrong("lot without namespace", document -> ((ObjectNode) first(document).get("ilmd")).put("lotNumber", "1")),
      wrong("lot on what is only observed", document -> first(document).put("action", "OBSERVE")),
      wrong("packed without children", document -> second(document).remove("childEPCs")),
      new Wrong("packed into nothing", false, document -> second(document).remove("parentID")),
      new Wrong("prefix that nobody declares", false, document -> first(document).put("other:x", "y")),
      new Wrong("the same event twice", false, document ->
          second(document).put("eventID", first(document).get("eventID").stringValue())));

  private WrongDocuments() {}

  private static Wrong wrong(String name, Consumer<ObjectNode> damage) {
    return new Wrong(name, true, damage);
  }

  /** The object event that registers. */
  private static ObjectNode first(ObjectNode document) {
    return (ObjectNode) document.at("/epcisBody/eventList/0");
  }

  /** The aggregation event of a pack that was registered inside a holder. */
  private static ObjectNode second(ObjectNode document) {
    return (ObjectNode) document.at("/epcisBody/eventList/1");
  }
}
