package id.jejak.delivery.contract;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;

/** The facility's operations on what it owes. */
public final class DeliveryOperations {
  /** Where they are served. */
  public static final List<String> BASES = List.of("/facility/v1/delivery");
  /** Bytes of a request at the most: a body that is corrected, and some words. */
  public static final long BODY_BYTES = 1_200_000;
  /** Characters of a name or a reason at the most. */
  public static final int WORDS = 500;

  private static final Outcome MALFORMED = new Outcome("400 malformed", false, "{field}: {what to write}",
      "a parameter is missing or cannot be read");
  private static final Outcome UNKNOWN = new Outcome("404 parcel", false, "there is no parcel {id}",
      "no parcel has this number");
  private static final Outcome STAGE = new Outcome("409 stage", false,
      "parcel {id} is {stage} now, which does not allow it", "its stage does not allow it; look at it again");
  private static final Outcome LEDGER = new Outcome("404 ledger", false, "nothing of {remote} is reconciled",
      "no wing keeps a ledger for this remote");

  private static final Param ID = new Param("id", Need.REQUIRED, "Integer", "number of the parcel", "1001");
  private static final Param BY = optional("by", "String",
      "who does it, kept in the history; whoever is logged in does it in their own name", "\"apt. Rina\"");
  private static final Param WHY = new Param("reason", Need.REQUIRED, "String", "why; kept in the history",
      "\"pasien pulang sebelum dipanggil\"");
  private static final Param REMOTE = optional("remote", "String", "as its carrier is called", "\"antrean\"");
  private static final Param FACILITY = optional("facility", "String", "whose debt; of who is logged in, a name of their own facility", "\"1311R002\"");
  private static final Param REMEDY = optional("remedy", "String",
      "FIX_DATA, FIX_MAPPING, CREDENTIALS or HUMAN", "\"FIX_DATA\"");
  private static final Param KEY = optional("key", "String", "parcels of one key go in order", "\"16032021A001\"");
  private static final Param DAY = optional("day", "String", "yyyy-mm-dd, Jakarta; yesterday when left out",
      "\"2026-11-21\"");
  private static final Param REMOTE_NEEDED = new Param("remote", Need.REQUIRED, "String", "as its carrier is called",
      "\"antrean\"");
  private static final String SHOWN = "\"id\":1001,\"remote\":\"antrean\",\"facility\":\"1311R002\","
      + "\"key\":\"16032021A001\",\"kind\":\"task\",\"stage\":\"PARKED\",\"waiting\":false,\"aside\":false,"
      + "\"doubtful\":false,\"attempts\":1,\"failures\":0,\"postedAt\":\"2026-11-22T01:00:00Z\","
      + "\"due\":\"2026-11-22T01:00:02Z\",\"remedy\":\"FIX_DATA\",\"code\":\"201\","
      + "\"reason\":\"TaskId=5 sudah ada\"";

  /** What is still owed, and what is parked. */
  public static final Operation LIST = ours("delivery.parcel.list", "GET", "/parcels", "Parcels",
      "Lists what has not arrived, in the order of posting: by default what is parked, and so waits for a person.")
      .params(optional("stage", "String", "PARKED (default), OWED, HELD, UNKNOWN, or ALL", "\"PARKED\""), REMOTE,
          FACILITY, REMEDY, KEY,
          optional("after", "Integer", "next of the page before", "0"),
          optional("limit", "Integer", "1 to 200, 50 by default", "50"))
      .outcomes(MALFORMED, ok())
      .example("{\"parcels\":[{" + SHOWN + "}],\"next\":null}");

  /** One parcel. */
  public static final Operation GET = ours("delivery.parcel.get", "GET", "/parcels/{id}", "One parcel",
      "Shows a parcel, arrived or not, with its body and everything that happened to it.")
      .params(ID).outcomes(MALFORMED, UNKNOWN, ok())
      .example("{" + SHOWN + ",\"body\":{\"taskid\":5},\"history\":[{\"at\":\"2026-11-22T01:00:02Z\","
          + "\"what\":\"SENT\",\"outcome\":\"REFUSED\",\"code\":\"201\",\"reason\":\"TaskId=5 sudah ada\","
          + "\"millis\":31,\"who\":\"1\"}]}");

  /** All that are parked, again. */
  public static final Operation REDRIVE_ALL = ours("delivery.parcel.redriveall", "POST", "/parcels/redrive",
      "Drive many again", "Sends again everything that is parked and meant, after its cause was mended: all of a"
          + " remedy, of a remote, of a facility, of a key. Each key goes on in its order.")
      .params(BY, REMOTE, FACILITY, REMEDY, KEY).outcomes(MALFORMED, ok())
      .example("{\"redriven\":12}");

  /** One, again. */
  public static final Operation REDRIVE = ours("delivery.parcel.redrive", "POST", "/parcels/{id}/redrive",
      "Drive again", "Sends a parked parcel again as it is, or one that waits for its next attempt at once. One that"
          + " may be there already is looked for first.")
      .params(ID, BY).outcomes(MALFORMED, UNKNOWN, STAGE, ok()).example("{" + SHOWN + "}");

