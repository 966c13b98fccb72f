package id.jejak.kfa.contract;

import static id.jejak.kfa.contract.Describe.optional;
import static id.jejak.kfa.contract.Describe.required;

import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Operation.Param;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.List;
import java.util.Optional;

/** The dictionary as a FHIR R4 terminology server. No document of the platform has it: all of it is ours. */
@Source(grade = Grade.INFERRED, ref = "ours over FHIR R4 (4.0.1) terminology", seen = "2026-11")
public final class TerminologyOperations {
  private static final String PARAMETERS = "The body is a Parameters resource; a plain object with the same names is"
      + " understood too.";
  private static final Outcome UNAUTHORIZED = new Outcome("401 token", false, "Invalid access token",
      "the access token is missing, malformed, unknown or expired; the gateway's own body");
  private static final Outcome BROKEN = new Outcome("500 failure", false, "Something broke; nothing was changed.",
      "something broke");
  private static final Outcome OK = new Outcome("200 ok", true, "", "otherwise");

  private static final Param SYSTEM = optional("system", "uri", "the code system; KFA's if not given",
      "\"" + Terminology.KFA + "\"");
  private static final Param CODE = required("code", "code", "a KFA code", "\"93015993\"");
  private static final Param URL = optional("url", "uri", "canonical url", "\"" + Terminology.KFA + "\"");

  private static final Param[] LOOKUP_PARAMS = {
    CODE, SYSTEM, optional("property", "code", "a property to answer, repeatable; all if not given", "\"\"")
  };
  private static final String[] LOOKUP_SAYS = {
    "A pack (94, 84) stands below its products (93, 83, 33), a product below its template (92, 82, 32). An ingredient"
        + " (91) stands beside them: property ingredient.",
    "The version of the code system is the number of the dictionary's last change."
  };
  private static final Param[] VALIDATE_PARAMS = {
    optional("url", "uri", "the code system; KFA's if not given", "\"" + Terminology.KFA + "\""),
    required("code", "code", "a code; or coding, or codeableConcept in a body", "\"93015993\""),
    optional("display", "string", "is compared, without regard to case, with the name and the brands",
        "\"Abacavir Sulfate 300 mg Tablet Salut Selaput (KIMIA FARMA)\"")
  };
  private static final Param[] SUBSUMES_PARAMS = {
    required("codeA", "code", "the first code", "\"92000888\""),
    required("codeB", "code", "the second code", "\"93015993\""), SYSTEM
  };
  private static final Param[] EXPAND_PARAMS = {
    required("url", "uri", "one of the value sets, such as ...?fhir_vs=93", "\"" + Terminology.ALL + "=93\""),
    optional("filter", "string", "words of a name, as somebody types them", "\"abacavir\""),
    optional("count", "integer", "codes at the most, 0 to 1000; 100 if not given", "20"),
    optional("offset", "integer", "codes to leave out first", "0"),
    optional("activeOnly", "boolean", "true leaves out what is not to be used any more", "false")
  };
  private static final Param[] MEMBER_PARAMS = {
    required("url", "uri", "one of the value sets", "\"" + Terminology.ALL + "=93\""), CODE, SYSTEM,
    optional("display", "string", "is compared as for CodeSystem/$validate-code", "\"\"")
  };
  private static final Param[] TRANSLATE_PARAMS = {
    required("code", "code", "a number of the source; with reverse a KFA code", "\"GKL2012431917A1\""),
    optional("url", "uri", "the concept map; found by system if not given",
        "\"" + Terminology.Mapping.FROM_NIE.url() + "\""),
    optional("system", "uri", "where the code is from", "\"" + Terminology.NIE + "\""),
    optional("reverse", "boolean", "true to go from KFA to the source", "false")
  };

