package id.jejak.app.docs;

import id.jejak.app.docs.PostmanScript.Environment;
import id.jejak.app.docs.PostmanScript.Shared;
import id.jejak.app.docs.PostmanScript.Step;
import id.jejak.app.docs.Requests.Access;
import id.jejak.app.docs.Requests.BodyForm;
import id.jejak.gateway.contract.GatewayOperations;
import id.jejak.gateway.contract.Limits;
import id.jejak.gateway.http.GatewayFaults;
import id.jejak.kernel.json.Json;
import id.jejak.kernel.part.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The gateway's docs; and the Postman environment of the platform, in which the token that this collection keeps is
 * there for the collections of what stands behind the gateway.
 */
public final class GatewayDocs {
  private static final Shared PLATFORM = new Shared("satusehat", "SATUSEHAT platform");
  private static final Map<String, String> KEPT = Map.of("access_token", "answer.access_token");
  private static final String PATH = GatewayOperations.BASES.getFirst() + GatewayOperations.TOKEN.path();

  private GatewayDocs() {}

  /**
   * The docs of the gateway.
   *
   * @param sandbox gives the client of the Postman run; without it the reader fills one in
   */
  public static SystemDocs of(Supplier<List<Example>> examples, Optional<Part.Sandbox> sandbox) {
    var id = GatewayOperations.TOKEN.id();
    return new SystemDocs("gateway", "SATUSEHAT OAuth2 (KFA document, section 3)", "2023",
        List.of(new Section(GatewayOperations.BASES, GatewayOperations.ALL)),
        new Printed(BodyForm.JSON.type(), (_, outcome) -> GatewayOperations.answer(outcome), new GatewayFaults(),
            Limits.BODY_BYTES),
        new Requests(List.of(BodyForm.URLENCODED), false, Map.of(id, Set.of("grant_type")), Access.GIVES_BEARER),
        examples,
        new PostmanScript(environment(sandbox), List.of(),
            Map.of("*", Map.of("client_id", "\"{{client_id}}\"", "client_secret", "\"{{client_secret}}\"")),
            Map.of(id, KEPT), Map.of(), Set.of()));
  }

  /** The environment that the collections of the platform share: the first client of the demo world, and the token. */
  public static Environment environment(Optional<Part.Sandbox> sandbox) {
    return new Environment(Optional.of(PLATFORM), () -> {
      var client = Json.read(Json.write((Object) sandbox.map(Part.Sandbox::world).orElse(Map.of())))
          .path("clients").path(0);
      var values = new LinkedHashMap<String, String>();
      for (var name : List.of("client_id", "client_secret", "organization_id")) {
        values.put(name, client.path(name).asString(""));
      }
      values.put("access_token", "");
      return values;
    });
  }

  /** Gets the token, for a collection of what stands behind the gateway. */
  public static Step token() {
    return new Step("A token", "POST", PATH + "?grant_type=client_credentials", BodyForm.URLENCODED.type(),
        "client_id={{client_id}}&client_secret={{client_secret}}", KEPT);
  }
}
