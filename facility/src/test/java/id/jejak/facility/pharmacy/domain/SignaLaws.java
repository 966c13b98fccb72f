package id.jejak.facility.pharmacy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.facility.pharmacy.domain.Signa.Each;
import id.jejak.facility.pharmacy.domain.Signa.When;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read as it was meant, and what is read can be written again. */
public class SignaLaws {
  private static final int RUNS = 20_000;
  private static final List<String> MEASURES = List.of("", "tab", "cap", "pulv", "c", "cth", "gtt", "puff", "ml");
  private static final List<String> DOSES = List.of("1", "2", "0.5", "0.25", "0.75", "1.5", "2.5", "10", "12.5",
      "0.125");

  /** A signa that somebody might write. */
  public static Signa any(Random random) {
    var whens = EnumSet.noneOf(When.class);
    for (var when : When.values()) {
      if (random.nextInt(6) == 0) {
        whens.add(when);
      }
    }
    var each = Each.values()[random.nextInt(Each.values().length)];
    return new Signa(1 + random.nextInt(6), each == Each.DAY ? 1 + random.nextInt(2) : 1 + random.nextInt(12), each,
        new BigDecimal(DOSES.get(random.nextInt(DOSES.size()))), MEASURES.get(random.nextInt(MEASURES.size())), whens,
        random.nextBoolean(), random.nextInt(4) * 5);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var random = new Random(20261122);
    for (int i = 0; i < RUNS; i++) {
      var signa = any(random);
      assertEquals(Optional.of(signa), Signa.read(signa.text()), signa.text());
    }
  }

  @Test
  void whatAPatientReadsIsReadAgainToo() {
    var random = new Random(7);
    for (int i = 0; i < RUNS; i++) {
      var any = any(random);
      var daily = new Signa(any.times(), 1, Each.DAY, any.dose(), "tab", any.whens(), any.asNeeded(), any.days());
      assertEquals(Optional.of(daily), Signa.read(daily.words("TAB")), daily.words("TAB"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"3 dd 1|3 dd 1", "S 3 dd 1 tab pc|3 dd 1 tab p.c.", "s.3.dd.1|3 dd 1",
      "3x1|3 dd 1", "3 x sehari 1 tablet sesudah makan|3 dd 1 tab p.c.", "2 dd ½|2 dd 1/2", "2dd1½ tab|2 dd 1 1/2 tab",
      "3 dd cth 1|3 dd 1 cth", "1 dd 1 h.s.|1 dd 1 h.s.", "tiap 8 jam 1 kapsul|1x / 8 jam 1 cap",
      "3 dd 1 prn|3 dd 1 p.r.n.",
      "3 DD 1 CAPS A.C.|3 dd 1 cap a.c.", "2 dd gtt 3|2 dd 3 gtt", "3 dd 1 selama 5 hari|3 dd 1 selama 5 hari"})
  void isReadAsDoctorsWriteIt(String written, String means) {
    assertEquals(Optional.of(means), Signa.read(written).map(Signa::text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "usus sue", "dioleskan tipis", "dd 1", "0 dd 1", "3 dd 1/0", "3 dd 0"})
  void whatSaysNothingIsNotGuessed(String written) {
    assertEquals(Optional.empty(), Signa.read(written));
  }

  @Test
  void saysItToThePatientAndCounts() {
    var signa = new Signa(3, 1, Each.DAY, BigDecimal.ONE, "", Set.of(When.PC), false, 5);
    assertEquals("3 kali sehari 1 tablet, sesudah makan, selama 5 hari", signa.words("TAB"));
    assertEquals(Optional.of(new BigDecimal("15")), signa.needed(5));
    assertEquals("setiap 8 jam 1 kapsul", Signa.read("tiap 8 jam 1").orElseThrow().words("CAP"));
  }
}
