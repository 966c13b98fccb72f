package id.jejak.app.web.queue;

import id.jejak.app.web.ground.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What hangs in a waiting room: who was called, and how far each door has come. Numbers and clinics only. */
public record Board(String name, Instant at, List<Call> calls, List<Door> doors, List<Row> pharmacy) {
  /** Somebody was called. */
  public record Call(boolean toPharmacy, String number, String place, String doctor, boolean compounded, int calls,
      Instant at) {
    /** Names this call among all. */
    public String key() {
      return number + (compounded ? "R" : "") + (toPharmacy ? "F" : "") + "@" + at.toEpochMilli();
    }

    /** As it is shown. */
    public String shown(Page page) {
      return toPharmacy ? (compounded ? page.say("Racikan", "Compound") : page.say("Obat jadi", "Medicine")) + " "
          + number : number;
    }

    /** Where to go. */
    public String where(Page page) {
      return toPharmacy ? page.say("Loket farmasi", "Pharmacy counter") : place;
    }

    /** As it is said, in Indonesian, whatever the screen is written in: the room listens. */
    public String spoken() {
      return toPharmacy ? "Nomor antrean farmasi, " + (compounded ? "racikan, " : "obat jadi, ") + number
          + ", silakan menuju loket farmasi." : "Nomor antrean, " + number.replace("-", ", ")
          + ", silakan menuju poli " + clinic() + (doctor.isEmpty() ? "" : ", " + doctorNamed()) + ".";
    }

    /** The clinic without the word for one. */
    String clinic() {
      return place.toLowerCase(Locale.ROOT).replaceFirst("^(poli(klinik)?|klinik)\\s+", "");
    }

    /** As people say a doctor's name: titles in full, and none of the degrees, which a voice would spell. */
    String doctorNamed() {
      return doctor.split(",", 2)[0].strip().replaceAll("(?i)\\bprof\\.\\s*", "profesor ")
          .replaceAll("(?i)\\bdrg\\.\\s*", "dokter gigi ").replaceAll("(?i)\\bdr\\.\\s*", "dokter ");
    }
  }

  /** A doctor's door. */
  public record Door(String clinic, String doctor, String hours, String called, int waiting, boolean closed) {}

  /** The pharmacy's numbers of one kind. */
  public record Row(boolean compounded, int last, int waiting, int called) {}

  static Board of(JsonNode data) {
    return new Board(data.path("name").asString(""), Instant.parse(data.path("at").asString("")),
        data.path("calls").valueStream().map(one -> new Call(one.path("kind").asString("").equals("pharmacy"),
            one.path("number").asString(""), one.path("place").asString(""), one.path("doctor").asString(""),
            one.path("compounded").asBoolean(false), one.path("calls").asInt(0),
            Instant.parse(one.path("at").asString("")))).toList(),
        data.path("sessions").valueStream().map(one -> new Door(one.path("clinic").asString(""),
            one.path("doctor").asString(""), one.path("hours").asString(""), one.path("called").asString(""),
            one.path("waiting").asInt(0), one.path("closed").asBoolean(false))).toList(),
        data.path("pharmacy").valueStream().map(one -> new Row(one.path("compounded").asBoolean(false),
            one.path("last").asInt(0), one.path("waiting").asInt(0), one.path("called").asInt(0))).toList());
  }

  /** The same but for the moment at which it was asked for: whether a screen must change. */
  public boolean same(Board other) {
    return name.equals(other.name) && calls.equals(other.calls) && doors.equals(other.doors)
        && pharmacy.equals(other.pharmacy);
  }
}
