package id.jejak.gateway.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/**
 * What the token request answers when all is well. On the wire every value is a string, but for the one list.
 *
 * @param email of the developer who applied
 * @param issuedAt to the millisecond
 * @param client id of the client
 * @param token good until {@link Limits#TOKEN_LIFE} after {@code issuedAt}
 * @param application a UUID
 */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API, section 3, 2xx Success", seen = "2026-11")
public record TokenAnswer(String email, Instant issuedAt, String client, String token, String application) {
  private static final String PRODUCT = "api-sandbox";

  /** The fourteen members, in the document's order. */
  public byte[] json() {
    return Json.write(this::write);
  }

  /** The same as text. */
  public String text() {
    return new String(json(), StandardCharsets.UTF_8);
  }

  private void write(JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("refresh_token_expires_in", "0");
    out.writeStringProperty("api_product_list", "[" + PRODUCT + "]");
    out.writeArrayPropertyStart("api_product_list_json");
    out.writeString(PRODUCT);
    out.writeEndArray();
    out.writeStringProperty("organization_name", "ihs-prod-1");
    out.writeStringProperty("developer.email", email);
    out.writeStringProperty("token_type", "BearerToken");
    out.writeStringProperty("issued_at", String.valueOf(issuedAt.toEpochMilli()));
    out.writeStringProperty("client_id", client);
    out.writeStringProperty("access_token", token);
    out.writeStringProperty("application_name", application);
    out.writeStringProperty("scope", "");
    out.writeStringProperty("expires_in", String.valueOf(Limits.TOKEN_LIFE.toSeconds()));
    out.writeStringProperty("refresh_count", "0");
    out.writeStringProperty("status", "approved");
    out.writeEndObject();
  }
}
