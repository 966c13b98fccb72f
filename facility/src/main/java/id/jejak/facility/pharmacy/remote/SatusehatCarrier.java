package id.jejak.facility.pharmacy.remote;

import id.jejak.delivery.Carried;
import id.jejak.delivery.Carrier;
import id.jejak.delivery.Parcel;
import id.jejak.delivery.Remedy;
import id.jejak.kernel.http.Answer;
import id.jejak.kernel.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries prescriptions and dispenses to SATUSEHAT, each as one transaction with a visit that is found again by its
 * identifier; fetches the national number that comes some seconds later; and gives a dispense that was taken back a status
 * that counts nothing. Thread-safe.
 */
public final class SatusehatCarrier implements Carrier {
  /** A prescription: {@code {"prescription": 1}}. */
  public static final String PRESCRIPTION = "prescription";
  /** Its national number: {@code {"prescription": 1}}. */
  public static final String NUMBER = "number";
  /** Dispenses of one prescription: {@code {"dispenses": [1, 2]}}. */
  public static final String DISPENSES = "dispenses";
  /** A dispense that was taken back: {@code {"dispense": 1}}. */
  public static final String TAKEBACK = "takeback";
  /** It is about something that SATUSEHAT was never told: what should have come before it stepped aside or was given up. */
  public static final String UNTOLD = "UNTOLD";
  private static final String UNTOLD_ADVICE = ": the parcel that tells it was set aside or given up. Drive that one again, and this"
      + " one follows by itself; where it was given up for good, give this one up, too";
  private static final String NO_ROOM = ": say where the facility's rooms are (PUT /facility/v1/facility), then drive this"
      + " again";
  private static final String NOBODY = ": whoever signed needs their number there, as practitioner of their account"
      + " (PUT /facility/v1/staff/ID); then drive this again";
  private static final String CHANGED = "412";
  private static final int TRIES = 3;
  private static final String NRN = "http://sys-ids.kemkes.go.id/prescription/national";
  private static final String OWN = "http://sys-ids.kemkes.go.id/prescription";
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Remotes remotes;
  private final Reports reports;

  /** Over the clients of the facilities. */
  public SatusehatCarrier(Remotes remotes, Reports reports) {
    this.remotes = remotes;
    this.reports = reports;
  }

  @Override
  public String remote() {
    return "satusehat";
  }

