package id.jejak.ttac.http.epcis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.ttac.store.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EpcisDocumentTest {
  @Test
  void everyKindOfEventKeepsTheStandardsRules() {
    for (var barcode : List.of("(01)08991234567891(10)PCT2601(17)290630(21)SN/1", "(00)089912345678901237",
        "(90)GKL1222251043A1(10)PCT2601(17)290630(21)SN0000001", "SGTDEV001PRM0001", "a b/ç?#%20\"<>{}|")) {
      assertEquals(List.of(), EpcisRules.faults(Histories.document(barcode)), barcode);
    }
  }

  @Test
  void wrongDocumentsAreCaught() {
    for (var wrong : WrongDocuments.ALL) {
      var document = (ObjectNode) Histories.everything();
      wrong.damage().accept(document);
      assertFalse(EpcisRules.faults(document).isEmpty(), wrong.name());
    }
  }

  @Test
  void everyKindOfEventHasItsActionStepAndDisposition() {
    assertEquals(List.of(
        "ObjectEvent ADD commissioning active", "AggregationEvent ADD packing in_progress",
        "AggregationEvent ADD packing in_progress", "AggregationEvent DELETE unpacking in_progress",
        "ObjectEvent OBSERVE other active", "ObjectEvent OBSERVE sampling non_sellable_other",
        "ObjectEvent OBSERVE holding non_sellable_other", "ObjectEvent OBSERVE shipping in_transit",
        "ObjectEvent OBSERVE receiving in_progress", "ObjectEvent OBSERVE shipping returned",
        "ObjectEvent DELETE decommissioning inactive", "ObjectEvent OBSERVE holding recalled"),
        events().valueStream().map(event -> String.join(" ", event.get("type").stringValue(),
            event.get("action").stringValue(), event.get("bizStep").stringValue(),
            event.get("disposition").stringValue())).toList());
    assertEquals(11, Event.Kind.values().length, "a new kind needs a line above");
  }

  @Test
  void packsHaveGs1sUriWhenGs1HasOne() {
    assertEquals("https://id.gs1.org/01/08991234567891/21/SN%2F1", first("/epcList/0"));
    assertEquals("https://id.jejak.example/obj/Karton%2F%C3%A7%201", events().at("/1/parentID").stringValue());
    assertEquals("https://id.jejak.example/obj/90/GKL1222251043A1/10/PCT2601/17/290630/21/SN0000001",
        Histories.document("(90)GKL1222251043A1(10)PCT2601(17)290630(21)SN0000001")
            .at("/epcisBody/eventList/0/epcList/0").stringValue());
  }

  @Test
  void aRegistrationTellsLotAndExpiryAndAShipmentItsEnds() {
    assertEquals("PCT2601", first("/ilmd/cbvmda:lotNumber"));
    assertEquals("2029-06-30", first("/ilmd/cbvmda:itemExpirationDate"));
    var send = events().get(7);
    assertEquals("https://id.jejak.example/party/284", send.at("/sourceList/0/source").stringValue());
    assertEquals("https://id.jejak.example/loc/123", send.at("/destinationList/1/destination").stringValue());
    assertTrue(send.at("/bizLocation").isMissingNode(), "what was sent is nowhere");
    assertEquals("+07:00", send.get("eventTimeZoneOffset").stringValue());
  }

  @Test
  void eventIdsAreTheSameInEveryExportAndDifferInEverythingElse() {
    assertEquals(Histories.everything(), Histories.everything());
    var id = EpcisNames.event(1, 2, "ObjectEvent", "r");
    assertEquals("urn:uuid:", id.substring(0, 9));
    for (var other : List.of(EpcisNames.event(2, 2, "ObjectEvent", "r"), EpcisNames.event(1, 1, "ObjectEvent", "r"),
        EpcisNames.event(1, 2, "AggregationEvent", "r"), EpcisNames.event(1, 2, "ObjectEvent", "s"))) {
      assertNotEquals(id, other);
    }
  }

  @Test
  void aBaseThatMakesNoUriIsRefused() {
    assertEquals("https://id.jejak.example", EpcisDocument.BASE.read().apply(EpcisDocument.BASE.fallback()));
    for (var wrong : List.of("", "id.example", "http://a.example", "https://a.example/", "https://")) {
      assertThrows(IllegalArgumentException.class, () -> EpcisDocument.BASE.read().apply(wrong), wrong);
    }
  }

  private static JsonNode events() {
    return Histories.everything().at("/epcisBody/eventList");
  }

  private static String first(String pointer) {
    return events().get(0).at(pointer).stringValue();
  }
}
