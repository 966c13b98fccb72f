package id.jejak.app.web.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceTest {
  private static final Path OURS = Path.of("src/main/resources/id/jejak/app/web/voice");
  private static final long ALL_TOGETHER = 250_000;
  @TempDir
  private Path folder;

  private static Board.Call call(String number, String place, String doctor) {
    return new Board.Call(false, number, place, doctor, false, 1, Instant.EPOCH);
  }

  private static Board.Call medicine(String number, boolean compounded) {
    return new Board.Call(true, number, "", "", compounded, 1, Instant.EPOCH);
  }

  private static Response asked(Voice voice, String name) {
    var address = voice.address();
    var hash = address.substring(address.indexOf("voice/") + 6, address.length() - 1);
    return voice.serve(request(hash, name));
  }

  private static Request request(String hash, String name) {
    return new Request("GET", "/", "", Headers.NONE, Body.EMPTY, "", "", Map.of("hash", hash, "name", name));
  }

  private void record(String name) throws IOException {
    Files.write(folder.resolve(name), new byte[] {1, 2, 3});
  }

  @ParameterizedTest
  @CsvSource({"B-0, b nol", "B-7, b tujuh", "A-10, a sepuluh", "A-11, a sebelas", "A-12, a dua belas",
      "C-20, c dua puluh", "C-35, c tiga puluh lima", "D-100, d seratus", "D-101, d seratus satu", "D-111, d seratus sebelas",
      "E-219, e dua ratus sembilan belas", "F-1000, f seribu", "F-2345, f dua ribu tiga ratus empat puluh lima",
      "007, nol nol tujuh", "AB12, a b dua belas", "12345, satu dua tiga empat lima", "é 3, tiga"})
  void aNumberIsSaidAsPeopleSayIt(String number, String said) {
    assertEquals("nomor-antrean , " + said + " , silakan-menuju poli-anak", Voice.of("").said(call(number, "Poli Anak", "")));
  }

  @Test
  void aCallSaysWhereToGoAsFarAsThereAreRecordings() throws IOException {
    var ours = Voice.of("");
    assertEquals("nomor-antrean-farmasi , racikan , tiga , silakan-menuju loket-farmasi", ours.said(medicine("3", true)));
    assertEquals("nomor-antrean-farmasi , obat-jadi , dua belas , silakan-menuju loket-farmasi",
        ours.said(medicine("12", false)));
    assertEquals("nomor-antrean , a satu , silakan-menuju poli-penyakit-dalam",
        ours.said(call("A-1", "PENYAKIT DALAM", "dr. Ratna Kusuma, Sp.PD")));
    assertEquals("nomor-antrean , a satu , silakan-lihat-layar", ours.said(call("A-1", "Poli Eksekutif & VIP", "")));
    record("poli-eksekutif-vip.ogg");
    record("dokter-ratna-kusuma.wav");
    var own = Voice.of(folder.toString());
    assertEquals("nomor-antrean , a satu , silakan-menuju poli-eksekutif-vip , dokter-ratna-kusuma",
        own.said(call("A-1", "Poli Eksekutif & VIP", "dr. Ratna Kusuma, Sp.PD")));
  }

  @Test
  void aHospitalsOwnRecordingsTakeThePlaceOfOurs() throws IOException {
    record("satu.ogg");
    record("catatan.txt");
    var voice = Voice.of(folder.toString());
    var satu = asked(voice, "satu");
    assertArrayEquals(new byte[] {1, 2, 3}, satu.content() instanceof Response.Content.Bytes(var bytes) ? bytes : null);
    assertEquals("audio/ogg", satu.header("Content-Type").orElse(""));
    assertTrue(satu.header("Cache-Control").orElse("").contains("immutable"));
    assertEquals("audio/mpeg", asked(voice, "dua").header("Content-Type").orElse(""));
    assertEquals(404, asked(voice, "../voice/dua").status());
    assertEquals(404, asked(voice, "catatan").status());
    Files.write(folder.resolve("satu.ogg"), new byte[] {1, 2, 3, 4});
    assertNotEquals(voice.address(), Voice.of(folder.toString()).address(), "screens load it anew");
    assertNotEquals(voice.address(), Voice.of("").address());
    var old = voice.serve(request("before", "dua"));
    assertEquals("no-cache", old.header("Cache-Control").orElse(""));
  }

  @Test
  void aRecordingThatWouldNeverBeSaidStopsTheStart() throws IOException {
    record("stau.mp3");
    assertTrue(assertThrows(StartFailure.class, () -> Voice.of(folder.toString())).getMessage().contains("stau.mp3"));
    Files.delete(folder.resolve("stau.mp3"));
    record("satu.mp3");
    record("satu.ogg");
    assertTrue(assertThrows(StartFailure.class, () -> Voice.of(folder.toString())).getMessage().contains("twice"));
    Files.delete(folder.resolve("satu.ogg"));
    Files.write(folder.resolve("satu.mp3"), new byte[(int) Voice.MOST_BYTES + 1]);
    assertTrue(assertThrows(StartFailure.class, () -> Voice.of(folder.toString())).getMessage().contains("larger"));
    var none = folder.resolve("none").toString();
    assertTrue(assertThrows(StartFailure.class, () -> Voice.of(none)).getMessage().contains("display.voice.folder"));
  }

  @Test
  void everyRecordingOfOursIsThereAndTheScriptMakesIt() throws IOException {
    try (var files = Files.list(OURS)) {
      assertEquals(new TreeSet<>(VoiceWords.OURS), files.map(file -> file.getFileName().toString().replace(".mp3", ""))
          .collect(Collectors.toCollection(TreeSet::new)));
    }
    assertEquals(new TreeSet<>(VoiceWords.OURS), Files.readAllLines(Path.of("src/voice/words.txt")).stream()
        .filter(line -> !line.startsWith("#")).map(line -> line.substring(0, line.indexOf('=')))
        .collect(Collectors.toCollection(TreeSet::new)));
    long bytes = 0;
    for (var name : VoiceWords.OURS) {
      long size = Files.size(OURS.resolve(name + ".mp3"));
      assertFalse(size < 500, name + " is empty");
      bytes += size;
    }
    assertTrue(bytes < ALL_TOGETHER, bytes + " bytes");
    var guide = Files.readString(Path.of("../docs/guides/display-voice.md"));
    VoiceWords.OURS.stream().filter(name -> name.length() > 1).forEach(name -> assertTrue(guide.contains("`" + name + "`"),
        name + " is not in the guide"));
  }
}