  @Override
  public Carried carry(Parcel parcel) {
    var fhir = remotes.satusehat(parcel.facility());
    if (fhir.isEmpty()) {
      return new Carried.Later(Optional.of(SOON), "this server does not listen yet");
    }
    try {
      return switch (parcel.kind()) {
        case NUMBER -> number(fhir.get(), parcel);
        case TAKEBACK -> takeBack(fhir.get(), parcel, TRIES);
        default -> transaction(fhir.get(), parcel);
      };
    } catch (Reports.NotYet e) {
      return new Carried.Refused(Remedy.HUMAN, UNTOLD, e.getMessage() + UNTOLD_ADVICE);
    } catch (Reports.Gone e) {
      return new Carried.Refused(Remedy.HUMAN, "gone", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<Carried> lookFor(Parcel parcel) {
    var fhir = remotes.satusehat(parcel.facility());
    if (fhir.isEmpty()) {
      return Optional.of(new Carried.Later(Optional.of(SOON), "this server does not listen yet"));
    }
    try {
      return switch (parcel.kind()) {
        case NUMBER -> Optional.empty();
        case TAKEBACK -> seenTakenBack(fhir.get(), parcel);
        default -> found(fhir.get(), parcel, bundle(parcel));
      };
    } catch (Reports.NotYet e) { // it cannot have been worded, so it was not sent
      return Optional.empty();
    } catch (Reports.Gone e) {
      return Optional.of(new Carried.Refused(Remedy.HUMAN, "gone", String.valueOf(e.getMessage())));
    }
  }

  private JsonNode bundle(Parcel parcel) {
    return parcel.kind().equals(PRESCRIPTION) ? reports.prescription(parcel.facility(), id(parcel))
        : reports.dispenses(parcel.facility(), ids(parcel));
  }

  private static long id(Parcel parcel) {
    return parcel.body().path("prescription").asLong(0);
  }

  private static List<Long> ids(Parcel parcel) {
    return parcel.body().path("dispenses").valueStream().map(one -> one.asLong(0)).toList();
  }

  private Carried transaction(Fhir fhir, Parcel parcel) {
    var bundle = bundle(parcel);
    return ended(fhir.transaction(bundle), answer -> {
      keep(parcel, answer.path("entry").valueStream().map(entry -> entry.path("response").path("resourceID").asString(""))
          .toList());
      return done(parcel);
    }, (code, message) -> refused(fhir, parcel, bundle, code, message), Function.identity());
  }

  /**
   * How asking ended.
   *
   * @param otherwise is given what came instead of an answer
   */
  private static <R> R ended(Answer<JsonNode> answer, Function<JsonNode, R> done, BiFunction<String, String, R> refused,
      Function<Carried, R> otherwise) {
    return switch (answer) {
      case Answer.Done<JsonNode>(var said, _) -> done.apply(said);
      case Answer.Refused<JsonNode>(var code, var message) -> refused.apply(code, message);
      case Answer.Later<JsonNode>(var wait, var why) -> otherwise.apply(new Carried.Later(Optional.of(wait), why));
      case Answer.Unknown<JsonNode>(var why) -> otherwise.apply(new Carried.Unknown(why));
    };
  }

  /** Where nothing was to be written, nothing can be there without our knowing: it is read again. */
  private static Carried onlyRead(Carried end) {
    return end instanceof Carried.Unknown(var why) ? new Carried.Later(Optional.of(SOON), why) : end;
  }

  /** A duplicate is there already, by an attempt whose answer was lost. */
  private Carried refused(Fhir fhir, Parcel parcel, JsonNode bundle, String code, String message) {
    if (message.toLowerCase(Locale.ROOT).contains("duplicate")) {
      var found = found(fhir, parcel, bundle);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return refused(code, message);
  }

  private static Carried refused(String code, String message) {
    var remedy = code.equals("401") || code.equals("403") ? Remedy.CREDENTIALS
        : message.contains("Code not found") ? Remedy.FIX_MAPPING : Remedy.FIX_DATA;
    return new Carried.Refused(remedy, code, message + advice(message));
  }

  /** What the platform asks of a visit and only an administrator can tell; it is worded anew each time it is sent. */
  private static String advice(String message) {
    return message.contains("10120") ? NO_ROOM : message.contains("10336") ? NOBODY : "";
  }

  /** Reads the dispense and puts it back with its new status; whoever changed it in between is read again. */
  private Carried takeBack(Fhir fhir, Parcel parcel, int tries) {
    var owed = reports.takenBack(parcel.facility(), dispense(parcel));
    var path = "/MedicationDispense/" + owed.remote();
    return ended(fhir.read(path), read -> stands(read, owed) ? toldTakenBack(parcel)
        : read instanceof ObjectNode whole ? put(fhir, parcel, path, whole, owed, tries)
            : new Carried.Later(Optional.of(SOON), "no resource came"), SatusehatCarrier::refused, SatusehatCarrier::onlyRead);
  }

  private Carried put(Fhir fhir, Parcel parcel, String path, ObjectNode read, Reports.TakenBack owed, int tries) {
    return ended(fhir.replace(path, read.deepCopy().put("status", owed.status()), read.at("/meta/versionId").asString("")),
        _ -> toldTakenBack(parcel), (code, message) -> !code.equals(CHANGED) ? refused(code, message)
            : tries > 1 ? takeBack(fhir, parcel, tries - 1)
            : new Carried.NotYet(SOON, "it is being changed by somebody else"), Function.identity());
  }

  /** Whether the status was put, by an attempt whose answer was lost. */
  private Optional<Carried> seenTakenBack(Fhir fhir, Parcel parcel) {
    var owed = reports.takenBack(parcel.facility(), dispense(parcel));
    return ended(fhir.read("/MedicationDispense/" + owed.remote()),
        read -> stands(read, owed) ? Optional.of(toldTakenBack(parcel)) : Optional.empty(),
        (code, message) -> Optional.of(refused(code, message)), Optional::of);
  }

  private static boolean stands(JsonNode read, Reports.TakenBack owed) {
    return read.path("status").asString("").equals(owed.status());
  }

  private Carried toldTakenBack(Parcel parcel) {
    reports.toldTakenBack(parcel.facility(), dispense(parcel));
    return done(parcel);
  }

  private static long dispense(Parcel parcel) {
    return parcel.body().path("dispense").asLong(0);
  }

  /** Looks for the visit by its identifier, and for what belongs to it. */
  private Optional<Carried> found(Fhir fhir, Parcel parcel, JsonNode bundle) {
    var visit = bundle.at("/entry/0/resource");
    var identifier = visit.at("/identifier/0/system").asString() + "|" + visit.at("/identifier/0/value").asString();
    return ended(fhir.search("Encounter", "identifier", identifier, ""), searched -> {
      var encounter = searched.at("/entry/0/resource/id").asString("");
      return encounter.isEmpty() ? Optional.empty() : rest(fhir, parcel, bundle, encounter);
    }, SatusehatCarrier::cannotLook, Optional::of);
  }

  private static Optional<Carried> cannotLook(String code, String message) {
    return Optional.of(new Carried.Unknown("cannot be looked up: " + code + " " + message));
  }

  private Optional<Carried> rest(Fhir fhir, Parcel parcel, JsonNode bundle, String encounter) {
    var answer = parcel.kind().equals(PRESCRIPTION)
        ? fhir.search("DocumentReference", "identifier", documentOf(bundle), "&_include=DocumentReference:related")
        : fhir.search("MedicationDispense", "context", encounter, "&subject="
            + bundle.at("/entry/1/resource/subject/reference").asString().replace("Patient/", ""));
    return ended(answer, searched -> {
      keep(parcel, inOrder(bundle, searched, encounter));
      return Optional.of(done(parcel));
    }, SatusehatCarrier::cannotLook, Optional::of);
  }

  private static String documentOf(JsonNode bundle) {
    var entries = bundle.path("entry");
    var identifier = entries.path(entries.size() - 1).at("/resource/identifier/0");
    return identifier.path("system").asString() + "|" + identifier.path("value").asString();
  }

  /** Ids in the order of the transaction's entries; each item is known by its own identifier. */
  private static List<String> inOrder(JsonNode bundle, JsonNode searched, String encounter) {
    var ids = new ArrayList<String>();
    ids.add(encounter);
    for (int i = 1; i < bundle.path("entry").size(); i++) {
      var wanted = bundle.path("entry").path(i).path("resource");
      ids.add(searched.path("entry").valueStream().map(entry -> entry.path("resource"))
          .filter(one -> one.path("resourceType").equals(wanted.path("resourceType"))
              && itemOf(one).equals(itemOf(wanted)))
          .map(one -> one.path("id").asString("")).findFirst().orElse(""));
    }
    return ids;
  }

  /** Its own number: stamps, the national number and who pays may have come or changed since it was sent. */
  private static String itemOf(JsonNode resource) {
    return resource.path("identifier").valueStream().filter(one -> one.path("system").asString("").startsWith(OWN)
            && !one.path("system").asString("").equals(NRN))
        .map(one -> one.path("system").asString("") + "|" + one.path("value").asString(""))
        .reduce("", (one, other) -> one + " " + other);
  }

  private void keep(Parcel parcel, List<String> ids) {
    if (parcel.kind().equals(PRESCRIPTION)) {
      reports.prescribed(parcel.facility(), id(parcel), ids.getFirst(), ids.getLast(), ids.subList(1, ids.size() - 1));
    } else {
      reports.dispensed(parcel.facility(), ids(parcel), ids.subList(1, ids.size()));
    }
  }

  private Carried number(Fhir fhir, Parcel parcel) {
    var document = reports.document(parcel.facility(), id(parcel));
    if (document.isEmpty()) {
      throw new Reports.NotYet("SATUSEHAT does not know prescription " + id(parcel));
    }
    return ended(fhir.read("/DocumentReference/" + document), read -> {
      var number = read.at("/masterIdentifier/value").asString("");
      if (number.isEmpty()) {
        return new Carried.NotYet(SOON, "no national number yet");
      }
      reports.numbered(parcel.facility(), id(parcel), number);
      return done(parcel);
    }, (code, message) -> new Carried.Refused(Remedy.HUMAN, code, message), SatusehatCarrier::onlyRead);
  }

  private static Carried done(Parcel parcel) {
    return new Carried.Done(Json.read(Json.write((Object) Map.of("kind", parcel.kind()))));
  }
}
