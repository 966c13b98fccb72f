package id.jejak.kfa.http.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** A user's own classification is read, in the spellings that such files have; the nodes here are invented. */
class AtcFileTest {
  @Test
  void parentsComeBeforeTheirChildrenAndDosesCountOnce() {
    var rows = AtcFile.read(new StringReader("""
        \uFEFFatc_code,atc_name,ddd
        Z01AB01,invented one,1
        Z01AB01,invented one,2
        z01ab,Invented four,
        Z,INVENTED ONE,
        """));
    assertEquals(3, rows.size());
    assertEquals("{\"code\":\"Z\",\"name\":\"INVENTED ONE\",\"level\":\"1\",\"schedule_code\":null,\"parent\":null}",
        rows.getFirst().document().toString());
    assertEquals("{\"code\":\"Z01AB01\",\"name\":\"invented one\",\"level\":\"5\",\"schedule_code\":null,"
        + "\"parent\":{\"code\":\"Z01AB\",\"name\":\"Invented four\",\"level\":\"4\"}}",
        rows.getLast().document().toString());
  }

  @Test
  void whatIsNoClassificationIsRefusedWithItsLine() {
    var unusable = assertThrows(AtcFile.Unusable.class,
        () -> AtcFile.read(new StringReader("code,name\nZ,One\nnothing,Two\n")));
    assertTrue(String.valueOf(unusable.getMessage()).startsWith("line 3:"), unusable.getMessage());
    assertThrows(AtcFile.Unusable.class, () -> AtcFile.read(new StringReader("what,name\nZ,One\n")));
    assertEquals(0, AtcFile.read(new StringReader("code,name\n")).size());
  }
}
