package id.jejak.app.docs;

import id.jejak.app.docs.PostmanScript.Environment;
import id.jejak.gateway.contract.Fault;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Outcome;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kfa.contract.Envelopes;
import id.jejak.kfa.contract.Invalid;
import id.jejak.kfa.contract.KfaOperations;
import id.jejak.kfa.contract.Limits;
import id.jejak.kfa.contract.Terminology;
import id.jejak.kfa.contract.TerminologyOperations;
import id.jejak.kfa.http.KfaFaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** KFA's docs: three versions at three addresses, each with faults of its own. */
public final class KfaDocs {
  private static final KfaFaults FAULTS = new KfaFaults(false);

  private KfaDocs() {}

  /**
   * The docs of KFA.
   *
   * @param platform the environment in which a Postman run finds its client and its token
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Environment platform) {
    return new SystemDocs("kfa", "KFA, drug dictionary", "2023", List.of(
            section(KfaOperations.V1, KfaOperations.OF_V1), section(KfaOperations.V2, KfaOperations.OF_V2),
            section(KfaOperations.V3, KfaOperations.OF_V3), section(Terminology.BASE, TerminologyOperations.ALL)),
        new Printed("application/json", KfaDocs::answer, FAULTS, Limits.BODY_BYTES), Requests.BEARER_JSON, examples,
        new PostmanScript(platform, List.of(GatewayDocs.token()), Map.of(), Map.of(), Map.of(), Set.of()));
  }

  private static Section section(String base, List<Operation> operations) {
    return new Section(List.of(base), operations);
  }

  private static Optional<Response> answer(Operation operation, Outcome outcome) {
    if (TerminologyOperations.ALL.contains(operation)) {
      return TerminologyOperations.answer(outcome, Printed.status(outcome));
    }
    boolean three = KfaOperations.OF_V3.contains(operation);
    return switch (Printed.status(outcome)) {
      case 401 -> Optional.of(Fault.KEYMANAGEMENT_INVALID_ACCESS_TOKEN.response());
      case 400 -> Optional.of(Response.json(400, three ? Envelopes.v3Invalid() : Envelopes.fault(outcome.message())));
      case 404 -> Optional.of(Response.json(404, Envelopes.fault(outcome.message())));
      case 422 -> Optional.of(Response.json(422, Invalid.json(List.of(invalid(operation, outcome)))));
      case 500 -> Optional.of(new KfaFaults(three).failure(
          Request.of(operation.method(), "/", Headers.NONE, Body.EMPTY), new IllegalStateException()));
      default -> outcome.message().isEmpty() ? Optional.empty()
          : Optional.of(Response.json(200, Shown.NOTHING));
    };
  }

  /** The fault of an outcome, about the first parameter that can have it. */
  private static Invalid invalid(Operation operation, Outcome outcome) {
    var name = switch (outcome.code()) {
      case "422 above" -> operation.params().stream().map(Operation.Param::name)
          .filter(param -> param.equals("size") || param.equals("limit")).findFirst().orElse("size");
      case "422 choice" -> operation.params().stream().map(Operation.Param::name)
          .filter(param -> param.equals("identifier") || param.equals("product_type")
              || param.equals("format")).findFirst().orElse("type");
      case "422 date" -> "from_date";
      default -> operation.params().getFirst().name();
    };
    return switch (outcome.code()) {
      case "422 missing" -> Invalid.missing(name);
      case "422 integer" -> Invalid.integer(name);
      case "422 date" -> Invalid.date(name);
      case "422 below" -> new Invalid("query", name, outcome.message(), "value_error.number.not_ge");
      case "422 above" -> new Invalid("query", name, outcome.message(), "value_error.number.not_le");
      default -> new Invalid("query", name, outcome.message(), "type_error.enum");
    };
  }

  /** What is found where nothing is. */
  private static final class Shown {
    private static final byte[] NOTHING = joined();

    private static byte[] joined() {
      var out = new java.io.ByteArrayOutputStream();
      out.writeBytes(Envelopes.detail("93999999", "kfa"));
      out.writeBytes(Envelopes.NULL);
      out.writeBytes(Envelopes.DETAIL_END);
      return out.toByteArray();
    }
  }
}
