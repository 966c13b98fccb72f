package id.jejak.antrean.http;

import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.WibText;
import id.jejak.antrean.domain.Referral;
import id.jejak.antrean.store.ConsumerStore;
import id.jejak.antrean.store.HfisStore;
import id.jejak.antrean.store.MemberStore;
import id.jejak.antrean.store.WorldStore;
import id.jejak.kernel.config.Secret;
import id.jejak.kernel.config.StartFailure;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Tokens;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/**
 * The {@code antrean} part of a world file: one's own hospitals with their credentials, the lists of reference, members
 * and referrals, put in at the first start. Everything or nothing, and a member that is not known stops the start.
 */
final class WorldFile {
  static final Set<String> MEMBERS =
      Set.of("bpjs", "poli", "dokter", "jadwal", "libur", "peserta", "referensi");

  private final Db db;
  private final WorldStore store;
  private final MemberStore members;
  private final SecretBox box;
  private final InstantSource clock;

  WorldFile(Db db, WorldStore store, MemberStore members, SecretBox box, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.members = members;
    this.box = box;
    this.clock = clock;
  }

  void load(JsonNode world) {
    for (var name : world.propertyNames()) {
      if (!MEMBERS.contains(name)) {
        throw new StartFailure("antrean has a member " + name + ", known: "
            + String.join(", ", new java.util.TreeSet<>(MEMBERS)));
      }
    }
    db.transaction(tx -> {
      if (store.empty(tx)) {
        fill(tx, world);
      }
      return true;
    });
  }

  private void fill(Handle tx, JsonNode world) {
    each(world, "bpjs", one -> new ConsumerStore.Kept(text(one, "cons_id"), text(one, "kode_ppk"),
        text(one, "nama_ppk"), box.seal(text(one, "cons_id"), new Secret(text(one, "secret_key"))),
        Tokens.hash(text(one, "user_key")))).forEach(one -> store.addConsumer(tx, one, clock.instant()));
    store.addClinics(tx, each(world, "poli", one -> new HfisStore.Clinic(text(one, "kdsubspesialis"),
        text(one, "nmsubspesialis"), text(one, "kdpoli"), text(one, "nmpoli"),
        one.path("sidik_jari").asBoolean(false))));
    store.addDoctors(tx, each(world, "dokter", one ->
        new HfisStore.Doctor(number(one, "kodedokter", Integer.MAX_VALUE), text(one, "namadokter"))));
    store.addSessions(tx, each(world, "jadwal", WorldFile::session));
    each(world, "libur", one -> one).forEach(one ->
        store.addHoliday(tx, date(one, "tanggal"), text(one, "keterangan")));
    store.addMembers(tx, each(world, "peserta", one -> new MemberStore.Member(text(one, "nomorkartu"),
        text(one, "nik"), text(one, "norm"), text(one, "nama"), text(one, "kelamin"), date(one, "tgllahir"),
        one.path("daftarfp").asBoolean(false))));
    each(world, "referensi", one -> one).forEach(one -> members.putReference(tx, text(one, "nomor"),
        new Referral(text(one, "nomorkartu"), number(one, "jenis", 4), date(one, "sampai"),
            one.path("sep_terbit").asBoolean(false)), date(one, "terbit")));
  }

  private static WorldStore.NewSession session(JsonNode one) {
    var hours = Hours.read(text(one, "jampraktek"))
        .orElseThrow(() -> new StartFailure("antrean: jampraktek must be written as 08:00-16:00"));
    return new WorldStore.NewSession(text(one, "kode_ppk"), number(one, "kodedokter", Integer.MAX_VALUE),
        text(one, "kdsubspesialis"), number(one, "hari", 8), hours.open(), hours.close(),
        number(one, "kapasitas", Integer.MAX_VALUE));
  }

  private static <T> List<T> each(JsonNode world, String name, Function<JsonNode, T> read) {
    var list = world.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new StartFailure("antrean: " + name + " must be a list");
    }
    var all = new ArrayList<T>();
    list.forEach(one -> all.add(read.apply(one)));
    return all;
  }

  private static String text(JsonNode one, String name) {
    var value = one.path(name);
    if (!value.isString() || value.stringValue().isBlank() || value.stringValue().length() > Limits.REMARK_LENGTH) {
      throw new StartFailure("antrean: " + name + " is missing, or not a text");
    }
    return value.stringValue().strip();
  }

  private static int number(JsonNode one, String name, int most) {
    var value = one.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1 || value.intValue() > most) {
      throw new StartFailure("antrean: " + name + " must be a whole number from 1 to " + most);
    }
    return value.intValue();
  }

  private static LocalDate date(JsonNode one, String name) {
    return WibText.date(text(one, name))
        .orElseThrow(() -> new StartFailure("antrean: " + name + " must be a date as 2021-03-16"));
  }
}
