package id.jejak.app.conformance.read;

import id.jejak.antrean.contract.Header;
import id.jejak.app.docs.SystemDocs;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds which service of which document an address means, wherever a system is served: recordings are of real hosts, of
 * development addresses, of proxies. A hospital's own services have paths of their own; they are known by the headers
 * of BPJS and the last word of the path. Immutable.
 */
final class Addresses {
  private static final String HOSPITAL = "rs";
  /** Endings of the bases at which development servers are reached. */
  private static final List<String> ENDINGS = List.of("", "_dev", "-dev");

  private record Place(String system, String base, List<Operation> operations) {}

  private final List<Place> places = new ArrayList<>();
  private final List<Operation> hospital;

  /** Addresses of these systems. */
  Addresses(List<SystemDocs> docs) {
    docs.forEach(system -> system.sections().forEach(section -> section.bases().forEach(base ->
        places.add(new Place(system.name(), base, section.operations())))));
    places.sort(Comparator.comparingInt((Place place) -> -place.base().length()));
    hospital = docs.stream().filter(one -> one.name().equals(HOSPITAL)).flatMap(one -> one.operations().stream())
        .toList();
  }

  /**
   * What an address means.
   *
   * @param operation null when the system has none there
   * @param base the part of the path before the operation's own
   */
  record Meant(String system, @Nullable Operation operation, String base) {}

  /** The service; empty when the address is of no system. */
  Optional<Meant> of(String method, String path, Headers headers) {
    var found = new ArrayList<Meant>();
    Optional<Meant> near = Optional.empty();
    for (var place : places) {
      for (var ending : ENDINGS) {
        int end = end(path, place.base() + ending);
        if (end >= 0) {
          var base = path.substring(0, end);
          var operation = operation(place.operations(), method, path.substring(end));
          if (operation.isPresent()) {
            found.add(new Meant(place.system(), operation.get(), base));
          } else if (near.isEmpty()) {
            near = Optional.of(new Meant(place.system(), null, base));
          }
        }
      }
    }
    var best = found.stream().min(Comparator.comparingInt(Addresses::names));
    return best.isPresent() ? best : hospital(method, path, headers).or(nearest(near));
  }

  private static java.util.function.Supplier<Optional<Meant>> nearest(Optional<Meant> near) {
    return () -> near;
  }

  private static int names(Meant meant) {
    return meant.operation() == null ? 0 : (int) meant.operation().path().chars().filter(c -> c == '{').count();
  }

  /** Where a base ends in a path; -1 when it is not in it. */
  private static int end(String path, String base) {
    int at = path.indexOf(base);
    int end = at + base.length();
    return at >= 0 && (end == path.length() || path.charAt(end) == '/') ? end : -1;
  }

  private static Optional<Operation> operation(List<Operation> all, String method, String below) {
    var segments = (below.isEmpty() ? "/" : below).split("/", -1);
    return all.stream().filter(one -> one.method().equals(method) && matches(one.path().split("/", -1), segments))
        .min(Comparator.comparingInt(one -> (int) one.path().chars().filter(c -> c == '{').count()));
  }

  private static boolean matches(String[] pattern, String[] segments) {
    if (pattern.length != segments.length) {
      return false;
    }
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].startsWith("{") ? segments[i].isEmpty() : !pattern[i].equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  private Optional<Meant> hospital(String method, String path, Headers headers) {
    boolean token = headers.first(Header.USERNAME).isPresent() && headers.first(Header.PASSWORD).isPresent();
    if (!token && headers.first(Header.TOKEN).isEmpty()) {
      return Optional.empty();
    }
    var word = plain(path.substring(path.lastIndexOf('/') + 1));
    var base = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return hospital.stream().filter(one -> one.method().equals(method))
        .filter(one -> token ? one.method().equals("GET") : plain(one.path()).equals(word)
            || plain(one.path()).replace("antrean", "").equals(word.replaceAll("antre?ian|antrian|antrean", "")))
        .findFirst().map(one -> new Meant(HOSPITAL, one, base))
        .or(() -> Optional.of(new Meant(HOSPITAL, null, base)));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
