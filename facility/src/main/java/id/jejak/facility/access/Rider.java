package id.jejak.facility.access;

import id.jejak.kernel.db.Sql;
import id.jejak.kernel.ids.Ids;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A line of the audit that rides in the statement that it tells of, where one of its own would take longer than what it
 * tells of. It stands when that statement stands. Whose number the patient has here is found in passing, by identity
 * number or card. Thread-safe.
 */
public final class Rider {
  /**
   * Among the with-clauses of a statement, behind one named {@code done}: as many lines as that has rows, 0 or 1. While
   * the index has one key only: looks by equality are the cheapest to begin.
   */
  public static final String NOTED = noted("""
      select p.id from access.patient p where p.nik = :audit_nik and p.facility = :audit_facility
      """);
  /** The same while it has more. */
  public static final String NOTED_BY_ANY = noted("""
      select found.id
        from unnest(:audit_niks) as one (hash)
       cross join lateral (select p.id
                             from access.patient p
                            where p.nik = one.hash and p.facility = :audit_facility
                           offset 0) found
       limit 1
      """);

  /** By card it is looked for as it is by identity number. */
  private static String noted(String byNik) {
    return """
        noted as (
          insert into access.audit_inbox (facility, id, at, staff, glass, operation, deed, patient, purpose)
          select :audit_facility, :audit_id, :audit_at, :audit_staff, :audit_glass, :audit_operation, :audit_deed,
                 coalesce((BY_NIK), (BY_CARD), 0), :audit_purpose
            from done
           where :audit_facility <> ''
        )
        """.replace("BY_NIK", byNik).replace("BY_CARD", byNik.replace("nik", "card"));
  }

  private final Vault vault;
  private final Ids ids;
  private final InstantSource clock;

  /** Riders whose patients are found by the keys of a vault. */
  public Rider(Vault vault, Ids ids, InstantSource clock) {
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Binds what {@link #NOTED}, or {@link #NOTED_BY_ANY}, says.
   *
   * @param any which of them
   * @param why empty to note nothing
   * @param nik of the patient; empty when not known
   * @param card the same
   */
  public Sql.Call on(Sql.Call call, boolean any, Optional<Why> why, Audit.Deed deed, String nik, String card) {
    var actor = why.map(Why::actor).orElseGet(() -> Actor.program(""));
    call.text("audit_facility", actor.facility()).bigint("audit_id", ids.next())
        .instant("audit_at", clock.instant().truncatedTo(ChronoUnit.MICROS)).bigint("audit_staff", actor.staff())
        .flag("audit_glass", actor.glass()).text("audit_operation", why.map(Why::operation).orElse(""))
        .text("audit_deed", deed.name()).text("audit_purpose", why.map(one -> one.purpose().word()).orElse(""));
    return any ? call.bytes("audit_niks", vault.hashesOrNone(Vault.NIK, nik))
            .bytes("audit_cards", vault.hashesOrNone(Vault.CARD, card))
        : call.bytes("audit_nik", vault.hashOrNone(Vault.NIK, nik, vault.active()))
            .bytes("audit_card", vault.hashOrNone(Vault.CARD, card, vault.active()));
  }
}
