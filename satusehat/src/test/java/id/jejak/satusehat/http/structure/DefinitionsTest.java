package id.jejak.satusehat.http.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import id.jejak.satusehat.contract.ResourceTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/**
 * The table, made of the annotations of HAPI's classes, against FHIR's own StructureDefinitions: every element of every
 * resource, whether it is needed, how many there may be, and what references lead to.
 */
class DefinitionsTest {
  private static final Set<String> METADATA = Set.of("url", "name", "date", "description");

  @Test
  void theTableIsWhatFhirDefines() {
    var definitions = new DefaultProfileValidationSupport(FhirContext.forR4());
    var differing = new ArrayList<String>();
    int elements = 0;
    for (var type : ResourceTypes.ALL) {
      if (definitions.fetchStructureDefinition("http://hl7.org/fhir/StructureDefinition/" + type)
          instanceof StructureDefinition definition && Structure.R4.shape(type).isPresent()) {
        for (var element : definition.getSnapshot().getElement()) {
          if (element.getPath().contains(".") && !element.hasContentReference()) {
            elements++;
            compare(element, differing);
          }
        }
      }
    }
    assertTrue(elements > 5000, "only " + elements);
    assertEquals(List.of(), differing, () -> differing.size() + " of them");
  }

  /**
   * What names a definition is needed by FHIR and not by HAPI's classes. The table goes with them: the real server took a
   * ChargeItemDefinition without url (recorded, dispensing bundle).
   */
  private static boolean metadata(String path) {
    return path.split("\\.").length == 2 && METADATA.contains(path.substring(path.indexOf('.') + 1));
  }

  private static void compare(ElementDefinition element, List<String> differing) {
    for (var type : element.getType()) {
      var code = type.getCode();
      var path = element.getPath().endsWith("[x]") ? element.getPath().replace("[x]", code.substring(0, 1)
          .toUpperCase(Locale.ROOT) + code.substring(1)) : element.getPath();
      var member = Structure.R4.member(path);
      if (member.isEmpty()) {
        differing.add(path + " is not in the table");
        continue;
      }
      var known = member.get().element();
      if (known.needed() != element.getMin() > 0 && !metadata(path) || known.list() == element.getMax().equals("1")) {
        differing.add(path + " " + element.getMin() + ".." + element.getMax() + " against " + known);
      }
      if (code.equals("Reference")) {
        var targets = new TreeSet<String>();
        type.getTargetProfile().forEach(profile ->
            targets.add(profile.getValue().substring(profile.getValue().lastIndexOf('/') + 1)));
        if (targets.remove("Resource")) {
          targets.clear();
        }
        if (!targets.equals(new TreeSet<>(member.get().targets()))) {
          differing.add(path + " " + targets + " against " + member.get().targets());
        }
      }
    }
  }
}
