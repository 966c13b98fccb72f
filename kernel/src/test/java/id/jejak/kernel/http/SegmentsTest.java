package id.jejak.kernel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void decodesASegmentOnce() {
    assertEquals("Y03-20#1617068533", Segments.decoded("Y03-20%231617068533"));
    assertEquals("07:00-15:00", Segments.decoded("07%3A00-15%3a00"));
    assertEquals("2026/03/13", Segments.decoded("2026%2F03%2F13"));
    assertEquals("%2F", Segments.decoded("%252F"));
    assertEquals("a+b é", Segments.decoded("a+b%20%C3%A9"));
  }

  @Test
  void leavesAloneWhatIsNoEscape() {
    assertEquals("100%", Segments.decoded("100%"));
    assertEquals("%zz", Segments.decoded("%zz"));
    assertEquals("%C3(", Segments.decoded("%C3("));
  }

  @Test
  void aSlashInsideASegmentDoesNotSplitThePath() {
    assertTrue(Segments.ambiguous("/a/2026%2f03"));
    assertFalse(Segments.ambiguous("/a/07%3A00"));
    assertEquals("/a/2026%2F03/b c", Segments.decodedButSlashes("/a/2026%2f03/b%20c"));
    assertEquals("2026/03", Segments.decoded(Segments.decodedButSlashes("2026%2F03")));
    assertEquals("50%2F", Segments.decoded(Segments.decodedButSlashes("50%252F")));
  }
}
