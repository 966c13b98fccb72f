package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Need;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.Optional;

/** eresep v2, from "Dokumentasi Perhitungan Sisa Obat". Its one example is all that is known of it. */
@Source(grade = Grade.CERTAIN, ref = "Pelayanan Kefarmasian v1.2, Dokumentasi Perhitungan Sisa Obat", seen = "2026-11")
public final class EresepOperations {
  /** Where eresep is served. */
  public static final List<String> BASES = List.of("/eresep/v2");
  /** The message of a good login, in small letters. */
  public static final String LOGGED_IN = "success";
  /** The message of a prescription that was found, with a capital. */
  public static final String FOUND = "Success";

  private static final String DOCUMENT = "SATUSEHAT Pelayanan Kefarmasian v1.2, Dokumentasi Perhitungan Sisa Obat";

  /** What is refused; the document names the status 401 only, the texts are ours. */
  @Source(grade = Grade.INFERRED, ref = "docs/decisions/0303", seen = "2026-11")
  public enum Refusal {
    /** The body is no JSON object, or lacks a member. */
    BAD_REQUEST(400, "user and password are required"),
    /** Wrong user or password. */
    WRONG_PASSWORD(401, "wrong user or password"),
    /** The token is missing, is not ours, or has expired. */
    WRONG_TOKEN(401, "invalid or expired token"),
    /** No prescription has this number. */
    UNKNOWN_NUMBER(404, "prescription not found"),
    /** Nothing is served at this path. */
    UNKNOWN_PATH(404, "not found"),
    /** The path has another method. */
    METHOD(405, "method not allowed"),
    /** The body is above its limit. */
    TOO_LARGE(413, "request too large"),
    /** Not HTTP that could be read. */
    UNREADABLE(400, "unreadable request"),
    /** Something broke; nothing was changed. */
    FAILURE(500, "internal error");

    private final int status;
    private final String message;

    Refusal(int status, String message) {
      this.status = status;
      this.message = message;
    }

    /** The whole answer: status, error and message; without data, as the document says of a failure. */
    public Response response() {
      return Response.json(status, "{\"status\":" + status + ",\"error\":true,\"message\":\"" + message + "\"}");
    }

    private Outcome outcome(String code, String when) {
      return new Outcome(status + " " + code, false, message, when);
    }
  }

  private static final Outcome BAD = Refusal.BAD_REQUEST.outcome("bad request", "the body is not as it must be");
  private static final Outcome PASSWORD = Refusal.WRONG_PASSWORD.outcome("password", "wrong user or password");
  private static final Outcome TOKEN = Refusal.WRONG_TOKEN.outcome("token", "the token is missing, foreign or expired");
  private static final Outcome NUMBER = Refusal.UNKNOWN_NUMBER.outcome("unknown", "no prescription has this number");

  /** Authorization. */
  public static final Operation LOGIN = new Operation("satusehat.eresep.login", "POST", "/auth",
      "Authorization (eresep)", "Gives a token for eresep, which lives 1,800 seconds.",
      List.of(new Param("user", Need.REQUIRED, "string", "user yg menjadi klien dari eresep", "\"apotek-sarana-b\""),
          new Param("password", Need.REQUIRED, "string", "password dari user yg menjadi klien eresep",
              "\"rahasia-demo-eresep-b\"")),
      List.of(BAD, PASSWORD, new Outcome("200 success", true, "success", "the right password")),
      DOCUMENT, false, List.of(), List.of("The path is ours: the document leaves it blank.",
          "error is false on success, as in the document's example; its table says the opposite.",
          "The token is signed with Ed25519, and holds neither the password nor anything derived from it; the"
              + " document's sample shows both HS256 and a password hash (decision 0303)."),
      "{\"status\":200,\"error\":false,\"message\":\"success\",\"data\":{\"token\":\"eyJ...\",\"expired\":1727409529}}");

  /** GET Prescription. */
  public static final Operation PRESCRIPTION = new Operation("satusehat.eresep.prescription", "GET",
      "/prescriptions/{nrn}", "GET Prescription (eresep)",
      "Gives a prescription by its national number, with what may still be redeemed of each item.",
      List.of(new Param("nrn", Need.REQUIRED, "string (path)", "NRN (Nomor Resep Nasional)", "\"240925-7KAJ2MR\"")),
      List.of(TOKEN, NUMBER, new Outcome("200 Success", true, "Success", "a prescription has this number")),
      DOCUMENT, false, List.of(), List.of("birth_age is the age at the moment of asking.",
          "has_redeemed is true for every item once one of them was dispensed: only so does the document's example fit.",
          "A name that is not a compound's begins with R/, as in the example.",
          "package_remain is what the guard of dispenses counts (decision 0302); validity stands beside it."),
      "{\"status\":200,\"error\":false,\"message\":\"Success\",\"data\":{\"sep\":\"0301R0011117V000009\",\"healthcare\":"
          + "{\"id\":\"10000005\",\"name\":\"RAJAL TERPADU\"},\"contacts\":[],\"patient\":{\"id\":\"P02029542843\"},"
          + "\"medicines\":[],\"meta\":{\"medicine\":{\"item_count\":0}}}}");

  /** All of them. */
  public static final List<Operation> ALL = List.of(LOGIN, PRESCRIPTION);

  private EresepOperations() {}

  /** An outcome as it is answered; empty for a success. */
  public static Optional<Response> answer(Outcome outcome) {
    if (outcome.equals(BAD)) {
      return Optional.of(Refusal.BAD_REQUEST.response());
    }
    if (outcome.equals(PASSWORD)) {
      return Optional.of(Refusal.WRONG_PASSWORD.response());
    }
    if (outcome.equals(TOKEN)) {
      return Optional.of(Refusal.WRONG_TOKEN.response());
    }
    return outcome.equals(NUMBER) ? Optional.of(Refusal.UNKNOWN_NUMBER.response()) : Optional.empty();
  }
}