  /** Which code systems there are. */
  public static final Operation SYSTEMS = search("codesystem", "CodeSystem", "the code system of KFA");
  /** The code system itself. */
  public static final Operation SYSTEM_READ = read("codesystem", "CodeSystem", "kfa");
  /** What a code stands for. */
  public static final Operation LOOKUP = get("kfa.codesystem.lookup", "/CodeSystem/$lookup",
      "Name, designations and properties of a code.").params(LOOKUP_PARAMS)
      .outcomes(UNAUTHORIZED, refused("parameter code must be given", "400 invalid", "code is missing"),
          refused("code 93999999 is not in " + Terminology.KFA, "404 not-found", "the code or the system is unknown"),
          BROKEN, OK)
      .inferred(LOOKUP_SAYS).example(TerminologyExamples.LOOKUP);
  /** The same by POST. */
  public static final Operation LOOKUP_POST = post(LOOKUP);
  /** Whether a code is one. */
  public static final Operation VALIDATE = get("kfa.codesystem.validate", "/CodeSystem/$validate-code",
      "Whether a code is one of KFA, and whether it is called so.").params(VALIDATE_PARAMS)
      .outcomes(UNAUTHORIZED, refused("one of code, coding and codeableConcept must be given", "400 invalid",
              "none of the three is there"),
          refused("the code system http://example.org is not known here", "404 not-found", "the url is another's"),
          BROKEN, OK)
      .inferred("Of a codeableConcept one coding of KFA that is right is enough. A wrong display makes the result"
          + " false, with the right one beside it. A code that is not to be used any more is right, with a message.")
      .example(TerminologyExamples.VALIDATE);
  /** The same by POST. */
  public static final Operation VALIDATE_POST = post(VALIDATE);
  /** Which of two codes stands above. */
  public static final Operation SUBSUMES = get("kfa.codesystem.subsumes", "/CodeSystem/$subsumes",
      "Whether one code stands above the other.").params(SUBSUMES_PARAMS)
      .outcomes(UNAUTHORIZED, refused("parameter codeB must be given", "400 invalid", "a code is missing"),
          refused("code 93999999 is not in " + Terminology.KFA, "404 not-found", "a code or the system is unknown"),
          BROKEN, OK)
      .inferred(LOOKUP_SAYS[0]).example(TerminologyExamples.SUBSUMES);
  /** The same by POST. */
  public static final Operation SUBSUMES_POST = post(SUBSUMES);
  /** Which value sets there are. */
  public static final Operation SETS = search("valueset", "ValueSet", "every code, and one value set for each level");
  /** One of them. */
  public static final Operation SET_READ = read("valueset", "ValueSet", "kfa-93");
  /** Codes of a value set. */
  public static final Operation EXPAND = get("kfa.valueset.expand", "/ValueSet/$expand",
      "Codes of a value set: all of them in their order, or those that a text finds, the best first.")
      .params(EXPAND_PARAMS)
      .outcomes(UNAUTHORIZED, refused("parameter count must be a whole number from 0 to 1000", "400 invalid",
              "url is missing, or a number is none or out of range"),
          refused("the value set http://example.org is not known here", "404 not-found", "the url is another's"),
          BROKEN, OK)
      .inferred("Implicit value sets: " + Terminology.ALL + " is every code, " + Terminology.ALL
          + "=93 those that begin with 93.", "A filter finds what the search by name finds: 1000 codes at the most.")
      .example(TerminologyExamples.EXPAND);
  /** The same by POST. */
  public static final Operation EXPAND_POST = post(EXPAND);
  /** Whether a code is in a value set. */
  public static final Operation MEMBER = get("kfa.valueset.validate", "/ValueSet/$validate-code",
      "Whether a code is in a value set, and whether it is called so.").params(MEMBER_PARAMS)
      .outcomes(UNAUTHORIZED, refused("parameter url must be given", "400 invalid", "url or code is missing"),
          refused("the value set http://example.org is not known here", "404 not-found", "the url is another's"),
          BROKEN, OK)
      .example(TerminologyExamples.VALIDATE);
  /** The same by POST. */
  public static final Operation MEMBER_POST = post(MEMBER);
  /** Which concept maps there are. */
  public static final Operation MAPS = search("conceptmap", "ConceptMap", "registration and catalogue numbers to KFA");
  /** One of them. */
  public static final Operation MAP_READ = read("conceptmap", "ConceptMap", "nie-to-kfa");
  /** A number of somebody else's in KFA, and back. */
  public static final Operation TRANSLATE = get("kfa.conceptmap.translate", "/ConceptMap/$translate",
      "The KFA codes of a registration or catalogue number; with reverse the number of a KFA code.")
      .params(TRANSLATE_PARAMS)
      .outcomes(UNAUTHORIZED, refused("parameter code must be given", "400 invalid",
              "code is missing, or neither url nor system says which map"),
          refused("the concept map http://example.org is not known here", "404 not-found", "url or system is another's"),
          BROKEN, OK)
      .inferred("One product: equivalent. Several that share a number: each is narrower. Those that may be used come"
          + " first.")
      .example(TerminologyExamples.TRANSLATE);
  /** The same by POST. */
  public static final Operation TRANSLATE_POST = post(TRANSLATE);
  /** What this server can. */
  public static final Operation CAPABILITIES = get("kfa.terminology.capabilities", "/metadata",
      "What this terminology server can: a TerminologyCapabilities resource.")
      .params(required("mode", "code", "terminology", "\"terminology\""))
      .outcomes(UNAUTHORIZED, BROKEN, OK)
      .inferred("Other modes belong to the server of resources at the same address.");

