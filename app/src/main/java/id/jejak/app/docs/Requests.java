package id.jejak.app.docs;

import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Operation.Param;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the operations of a system are asked.
 *
 * @param bodies forms in which a body is understood, the plainest first; none where everything comes by query
 * @param getBody true when a GET may carry its parameters as a JSON body
 * @param inQuery by operation id: parameters that come by query although there is a body
 * @param access how the caller is known
 */
public record Requests(List<BodyForm> bodies, boolean getBody, Map<String, Set<String>> inQuery, Access access) {
  /** Whatever a client can think of; the caller is known by a parameter. */
  public static final Requests ANY_FORM =
      new Requests(List.of(BodyForm.values()), true, Map.of(), Access.BY_PARAMETER);

  /** Queries and JSON bodies, with a bearer token. */
  public static final Requests BEARER_JSON = new Requests(List.of(BodyForm.JSON), false, Map.of(), Access.BEARER);

  /** Queries and JSON bodies, with the token of a session. */
  public static final Requests SESSION_JSON = new Requests(List.of(BodyForm.JSON), false, Map.of(), Access.SESSION);

  /** Nothing but paths and JSON bodies, signed as BPJS wants it. */
  public static final Requests SIGNED_JSON = new Requests(List.of(BodyForm.JSON), false, Map.of(), Access.SIGNED);

  /** JSON bodies, with a token of the hospital in headers of BPJS. */
  public static final Requests HOSPITAL_JSON =
      new Requests(List.of(BodyForm.JSON), false, Map.of(), Access.HOSPITAL);

  /** Queries and JSON bodies of our own programs, which need nothing else in the demo world. */
  public static final Requests PLAIN_JSON = new Requests(List.of(BodyForm.JSON), false, Map.of(), Access.OPEN);

  /** Copies the list. */
  public Requests {
    bodies = List.copyOf(bodies);
  }

  /** A form of a body. */
  public enum BodyForm {
    /** {@code application/json}. */
    JSON("application/json"),
    /** {@code application/x-www-form-urlencoded}. */
    URLENCODED("application/x-www-form-urlencoded"),
    /** {@code multipart/form-data}. */
    FORM_DATA("multipart/form-data");

    private final String type;

    BodyForm(String type) {
      this.type = type;
    }

    /** Its media type. */
    String type() {
      return type;
    }
  }

  /** How a caller is known. */
  public enum Access {
    /** By what the operation's own parameters say. */
    BY_PARAMETER,
    /** By credentials in the parameters; what is answered is the bearer token of other systems. */
    GIVES_BEARER,
    /** By a token in the header {@code Authorization}. */
    BEARER,
    /** By the token of a session in the same header; a browser has it as a cookie. */
    SESSION,
    /** By a signature of the second in which the request is made, in headers of BPJS. */
    SIGNED,
    /** By a token that the hospital gave BPJS, with its user, in headers. */
    HOSPITAL,
    /** Not at all in the demo world. */
    OPEN
  }

  /** Whether a parameter is part of the query. */
  boolean query(Operation operation, Param param) {
    return !RequestExamples.inPath(operation, param) && (operation.method().equals("GET")
        || inQuery.getOrDefault(operation.id(), Set.of()).contains(param.name()));
  }

  /** Whether a parameter is part of the body. */
  boolean body(Operation operation, Param param) {
    return !RequestExamples.inPath(operation, param) && !query(operation, param);
  }

  /** Whether an operation wants a bearer token. */
  boolean bearer() {
    return access == Access.BEARER || access == Access.SESSION;
  }

  /** Whether an operation wants a token of the hospital, or gives one. */
  boolean hospital() {
    return access == Access.HOSPITAL;
  }

  /** Whether an operation wants a signature. */
  boolean signed() {
    return access == Access.SIGNED;
  }
}
