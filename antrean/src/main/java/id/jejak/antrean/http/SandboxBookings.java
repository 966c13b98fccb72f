package id.jejak.antrean.http;

import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.Hours;
import id.jejak.antrean.contract.Limits;
import id.jejak.antrean.contract.Words;
import id.jejak.antrean.store.BookingStore;
import id.jejak.antrean.store.BookingStore.Booking;
import id.jejak.kernel.db.Db;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What happens outside the wire of a hospital: a booking made in Mobile JKN, which BPJS knows without being told, and
 * the branch office's word on a schedule. For the sandbox only. Thread-safe.
 */
final class SandboxBookings {
  private final Db db;
  private final BookingStore store;
  private final Hfis hfis;
  private final DemoWorld world;
  private final InstantSource clock;

  SandboxBookings(Db db, BookingStore store, Hfis hfis, DemoWorld world, InstantSource clock) {
    this.db = db;
    this.store = store;
    this.hfis = hfis;
    this.world = world;
    this.clock = clock;
  }

  Handler put() {
    return answering(this::put);
  }

  Handler decide() {
    return answering(this::decide);
  }

  private static Handler answering(Function<Params, Map<String, Object>> work) {
    return request -> {
      try {
        return Response.json(200, Json.write((Object) work.apply(Params.of(Dialect.ANTREAN, request))));
      } catch (Stop stop) {
        return Response.json(400, Json.write((Object) Map.of("error", stop.envelope().message())));
      }
    };
  }

  /** What is left out is that of the first member and the first doctor; a booking of the same code gives way. */
  private Map<String, Object> put(Params params) {
    var usual = world.usual();
    var code = params.text("kodebooking", Limits.BOOKING_LENGTH);
    var hours = params.textOrEmpty("jampraktek", Limits.CODE_LENGTH).map(text ->
        Hours.read(text).orElseThrow(() -> params.malformed("jampraktek")).text()).orElse(usual.hours());
    boolean member = params.textOrEmpty("jenispasien", Limits.CODE_LENGTH).map(Words.JKN::equals).orElse(true);
    int count = params.has("angkaantrean") ? params.integer("angkaantrean", 1, Integer.MAX_VALUE) : 1;
    var booking = new Booking(params.textOrEmpty("kode_ppk", Limits.CODE_LENGTH).orElse(usual.hospital()), code, member,
        params.textOrEmpty("nomorkartu", Limits.CODE_LENGTH).orElse(usual.card()),
        params.textOrEmpty("nik", Limits.CODE_LENGTH).orElse(usual.nik()),
        params.textOrEmpty("nohp", Limits.CODE_LENGTH).orElse("085635228888"),
        params.textOrEmpty("kodepoli", Limits.CODE_LENGTH).orElse(usual.sub()),
        params.textOrEmpty("norm", Limits.CODE_LENGTH).orElse(usual.record()),
        params.date("tanggalperiksa"),
        params.has("kodedokter") ? params.integer("kodedokter", 1, Integer.MAX_VALUE) : usual.doctor(), hours,
        params.has("jeniskunjungan") ? params.integer("jeniskunjungan", 1, 4) : 1,
        params.textOrEmpty("nomorreferensi", Limits.CODE_LENGTH).orElse(usual.reference()),
        params.textOrEmpty("nomorantrean", Limits.CODE_LENGTH).orElse("A-" + count), count,
        params.has("estimasidilayani") ? params.millis("estimasidilayani").toEpochMilli() : clock.millis(),
        params.has("pasienbaru") && params.integer("pasienbaru", 0, 1) == 1,
        params.textOrEmpty("sumberdata", Limits.CODE_LENGTH).orElse(Words.FROM_MOBILE), new byte[0], clock.instant());
    db.transaction(tx -> {
      store.remove(tx, booking.hospital(), booking.code());
      return store.add(tx, booking);
    });
    return new LinkedHashMap<>(Map.of("kodebooking", code));
  }

  private Map<String, Object> decide(Params params) {
    var hospital = params.textOrEmpty("kode_ppk", Limits.CODE_LENGTH).orElse(world.usual().hospital());
    int doctor = params.integer("kodedokter", 1, Integer.MAX_VALUE);
    boolean approve = params.integer("setuju", 0, 1) == 1;
    return hfis.decide(hospital, doctor, approve).<Map<String, Object>>map(state -> Map.of("state", state.name()))
        .orElseThrow(() -> params.malformed("kodedokter"));
  }
}
