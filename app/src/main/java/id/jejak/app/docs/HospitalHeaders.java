package id.jejak.app.docs;

import id.jejak.antrean.contract.Header;
import id.jejak.antrean.contract.rs.RsOperations;
import id.jejak.kernel.http.Operation;
import java.util.List;
import java.util.Map;

/** How a caller is known to a hospital: user and password for a token, token and user for everything else. */
final class HospitalHeaders {
  /** A header, the variable that has its value, and what it is. */
  private record Named(String header, String variable, String what) {}

  private static final Named USER = new Named(Header.USERNAME, "username", "User that the hospital gave BPJS.");
  private static final Named PASSWORD = new Named(Header.PASSWORD, "password", "Its password.");
  private static final Named TOKEN = new Named(Header.TOKEN, "token", "Token of the service Generate Token.");

  private HospitalHeaders() {}

  private static List<Named> of(Operation operation) {
    return operation.equals(RsOperations.TOKEN) ? List.of(USER, PASSWORD) : List.of(TOKEN, USER);
  }

  /** Headers whose values the shell has. */
  static String curl(String next, Operation operation) {
    var out = new StringBuilder();
    of(operation).forEach(one ->
        out.append(next).append("-H \"").append(one.header()).append(": $").append(one.variable()).append('"'));
    return out.toString();
  }

  /** Headers whose values are in the environment. */
  static List<Object> postman(Operation operation) {
    return of(operation).stream().<Object>map(one ->
        Tree.of("key", one.header(), "value", "{{" + one.variable() + "}}")).toList();
  }

  /** The headers as OpenAPI's security schemes. */
  static Map<String, Object> schemes() {
    var schemes = Tree.of();
    List.of(TOKEN, USER, PASSWORD).forEach(one -> schemes.put(one.variable(), Tree.of("type", "apiKey", "in",
        "header", "name", one.header(), "description", one.what())));
    return schemes;
  }

  /** Either of the two pairs. */
  static List<Object> required() {
    return List.of(Tree.of(TOKEN.variable(), List.of(), USER.variable(), List.of()),
        Tree.of(USER.variable(), List.of(), PASSWORD.variable(), List.of()));
  }
}