  /** All of them. */
  public static final List<Operation> ALL = List.of(SYSTEMS, SYSTEM_READ, LOOKUP, LOOKUP_POST, VALIDATE, VALIDATE_POST,
      SUBSUMES, SUBSUMES_POST, SETS, SET_READ, EXPAND, EXPAND_POST, MEMBER, MEMBER_POST, MAPS, MAP_READ, TRANSLATE,
      TRANSLATE_POST, CAPABILITIES);

  private TerminologyOperations() {}

  private static Operation get(String id, String path, String purpose) {
    return new Operation(id, "GET", path, "FHIR " + path.substring(1), purpose, List.of(), List.of(), "ours", true,
        List.of(), List.of(), "");
  }

  private static Operation post(Operation get) {
    return new Operation(get.id() + ".post", "POST", get.path(), get.title() + ", by POST", get.purpose(), get.params(),
        get.outcomes(), get.origin(), true, List.of(), List.of(PARAMETERS), get.successExample());
  }

  private static Operation search(String noun, String type, String what) {
    return get("kfa." + noun + ".search", "/" + type, "Which there are: " + what + ".").params(URL)
        .outcomes(UNAUTHORIZED, BROKEN, OK)
        .inferred("url is the only search parameter; others are ignored.");
  }

  private static Operation read(String noun, String type, String id) {
    return get("kfa." + noun + ".read", "/" + type + "/{id}", "One of them, without its codes.")
        .params(required("id", "id", "logical id", "\"" + id + "\""))
        .outcomes(UNAUTHORIZED, refused("there is no " + type + " with this id", "404 not-found", "the id is unknown"),
            BROKEN, OK);
  }

  private static Outcome refused(String message, String code, String when) {
    return new Outcome(code, false, message, when);
  }

  /**
   * An outcome of these operations as it is answered; empty for a success.
   *
   * @param status HTTP status of the outcome
   */
  public static Optional<Response> answer(Outcome outcome, int status) {
    return switch (status) {
      case 200 -> Optional.empty();
      case 401 -> Optional.of(Fault.OAUTH_INVALID_ACCESS_TOKEN.response());
      case 500 -> Optional.of(refusal(status, "exception", outcome.message()));
      default -> Optional.of(refusal(status, outcome.code().substring(outcome.code().indexOf(' ') + 1),
          outcome.message()));
    };
  }

  /** A refusal as FHIR words it. */
  public static Response refusal(int status, String code, String text) {
    return Response.of(status, Terminology.FHIR_JSON, Json.write(out -> {
      out.writeStartObject();
      out.writeStringProperty("resourceType", "OperationOutcome");
      out.writeArrayPropertyStart("issue");
      out.writeStartObject();
      out.writeStringProperty("severity", "error");
      out.writeStringProperty("code", code);
      out.writeObjectPropertyStart("details");
      out.writeStringProperty("text", text);
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndArray();
      out.writeEndObject();
    }));
  }
}
