package id.jejak.satusehat.client.care;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Answer.Refused;
import id.jejak.kernel.http.Answer.Unknown;
import id.jejak.kernel.time.Pause;
import id.jejak.satusehat.client.ClientLimits;
import id.jejak.satusehat.client.FhirClient;
import id.jejak.satusehat.client.Page;
import id.jejak.satusehat.client.Query;
import id.jejak.satusehat.client.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Sends each resource once, whatever the line does: what was done is remembered under a name of its own, what may have
 * been done is looked for before anything is sent again. For one thread.
 */
final class Sending {
  private static final Set<String> THERE_ALREADY = Set.of("duplicate", "20002");
  private static final String FOUND = "its answer was lost, and it was found by its number";

  private final FhirClient fhir;
  private final Pause pause;
  private final Map<String, Resource> done = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();

  Sending(FhirClient fhir, Pause pause) {
    this.fhir = fhir;
    this.pause = pause;
  }

  FhirClient fhir() {
    return fhir;
  }

  Pause pause() {
    return pause;
  }

  /**
   * Creates a resource.
   *
   * @param name under which it is remembered
   * @param lookFirst true when an earlier run of the program may have sent it
   */
  Answer<Resource> create(String name, Map<String, Object> fields, boolean lookFirst) {
    var before = done.get(name);
    if (before != null) {
      return new Done<>(before);
    }
    var resource = Fields.json(fields);
    if (lookFirst || doubtful.contains(name)) {
      var there = fhir.settle(resource);
      if (!(there instanceof Done<Optional<Resource>>(var found, _)) || found.isPresent()) {
        return kept(name, there.map(Optional::orElseThrow));
      }
    }
    var answer = fhir.create(resource);
    return kept(name, switch (answer) {
      case Unknown<Resource>(var why) -> looked(resource, why);
      case Refused<Resource>(var code, _) when THERE_ALREADY.contains(code) -> there(resource, answer);
      case Done<Resource> _, Refused<Resource> _, Answer.Later<Resource> _ -> answer;
    });
  }

  /** Puts a new version; doing it again does no harm, so it is done again once when no answer came. */
  Answer<Resource> update(JsonNode resource) {
    var answer = fhir.update(resource);
    return answer instanceof Unknown<Resource> ? fhir.update(resource) : answer;
  }

  /** The one resource that a search finds. */
  Answer<Resource> find(String type, Query query) {
    var answer = fhir.search(type, query);
    if (!(answer instanceof Done<Page>(var page, _))) {
      return answer.map(Sending::never);
    }
    return page.resources().isEmpty() ? new Refused<>("not-found", "no " + type + " was found") : new Done<>(
        page.resources().getFirst(), page.resources().size() > 1 ? "more than one was found: this is the newest" : "");
  }

  private Answer<Resource> kept(String name, Answer<Resource> answer) {
    if (answer instanceof Done<Resource>(var resource, _)) {
      done.put(name, resource);
      doubtful.remove(name);
    } else if (answer instanceof Unknown<Resource>) {
      doubtful.add(name);
    }
    return answer;
  }

  private Answer<Resource> looked(JsonNode resource, String why) {
    for (var wait : ClientLimits.LOOKS) {
      if (!pause.pause(wait)) {
        break;
      }
      if (fhir.settle(resource) instanceof Done<Optional<Resource>>(var found, _) && found.isPresent()) {
        return new Done<>(found.get(), FOUND);
      }
    }
    return new Unknown<>(why);
  }

  private Answer<Resource> there(JsonNode resource, Answer<Resource> refused) {
    return fhir.settle(resource) instanceof Done<Optional<Resource>>(var found, _) && found.isPresent()
        ? new Done<>(found.get(), "it was there already") : refused;
  }

  /** For answers that have no value. */
  static <T, U> U never(T value) {
    throw new IllegalStateException("only an answer that is done has a value");
  }
}
