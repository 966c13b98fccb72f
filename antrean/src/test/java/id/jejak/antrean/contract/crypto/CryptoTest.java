package id.jejak.antrean.contract.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Values that other programs made, and laws for all that they did not. */
class CryptoTest {
  @Test
  void signsAsThePublishedExample() {
    assertEquals("20BKS3PWnD3XU4JbSSZvVlGi2WWnDa8Sv9uHJ+wsELA=", Signature.base64("aaa", "bbb"));
  }

  @Test
  void knowsItsOwnSignatureOnly() {
    var good = Signature.of("12345", "1700000000", "s3cr3t");
    assertTrue(Signature.matches(good, "12345", "1700000000", "s3cr3t"));
    assertFalse(Signature.matches(good, "12345", "1700000001", "s3cr3t"));
    assertFalse(Signature.matches(good, "12346", "1700000000", "s3cr3t"));
    assertFalse(Signature.matches(good.substring(1), "12345", "1700000000", "s3cr3t"));
    assertFalse(Signature.matches("", "12345", "1700000000", "s3cr3t"));
  }

  @Test
  void compressesAsTheLibraryOfThatName() {
    assertEquals("NoXSA", LzString.compress("[]"));
    assertEquals("Q", LzString.compress(""));
    assertEquals("BYUwNmD2Q", LzString.compress("hello"));
    assertEquals("", LzString.decompress("Q"));
    assertEquals("hello", LzString.decompress("BYUwNmD2Q"));
  }

  @Test
  void aBlankStandsForAPlus() {
    for (int seed = 1; seed < 400; seed++) {
      var random = new Random(seed);
      var text = "%08x%08x%08x".formatted(random.nextInt(), random.nextInt(), random.nextInt());
      var compressed = LzString.compress(text);
      if (compressed.indexOf('+') >= 0) {
        assertEquals(text, LzString.decompress(compressed.replace('+', ' ')));
        return;
      }
    }
    throw new AssertionError("no text gave a plus");
  }

  @RepeatedTest(100)
  void everyTextComesBack(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int alphabet = new int[] {2, 5, 60, 300, 65_536}[random.nextInt(5)];
    var text = new StringBuilder();
    for (int n = random.nextInt(3_000); n > 0; n--) {
      text.append((char) random.nextInt(alphabet)); // halves of surrogate pairs too
    }
    assertEquals(text.toString(), LzString.decompress(LzString.compress(text.toString())));
  }

  @RepeatedTest(100)
  void whatIsNoCompressedTextIsRefused(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var text = new StringBuilder(LzString.compress("{\"list\":[1,2,3]}".repeat(20)));
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(100)));
    }
    try {
      LzString.decompress(text.toString());
    } catch (LzString.Unreadable e) {
      assertTrue(e.getMessage().length() > 10);
    }
  }

  @Test
  void aFewBytesDoNotFillTheMemory() {
    var bomb = LzString.compress("a".repeat(LzString.LONGEST + 1));
    assertTrue(bomb.length() < 100_000, "bytes: " + bomb.length());
    assertThrows(LzString.Unreadable.class, () -> LzString.decompress(bomb));
  }

  @Test
  void opensWhatItClosedAndNothingElse() {
    var cipher = new AnswerCipher("12345", "s3cr3t", "1700000000");
    assertEquals("9QWUYipOzrbqMQ+VPsbgEg==", cipher.seal("[]"));
    assertEquals("[]", cipher.open("9QWUYipOzrbqMQ+VPsbgEg=="));
    var later = new AnswerCipher("12345", "s3cr3t", "1700000001");
    assertThrows(AnswerCipher.Closed.class, () -> later.open("9QWUYipOzrbqMQ+VPsbgEg=="));
    assertThrows(AnswerCipher.Closed.class, () -> cipher.open("not base64!"));
    assertThrows(AnswerCipher.Closed.class, () -> cipher.open("AAAA"));
    assertThrows(AnswerCipher.Closed.class, () -> cipher.open(""));
  }
}
