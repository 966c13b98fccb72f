package id.jejak.delivery.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import java.util.LinkedHashMap;

/** A request that was not done, as it is answered: {@code {"code":"404 parcel","message":"..."}}. */
@Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
public record Fault(String code, String message) {
  private static final int STATUS_DIGITS = 3;

  /** As it goes over the wire. */
  public Response response() {
    var members = new LinkedHashMap<String, Object>();
    members.put("code", code);
    members.put("message", message);
    return Response.json(Integer.parseInt(code.substring(0, STATUS_DIGITS)), Json.write((Object) members));
  }
}
