package id.jejak.facility.access.contract;

import static id.jejak.facility.access.contract.Describe.done;
import static id.jejak.facility.access.contract.Describe.guarded;
import static id.jejak.facility.access.contract.Describe.invalid;
import static id.jejak.facility.access.contract.Describe.open;
import static id.jejak.facility.access.contract.Describe.optional;
import static id.jejak.facility.access.contract.Describe.required;
import static id.jejak.facility.access.contract.Describe.unreadable;

import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions, staff, keys and the facility itself; patients and the audit stand in {@link PatientOperations}. */
public final class AccessOperations {
  /** Where they are served. */
  public static final List<String> BASES = List.of("/facility/v1");

  private static final String SESSION = """
      {"token": "<token>", "csrf": "<csrf>", "ends_at": "2026-11-22T20:00:00Z", "staff": {"id": "17",
       "username": "dokter.rs", "name": "dr. Ratna Kusuma", "roles": ["doctor"], "glass": false,
       "facility": "rs-sarana-a"}}""";
  private static final String MEMBER = """
      {"id": "17", "username": "dokter.rs", "name": "dr. Ratna Kusuma", "roles": ["doctor"], "active": true,
       "external": "", "practitioner": "10001915884"}""";

  /** Log in. */
  public static final Operation LOGIN = open("access.session.login", "POST", "/login", "Log in",
      "Starts a session at one facility. A browser gets it as a cookie that no script can read, a program as the token to"
          + " send as Authorization: Bearer. Each login makes a new token and ends the session that was sent along.",
      Problem.CROSS_SITE.when("a page of another site asked"), unreadable(),
      invalid("username or password is missing, or facility is no text"),
      Problem.WRONG.when("unknown username, wrong password, closed account, or no role at the facility"),
      done(200, "the password is right"))
      .params(required("username", "String", "as given by an administrator", "\"kepala.rs\""),
          required("password", "String", "the password", "\"jejak-fasilitas\""),
          optional("facility", "String", "where, when one works at several; else the first", "\"rs-sarana-a\""))
      .inferred("Wrong guesses make the next ones slower, never impossible.").example(SESSION);
  /** Log out. */
  public static final Operation LOGOUT = guarded("access.session.logout", "POST", "/logout", "Log out",
      "Ends this session.", Permission.ANY, done(200, "otherwise")).example("{\"ended\": true}");
  /** Who am I. */
  public static final Operation ME = guarded("access.session.read", "GET", "/me", "Who am I",
      "The session, and what its roles allow.", Permission.ANY, done(200, "otherwise"))
      .example("""
          {"staff": {"id": "17", "username": "dokter.rs", "name": "dr. Ratna Kusuma", "roles": ["doctor"],
           "glass": false, "facility": "rs-sarana-a"}, "ends_at": "2026-11-22T20:00:00Z",
           "permissions": ["patient_find"], "facilities": [{"id": "rs-sarana-a", "name": "RS Sarana A", "kind":
           "hospital"}], "csrf": "<csrf>"}""");
  /** Go on elsewhere. */
  public static final Operation MOVE = guarded("access.session.move", "POST", "/me/facility", "Go on at another facility",
      "Starts a session at another facility where the same person works, and ends this one.", Permission.ANY,
      unreadable(), invalid("facility is missing"),
      Problem.NOT_FOUND.when("the person has no role at a facility of that name"), done(200, "otherwise"))
      .params(required("facility", "String", "id of the facility", "\"rs-sarana-a\"")).example(SESSION);
  /** Change one's password. */
  public static final Operation PASSWORD = guarded("access.password.change", "POST", "/me/password", "Change my password",
      "Sets a new password and ends every session of the account, this one too.", Permission.ANY, unreadable(),
      invalid("the new password is shorter than 12 characters, or a member is missing"),
      Problem.WRONG.when("the old password is wrong"), done(200, "otherwise"))
      .params(required("old", "String", "the password until now", "\"jejak-fasilitas\""),
          required("new", "String", "12 to 1,024 characters", "\"jejak-fasilitas\""))
      .example("{\"changed\": true}");
  /** The facility. */
  public static final Operation FACILITY = guarded("access.facility.read", "GET", "/facility", "The facility",
      "The facility of this session, with its numbers at the national systems.", Permission.ANY, done(200, "otherwise"))
      .example("""
          {"id": "rs-sarana-a", "name": "RS Sarana A", "kind": "hospital", "sarana": 123, "organization": "10000005",
           "ppk": "1311R002", "zone": "WIB", "clinic_location": "c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee",
           "clinic_name": "Ruang 1A, Poliklinik Rawat Jalan", "polyclinics": [{"code": "ANA", "location":
           "8d1f6a52-0c0b-4a53-9a75-3a8a2f7c1e10", "name": "Poli Anak"}], "pharmacy_location": null, "pharmacy_name": null,
           "homepage": "https://rs-sarana-a.example", "emergency_contact": null, "prescription_contact": null}""");
  /** Change the facility. */
  public static final Operation CHANGE_FACILITY = guarded("access.facility.change", "PUT", "/facility",
      "Say where the facility's rooms are, and how it is reached", "Writes ids of Locations on the SATUSEHAT platform, where"
          + " visits to a doctor and to the pharmacy are told to be, and the links of the letterhead that a prescription's"
          + " document names (Pelayanan Kefarmasian, Kop Surat); what is left out stays, and an empty text takes away."
          + " Without a location visits are told without a place, which the platform is reported to refuse (RuleNumber 10120).",
      Permission.FACILITY_WRITE, unreadable(),
      invalid("a member is not as described, or a room has a name and no location"),
      done(200, "otherwise"))
      .params(optional("clinic_location", "String",
              "where patients see doctors: 1 to 64 letters, digits, hyphens and dots",
              "\"c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee\""),
          optional("clinic_name", "String", "what it is called; told beside it",
              "\"Ruang 1A, Poliklinik Rawat Jalan\""),
          optional("polyclinics", "Array Object", "rooms of single polyclinics, 100 at most, by the code that the queue has for"
              + " them; of the others visits are told to be in clinic_location. Those that are not named stay, and one without"
              + " a location is taken away", "[{\"code\": \"ANA\", \"location\": \"8d1f6a52-0c0b-4a53-9a75-3a8a2f7c1e10\","
              + " \"name\": \"Poli Anak\"}]"),
          optional("pharmacy_location", "String", "where medicine is handed out; as clinic_location",
              "\"1cca7566-cb3e-429c-88e6-87b6cd2bad37\""),
          optional("pharmacy_name", "String", "what it is called; told beside it", "\"Ruang Apotek\""),
          optional("homepage", "String", "https, http, tel or mailto, at most 200 characters",
              "\"https://rs-sarana-a.example\""),
          optional("emergency_contact", "String", "whom to reach in an emergency; as homepage",
              "\"https://wa.me/6281200000001\""),
          optional("prescription_contact", "String", "whom to ask about a prescription; as homepage",
              "\"tel:+62215550123\""))
      .example("""
          {"id": "rs-sarana-a", "name": "RS Sarana A", "kind": "hospital", "sarana": 123, "organization": "10000005",
           "ppk": "1311R002", "zone": "WIB", "clinic_location": "c0400df9-3209-4f9c-bd1a-f0aa9bcd5dee",
           "clinic_name": "Ruang 1A, Poliklinik Rawat Jalan", "polyclinics": [], "pharmacy_location":
           "1cca7566-cb3e-429c-88e6-87b6cd2bad37", "pharmacy_name": "Ruang Apotek", "homepage":
           "https://rs-sarana-a.example", "emergency_contact": null, "prescription_contact": "tel:+62215550123"}""");
  /** Staff. */
  public static final Operation STAFF = guarded("access.staff.list", "GET", "/staff", "Staff",
      "Everybody with a role at this facility.", Permission.STAFF_READ, done(200, "otherwise"))
      .example("{\"staff\": [" + MEMBER + "]}");
  /** Add staff. */
  public static final Operation ADD_STAFF = guarded("access.staff.add", "POST", "/staff", "Add a member of staff",
      "Makes an account with roles at this facility.", Permission.STAFF_WRITE, unreadable(),
      invalid("a member is missing or not as described"),
      Problem.TAKEN.when("the username, the name at the identity provider or the number at SATUSEHAT is somebody else's"),
      done(201, "otherwise"))
      .params(required("username", "String", "3 to 60 of a-z 0-9 . - _ @", "\"apoteker.dua\""),
          required("name", "String", "1 to 200 characters", "\"apt. Sinta Dewi\""),
          required("password", "String", "12 to 1,024 characters", "\"jejak-fasilitas\""),
          required("roles", "Array String",
              "front_desk, doctor, assistant, pharmacist, warehouse, auditor, administrator", "[\"pharmacist\"]"),
          optional("external", "String", "their subject at the identity provider", "\"248289761001\""),
          optional("practitioner", "String", "their number on the SATUSEHAT platform, under which what they sign is told there",
              "\"10009880728\""))
      .example(MEMBER);
  /** Change staff. */
  public static final Operation CHANGE_STAFF = guarded("access.staff.change", "PUT", "/staff/{id}",
      "Change a member of staff", "Writes name, roles, password or state; what is left out stays. Ends their sessions.",
      Permission.STAFF_WRITE, unreadable(), invalid("a member is not as described"),
      Problem.NOT_FOUND.when("nobody with a role at this facility has the number"),
      Problem.TAKEN.when("the name at the identity provider, or the number at SATUSEHAT, is somebody else's"),
      Problem.LAST_ADMINISTRATOR.when("no open account would be administrator any more"), done(200, "otherwise"))
      .params(required("id", "String", "number of the account", "\"17\""),
          optional("name", "String", "1 to 200 characters", "\"dr. Ratna Kusuma\""),
          optional("roles", "Array String", "as in adding; none takes them all away", "[\"doctor\"]"),
          optional("password", "String", "12 to 1,024 characters", "\"jejak-fasilitas\""),
          optional("active", "Boolean", "false closes the account", "true"),
          optional("external", "String", "their subject at the identity provider; empty for none", "\"\""),
          optional("practitioner", "String", "their number on the SATUSEHAT platform; empty for none", "\"\""))
      .example(MEMBER);
  /** Break the glass. */
  public static final Operation BREAK = guarded("access.glass.take", "POST", "/break-glass", "Break the glass",
      "Takes a role that one does not have, for one hour and with a reason, when a patient cannot wait. Told to auditors"
          + " and administrators; all that is done meanwhile is marked.", Permission.BREAK_GLASS, unreadable(),
      invalid("role is none of doctor, assistant, pharmacist, front_desk, or reason is not of 10 to 500 characters"),
      done(201, "otherwise"))
      .params(required("role", "String", "doctor, assistant, pharmacist, front_desk", "\"pharmacist\""),
          required("reason", "String", "10 to 500 characters; kept sealed", "\"Apoteker jaga belum datang\""))
      .example("{\"id\": \"9\", \"role\": \"pharmacist\", \"ends_at\": \"2026-11-22T09:00:00Z\"}");
  /** Broken glass. */
  public static final Operation BROKEN = guarded("access.glass.list", "GET", "/break-glass", "Who broke the glass",
      "Roles taken, the latest first, with their reasons.", Permission.BREAK_GLASS_READ, done(200, "otherwise"))
      .example("""
          {"taken": [{"id": "9", "staff": {"id": "17", "name": "dr. Ratna Kusuma"}, "role": "pharmacist",
           "reason": "Apoteker jaga belum datang", "at": "2026-11-22T08:00:00Z", "ends_at": "2026-11-22T09:00:00Z"}]}""");
  /** Keys. */
  public static final Operation KEYS = guarded("access.keys.read", "GET", "/keys", "Keys",
      "The keys of this installation by number, how many patients are kept under each, and how many rows of other wings.",
      Permission.KEYS, done(200, "otherwise"))
      .example("{\"primary\": \"1829\", \"keys\": [{\"id\": \"1829\", \"patients\": 19, \"others\": 12}]}");
  /** Rotate. */
  public static final Operation ROTATE = guarded("access.keys.rotate", "POST", "/keys/rotate", "Rotate the keys",
      "Makes a new key, which seals from now on. What is kept under older ones is sealed anew in the background.",
      Permission.KEYS, done(200, "otherwise"))
      .example("{\"primary\": \"1830\"}");
  /** Retire. */
  public static final Operation RETIRE = guarded("access.keys.retire", "POST", "/keys/retire", "Retire older keys",
      "Destroys every key but the newest. Copies of the database from before the rotation cannot be read any more, nor can"
          + " the patients that were erased since.", Permission.KEYS,
      Problem.KEYS_IN_USE.when("the keys were rotated less than a minute ago, or not everything is sealed anew yet"), done(200, "otherwise"))
      .example("{\"retired\": 1}");
  /** To the identity provider. */
  public static final Operation OIDC_BEGIN = open("access.oidc.begin", "GET", "/oidc/login",
      "Log in at the identity provider", "Sends the browser to the identity provider (OpenID Connect, code with PKCE).",
      Problem.NO_PROVIDER.when("access.oidc.issuer is not set"),
      Problem.PROVIDER_SILENT.when("its configuration cannot be read"),
      new Outcome("302 away", true, "", "otherwise"));
  /** Back from the identity provider. */
  public static final Operation OIDC_END = open("access.oidc.end", "GET", "/oidc/callback",
      "Back from the identity provider", "Exchanges the code, checks the id token, and starts a session.",
      Problem.NO_PROVIDER.when("access.oidc.issuer is not set"),
      Problem.PROVIDER_REFUSED.when("state, code or id token is not good, or nobody here has its subject"),
      Problem.PROVIDER_SILENT.when("it does not answer"), new Outcome("302 away", true, "", "otherwise"))
      .params(required("code", "String", "as the identity provider gave it", "\"code\""),
          required("state", "String", "as we gave it", "\"state\""));

  /** Sessions and staff, in order. */
  static final List<Operation> OWN = List.of(LOGIN, ME, FACILITY, CHANGE_FACILITY, STAFF, ADD_STAFF, CHANGE_STAFF,
      BREAK, BROKEN, KEYS, ROTATE, RETIRE, OIDC_BEGIN, OIDC_END);

  /** All, in order; what ends a session stands last, so that a run from top to bottom passes. */
  public static final List<Operation> ALL = Stream.of(OWN, PatientOperations.ALL, List.of(MOVE, PASSWORD, LOGOUT)).flatMap(List::stream).toList();

  private AccessOperations() {}

  /** A refusal of these operations as it is answered; empty for a success. */
  public static Optional<Response> answer(Outcome outcome) {
    return Arrays.stream(Problem.values()).filter(one -> one.when("").code().equals(outcome.code())).findFirst()
        .map(Problem::response);
  }
}
