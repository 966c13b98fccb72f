package id.jejak.satusehat.http.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.satusehat.contract.ResourceTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of shapes says what HAPI's metadata says; a stale one is written anew, and the test fails. */
class StructureTableTest {
  private static final Path FILE = Path.of("src/main/resources/id/jejak/satusehat/http/structure", Structure.TABLE);

  @Test
  void saysWhatHapiSays() throws IOException {
    var is = TableMaker.table();
    var was = Files.exists(FILE) ? Files.readString(FILE) : "";
    if (!was.equals(is)) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, is);
    }
    assertEquals(was.length(), is.length(), FILE + " was stale and is written anew: look at the difference");
    assertEquals(was, is);
  }

  @Test
  void hasEveryTypeOfFhirThatIsKept() {
    var without = ResourceTypes.ALL.stream().filter(TableMaker::isResource)
        .filter(type -> Structure.R4.shape(type).isEmpty()).toList();
    assertEquals(java.util.List.of(), without);
    assertTrue(Structure.R4.size() > 500, "only " + Structure.R4.size() + " types");
    assertEquals("[Group, Patient]", Structure.R4.member("MedicationRequest.subject").orElseThrow().targets()
        .stream().sorted().toList().toString());
    assertTrue(Structure.R4.member("MedicationRequest.medicationCodeableConcept").orElseThrow().element().needed());
  }
}
