package id.jejak.app.web.queue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which recordings there may be, and with which of them a call is said. Stateless. */
final class VoiceWords {
  /** A moment of silence. */
  static final String PAUSE = ",";
  /** Ours, all of them. */
  static final Set<String> OURS = ours();
  /** What a hospital may name a recording of its own: any clinic and any doctor. */
  private static final String OWN = "(poli|dokter|dokter-gigi|profesor)(-[a-z0-9]+)+";
  private static final List<String> DIGITS = List.of("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh",
      "delapan", "sembilan");
  private static final Pattern PIECE = Pattern.compile("[a-z]|[0-9]+");

  private VoiceWords() {}

  private static Set<String> ours() {
    var all = new LinkedHashSet<>(List.of("suara-menyala", "nomor-antrean", "nomor-antrean-farmasi", "racikan",
        "obat-jadi", "silakan-menuju", "loket-farmasi", "silakan-lihat-layar", "nol", "satu", "dua", "tiga", "empat",
        "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "belas", "puluh", "seratus", "ratus",
        "seribu", "ribu"));
    for (char letter = 'a'; letter <= 'z'; letter++) {
      all.add(String.valueOf(letter));
    }
    for (var clinic : List.of("anak", "bedah", "bedah-mulut", "bedah-saraf", "gigi", "gigi-dan-mulut", "gizi-klinik",
        "jantung", "jantung-dan-pembuluh-darah", "jiwa", "kandungan", "kedokteran-fisik-dan-rehabilitasi",
        "kedokteran-jiwa", "kulit-dan-kelamin", "kulit-kelamin", "mata", "obstetri-dan-ginekologi",
        "orthopedi-dan-traumatology", "paru", "penyakit-dalam", "rehabilitasi-medik", "saraf", "tht", "umum", "urologi")) {
      all.add("poli-" + clinic);
    }
    return all;
  }

  /** Whether a recording of this name could ever be said. */
  static boolean known(String name) {
    return OURS.contains(name) || name.matches(OWN);
  }

  /**
   * A call. Where there is no recording of the clinic, people are asked to look at the screen; where there is none of the
   * doctor, nobody is named.
   */
  static List<String> of(Board.Call call, Predicate<String> there) {
    var all = new ArrayList<String>();
    all.add(call.toPharmacy() ? "nomor-antrean-farmasi" : "nomor-antrean");
    all.add(PAUSE);
    if (call.toPharmacy()) {
      all.add(call.compounded() ? "racikan" : "obat-jadi");
      all.add(PAUSE);
    }
    number(call.number(), all);
    all.add(PAUSE);
    var place = call.toPharmacy() ? "loket-farmasi" : named("poli " + call.clinic());
    if (!there.test(place)) {
      all.add("silakan-lihat-layar");
      return all;
    }
    all.add("silakan-menuju");
    all.add(place);
    var doctor = named(call.doctorNamed());
    if (!doctor.isEmpty() && there.test(doctor)) {
      all.add(PAUSE);
      all.add(doctor);
    }
    return all;
  }

  /** As files are named: {@code POLI GIGI & MULUT} is {@code poli-gigi-mulut}. */
  static String named(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /** Letters one by one, and numbers as people say them; {@code 007} digit by digit. */
  private static void number(String text, List<String> into) {
    PIECE.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).forEach(part -> {
      if (part.matches("[a-z]")) {
        into.add(part);
      } else if (part.matches("[1-9][0-9]{0,3}|0")) {
        counted(Integer.parseInt(part), into);
      } else {
        part.chars().forEach(digit -> into.add(DIGITS.get(digit - '0')));
      }
    });
  }

  /** Up to 9,999. */
  private static void counted(int number, List<String> into) {
    if (number >= 1_000) {
      some(number / 1_000, "seribu", "ribu", number % 1_000, into);
    } else if (number >= 100) {
      some(number / 100, "seratus", "ratus", number % 100, into);
    } else if (number >= 20) {
      some(number / 10, "puluh", "puluh", number % 10, into);
    } else if (number >= 12) {
      into.add(DIGITS.get(number - 10));
      into.add("belas");
    } else {
      into.add(number == 11 ? "sebelas" : number == 10 ? "sepuluh" : DIGITS.get(number));
    }
  }

  private static void some(int many, String one, String unit, int rest, List<String> into) {
    if (many == 1) {
      into.add(one);
    } else {
      into.add(DIGITS.get(many));
      into.add(unit);
    }
    if (rest > 0) {
      counted(rest, into);
    }
  }
}
