package id.jejak.ttac.http.epcis;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What EPCIS 2.0 asks of the events that we write, from the text of the standard (EPCIS 2.0 section 7.4, CBV 2.0
 * sections 7.1 to 7.4). Our own words for it: GS1's schema is not under an open licence and is not kept here. To
 * check against the schema itself, see {@link EpcisSchemaTest}.
 */
public final class EpcisRules {
  private static final Pattern OFFSET = Pattern.compile("[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00)");
  private static final Set<String> DOCUMENT = Set.of("@context", "id", "type", "schemaVersion", "creationDate",
      "instanceIdentifier", "sender", "receiver", "epcisHeader", "epcisBody");
  private static final Set<String> COMMON = Set.of("@context", "type", "eventTime", "recordTime",
      "eventTimeZoneOffset", "eventID", "certificationInfo", "errorDeclaration", "action", "bizStep", "disposition",
      "persistentDisposition", "readPoint", "bizLocation", "bizTransactionList", "sourceList", "destinationList",
      "sensorElementList");
  private static final Set<String> OBJECT = Set.of("epcList", "quantityList", "ilmd");
  private static final Set<String> AGGREGATION = Set.of("parentID", "childEPCs", "childQuantityList");
  private static final Set<String> STEPS = Set.of("accepting", "arriving", "assembling", "collecting",
      "commissioning", "consigning", "creating_class_instance", "cycle_counting", "decommissioning", "departing",
      "destroying", "disassembling", "dispensing", "encoding", "entering_exiting", "holding", "inspecting",
      "installing", "killing", "loading", "other", "packing", "picking", "receiving", "removing", "repackaging",
      "repairing", "replacing", "reserving", "retail_selling", "sampling", "sensor_reporting", "shipping",
      "staging_outbound", "stock_taking", "stocking", "storing", "transporting", "unloading", "unpacking",
      "void_shipping");
  private static final Set<String> DISPOSITIONS = Set.of("active", "available", "completeness_inferred",
      "completeness_verified", "conformant", "container_closed", "container_open", "damaged", "destroyed",
      "dispensed", "disposed", "encoded", "expired", "in_progress", "in_transit", "inactive", "mismatch_class",
      "mismatch_instance", "mismatch_quantity", "needs_replacement", "no_pedigree_match", "non_conformant",
      "non_sellable_other", "partially_dispensed", "recalled", "reserved", "retail_sold", "returned",
      "sellable_accessible", "sellable_not_accessible", "stolen", "unavailable", "unknown");
  private static final Set<String> ENDS = Set.of("owning_party", "possessing_party", "location");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> prefixes = new HashSet<>();

  private EpcisRules() {}

  /** Everything that is wrong with a document; nothing when it is right. */
  public static List<String> faults(JsonNode document) {
    var rules = new EpcisRules();
    rules.document(document);
    return rules.faults;
  }

  private void document(JsonNode document) {
    context(document.path("@context"));
    members(document, "document", DOCUMENT);
    require(document.path("type").asString("").equals("EPCISDocument"), "type");
    require(document.path("schemaVersion").isString()
        && document.path("schemaVersion").stringValue().matches("2(\\.\\d+)*"), "schemaVersion");
    time(document.path("creationDate"), "creationDate");
    var events = document.path("epcisBody").path("eventList");
    require(events.isArray(), "epcisBody.eventList");
    var ids = new HashSet<String>();
    for (var event : events) {
      event(event);
      require(ids.add(event.path("eventID").asString("")), "eventID twice");
    }
  }

  private void context(JsonNode context) {
    boolean epcis = false;
    for (var one : context.isArray() ? context : List.of(context)) {
      epcis |= one.isString()
          && one.stringValue().equals("https://ref.gs1.org/standards/epcis/epcis-context.jsonld");
      one.propertyStream().forEach(entry -> {
        prefixes.add(entry.getKey());
        uri(entry.getValue(), "@context." + entry.getKey());
      });
    }
    require(epcis, "@context");
  }

  private void event(JsonNode event) {
    boolean object = event.path("type").asString("").equals("ObjectEvent");
    require(object || event.path("type").asString("").equals("AggregationEvent"), "event type");
    var allowed = new HashSet<>(COMMON);
    allowed.addAll(object ? OBJECT : AGGREGATION);
    members(event, "event", allowed);
    time(event.path("eventTime"), "eventTime");
    if (event.has("recordTime")) {
      time(event.path("recordTime"), "recordTime");
    }
    require(OFFSET.matcher(event.path("eventTimeZoneOffset").asString("")).matches(), "eventTimeZoneOffset");
    uri(event.path("eventID"), "eventID");
    var action = event.path("action").asString("");
    require(Set.of("ADD", "OBSERVE", "DELETE").contains(action), "action");
    word(event, "bizStep", STEPS);
    word(event, "disposition", DISPOSITIONS);
    place(event, "readPoint");
    place(event, "bizLocation");
    ends(event, "sourceList", "source");
    ends(event, "destinationList", "destination");
    if (object) {
      uris(event.path("epcList"), "epcList");
      require(!event.has("ilmd") || action.equals("ADD"), "ilmd belongs to ADD");
      members(event.path("ilmd"), "ilmd", Set.of());
    } else {
      require(event.has("parentID") || action.equals("OBSERVE"), "parentID is needed to pack and unpack");
      uri(event.path("parentID"), "parentID");
      uris(event.path("childEPCs"), "childEPCs");
    }
  }

  /** Members are the standard's, or a prefix that the context declares and a name. */
  private void members(JsonNode node, String where, Set<String> allowed) {
    node.propertyStream().map(java.util.Map.Entry::getKey).filter(name -> !allowed.contains(name)).forEach(name -> {
      int colon = name.indexOf(':');
      require(colon > 0 && prefixes.contains(name.substring(0, colon)), where + " has " + name);
    });
  }

  private void word(JsonNode event, String name, Set<String> words) {
    if (event.has(name)) {
      var word = event.path(name).asString("");
      require(words.contains(word) || word.contains("://"), name + " " + word);
    }
  }

  private void place(JsonNode event, String name) {
    if (event.has(name)) {
      uri(event.path(name).path("id"), name + ".id");
    }
  }

  private void ends(JsonNode event, String list, String name) {
    for (var end : event.path(list)) {
      require(ENDS.contains(end.path("type").asString("")) && end.size() == 2, list + " type");
      uri(end.path(name), list);
    }
  }

  private void uris(JsonNode list, String name) {
    require(list.isArray() && !list.isEmpty(), name);
    var seen = new HashSet<String>();
    for (var one : list) {
      uri(one, name);
      require(seen.add(one.asString("")), name + " twice");
    }
  }

  private void uri(JsonNode node, String name) {
    try {
      require(node.isString() && new URI(node.stringValue()).isAbsolute(), name + " is no URI: " + node);
    } catch (URISyntaxException e) {
      faults.add(name + " is no URI: " + node);
    }
  }

  private void time(JsonNode node, String name) {
    try {
      OffsetDateTime.parse(node.asString(""));
    } catch (DateTimeException e) {
      faults.add(name + " is no time: " + node);
    }
  }

  private void require(boolean right, String fault) {
    if (!right) {
      faults.add(fault);
    }
  }
}
