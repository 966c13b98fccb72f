package id.jejak.facility.pharmacy.remote;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Carrier;
import id.jejak.delivery.Parcel;
import id.jejak.delivery.Remedy;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.client.Acknowledged;
import id.jejak.ttac.client.TtacClient;
import id.jejak.ttac.client.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries receipts, sendings and returns to TTAC: {@code {"barcodes": [...], "target": 456, "reason": "...", "key":
 * "..."}}; a return has one barcode, which is the form that every TTAC takes. Thread-safe.
 */
public final class TtacCarrier implements Carrier {
  /** The kinds of parcels that it carries. */
  public static final String RECEIVE = "receive";
  /** To another facility. */
  public static final String SEND = "send";
  /** Back to another facility. */
  public static final String RETURN = "return";
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Remotes remotes;

  /** Over the clients of the facilities. */
  public TtacCarrier(Remotes remotes) {
    this.remotes = remotes;
  }

  /** The line in which a facility's movements stand. */
  public static String line(String facility) {
    return "stock " + facility;
  }

  @Override
  public String remote() {
    return "ttac";
  }

  @Override
  public Carried carry(Parcel parcel) {
    return remotes.ttac(parcel.facility()).map(client -> carried(keyed(parcel, write(client, parcel)).attempt()))
        .orElseGet(TtacCarrier::notYet);
  }

  @Override
  public Optional<Carried> lookFor(Parcel parcel) {
    var client = remotes.ttac(parcel.facility());
    if (client.isEmpty()) {
      return Optional.of(notYet());
    }
    var answer = keyed(parcel, write(client.get(), parcel)).begun().settle();
    return answer instanceof Answer.Later<Acknowledged>(var wait, _) && wait.isZero() ? Optional.empty()
        : Optional.of(carried(answer));
  }

  private static Carried notYet() {
    return new Carried.Later(Optional.of(SOON), "this server does not listen yet");
  }

  /** With a key the server knows a repeat, whoever makes it. */
  private Write keyed(Parcel parcel, Write write) {
    return remotes.keys() ? write.under(parcel.body().path("key").asString()) : write;
  }

  private static Write write(TtacClient client, Parcel parcel) {
    var barcodes = parcel.body().path("barcodes").valueStream().map(one -> one.asString()).toList();
    int target = parcel.body().path("target").asInt(0);
    return switch (parcel.kind()) {
      case RECEIVE -> client.receiving(barcodes);
      case SEND -> client.sending(target, barcodes);
      case RETURN -> client.returning(target, barcodes.getFirst(), parcel.body().path("reason").asString(""));
      default -> throw new IllegalArgumentException("TTAC is not told of a " + parcel.kind());
    };
  }

  private static Carried carried(Answer<Acknowledged> answer) {
    return switch (answer) {
      case Answer.Done<Acknowledged>(var told, _) -> new Carried.Done(Json.read(Json.write((Object) Map.of("message",
          told.message()))));
      case Answer.Refused<Acknowledged>(var code, var message) -> ALREADY.contains(code)
          ? new Carried.Done(Json.read(Json.write((Object) Map.of("message", message))))
          : new Carried.Refused(code.equals("E001") ? Remedy.CREDENTIALS : Remedy.FIX_DATA, code, message);
      case Answer.Later<Acknowledged>(var wait, var why) -> new Carried.Later(Optional.of(wait), why);
      case Answer.Unknown<Acknowledged>(var why) -> new Carried.Unknown(why);
    };
  }

  /** What was received already, or sent already, is there: that is all that is owed. */
  private static final List<String> ALREADY = List.of("E024", "E016", "E017");
}
