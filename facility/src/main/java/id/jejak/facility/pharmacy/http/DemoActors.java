package id.jejak.facility.pharmacy.http;

import id.jejak.facility.access.Practitioner;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.kernel.http.Request;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * One person for each facility of the demo world, who may do everything, and one who may only look. Their tokens are
 * shown to everybody, so they are known in the demo world alone.
 */
public final class DemoActors implements Actors {
  private static final String PHARMACIST = "10001915884";
  private final Map<String, Actor> byToken = new LinkedHashMap<>();

  /** Those of the demo facilities. */
  public DemoActors() {
    add("rs-sarana-a");
    add("apotek-sarana-b");
    add("pbf-nusantara");
  }

  private void add(String facility) {
    byToken.put("demo-" + facility, new Actor(PHARMACIST, "apt. Aditya Pradhana, S.Farm.", EnumSet.allOf(Role.class),
        facility, false));
    byToken.put("demo-" + facility + "-auditor", new Actor("10014058550", "Sheila Annisa, S.K", Set.of(Role.AUDITOR),
        facility, false));
  }

  @Override
  public Optional<Actor> of(Request request) {
    return request.header("Authorization").filter(text -> text.toLowerCase(Locale.ROOT).startsWith("bearer "))
        .map(text -> byToken.get(text.substring(7).strip()));
  }

  /** Their ids are numbers at SATUSEHAT. */
  @Override
  public Map<String, Practitioner> practitioners(Handle h, Collection<String> staff) {
    return byToken.values().stream().filter(one -> staff.contains(one.staff())).collect(Collectors.toUnmodifiableMap(
        Actor::staff, one -> new Practitioner(one.staff(), one.name()), (one, _) -> one));
  }

  /** Tokens and whom they stand for. */
  Map<String, Actor> all() {
    return byToken;
  }
}
