package id.jejak.app.web.staff;

import id.jejak.app.web.ground.Page;
import id.jejak.facility.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What things of a facility are called. */
public final class Words {
  /** Roles that can be taken by breaking the glass. */
  public static final List<Role> TO_TAKE = List.of(Role.FRONT_DESK, Role.DOCTOR, Role.ASSISTANT, Role.PHARMACIST);

  private Words() {}

  /** A role. */
  public static String role(Page page, Role role) {
    return switch (role) {
      case FRONT_DESK -> page.say("loket", "front desk");
      case DOCTOR -> page.say("dokter", "doctor");
      case ASSISTANT -> page.say("asisten apoteker", "pharmacist's assistant");
      case PHARMACIST -> page.say("apoteker", "pharmacist");
      case WAREHOUSE -> page.say("gudang", "warehouse");
      case AUDITOR -> page.say("auditor", "auditor");
      case ADMINISTRATOR -> page.say("administrator", "administrator");
    };
  }

  /** Roles, in their usual order. */
  public static String roles(Page page, Collection<Role> roles) {
    return roles.stream().sorted().map(role -> role(page, role)).collect(Collectors.joining(", "));
  }
}