  /** Another body. */
  public static final Operation CORRECT = ours("delivery.parcel.correct", "POST", "/parcels/{id}/correct", "Correct",
      "Puts another body in place of a parked parcel's, and sends it.")
      .params(ID, BY, WHY, new Param("body", Need.REQUIRED, "Object", "the whole body, in the form of its kind",
          "{\"taskid\": 6}"))
      .outcomes(MALFORMED, UNKNOWN, STAGE, ok()).example("{" + SHOWN + "}");

  /** Out of the line. */
  public static final Operation ASIDE = ours("delivery.parcel.aside", "POST", "/parcels/{id}/aside", "Let others pass",
      "A parked parcel holds up the later ones of its key. After this it no longer does, and stays parked.")
      .params(ID, BY, WHY).outcomes(MALFORMED, UNKNOWN, STAGE, ok()).example("{" + SHOWN + "}");

  /** The end of it. */
  public static final Operation GIVE_UP = ours("delivery.parcel.giveup", "POST", "/parcels/{id}/giveup", "Give up",
      "It will not be sent, for a reason and in somebody's name. It stays to be seen, and its key goes on.")
      .params(ID, BY, WHY).outcomes(MALFORMED, UNKNOWN, STAGE, ok()).example("{" + SHOWN + "}");

  /** How it stands by remote. */
  public static final Operation REMOTES = ours("delivery.remote.list", "GET", "/remotes", "Remotes",
      "How many parcels are open by remote and stage, since when the oldest is, and how this node's lane to it fares.")
      .outcomes(ok())
      .example("{\"remotes\":[{\"remote\":\"antrean\",\"open\":{\"PARKED\":1},\"oldest\":\"2026-11-22T01:00:00Z\","
          + "\"underWay\":0,\"atOnce\":8,\"keepsOff\":false,\"notBefore\":null}]}");

  /** A kept report. */
  public static final Operation REPORT = ours("delivery.reconciliation.get", "GET", "/reconciliation",
      "Reconciliation", "Reports of a day: what the facility has, what the remote shows, every difference, and how the"
          + " newest delivery about it stands (empty when none was ever posted). Made every night from 02:00 WIB.")
      .params(DAY, REMOTE, optional("after", "Integer", "differences seen before, of one remote", "0"))
      .outcomes(MALFORMED, ok())
      .example("{\"day\":\"2026-11-21\",\"reports\":[{\"remote\":\"antrean\",\"day\":\"2026-11-21\","
          + "\"at\":\"2026-11-21T19:00:10Z\","
          + "\"here\":311,\"there\":310,\"differences\":1,\"lines\":[{\"what\":\"MISSING_THERE\","
          + "\"facility\":\"1311R002\",\"key\":\"16032021A001\",\"kind\":\"task\",\"here\":\"5\",\"there\":\"\","
          + "\"delivery\":\"PARKED FIX_DATA\"}]}]}");

  /** A report now. */
  public static final Operation RECONCILE = ours("delivery.reconciliation.run", "POST", "/reconciliation",
      "Reconcile now", "Compares a day of one remote now; the report takes the place of an older one.")
      .params(REMOTE_NEEDED, DAY).outcomes(MALFORMED, LEDGER, ok())
      .example("{\"remote\":\"antrean\",\"day\":\"2026-11-21\",\"at\":\"2026-11-22T01:00:10Z\",\"here\":311,"
          + "\"there\":311,\"differences\":0}");

  /** All of them. */
  public static final List<Operation> ALL = List.of(LIST, GET, REDRIVE_ALL, REDRIVE, CORRECT, ASIDE, GIVE_UP, REMOTES,
      REPORT, RECONCILE);

  /** A parcel for trying, below {@code /sandbox}. */
  public static final Operation SANDBOX_PARCEL = ours("delivery.sandbox.parcels", "POST", "/delivery/parcels",
      "A parcel to try with", "Posts a parcel to a remote of any name, parked at once when a remedy is given.")
      .params(optional("remote", "String", "default contoh", "\"contoh\""),
          optional("facility", "String", "default 1311R002", "\"1311R002\""),
          optional("key", "String", "default A-1", "\"A-1\""),
          optional("kind", "String", "default task", "\"task\""),
          optional("body", "Object", "default {}", "{\"taskid\": 5}"),
          optional("remedy", "String", "parks it", "\"FIX_DATA\""))
      .outcomes(MALFORMED, ok()).example("{\"id\":1001}");

  /** A ledger for trying, below {@code /sandbox}. */
  public static final Operation SANDBOX_LEDGER = ours("delivery.sandbox.ledger", "POST", "/delivery/ledger",
      "A ledger to try with", "From now on the sandbox's remote contoh is reconciled, and both sides show these entries"
          + " on every day.")
      .params(optional("here", "Array Object", "facility, key, kind, said of each", "[]"),
          optional("there", "Array Object", "the same of the remote's side", "[]"))
      .outcomes(MALFORMED, ok()).example("{\"remote\":\"contoh\"}");

  private DeliveryOperations() {}

  private static Outcome ok() {
    return new Outcome("200", true, "", "otherwise");
  }

  private static Param optional(String name, String type, String description, String example) {
    return new Param(name, Need.OPTIONAL, type, description, example);
  }

  private static Operation ours(String id, String method, String path, String title, String purpose) {
    return new Operation(id, method, path, title, purpose, List.of(), List.of(), "ours", true, List.of(), List.of(),
        "");
  }
}
