package id.jejak.facility.access;

import id.jejak.kernel.db.Sql;
import id.jejak.kernel.ids.Ids;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line of the audit that rides in the statement that it tells of, where one of its own would take longer than what it
 * tells of. It stands when that statement stands. Whose number the patient has here is found in passing, by identity
 * number or card. Thread-safe.
 */
public final class Rider {
  /** Among the with-clauses of a statement, behind one named {@code done}: as many lines as that has rows, 0 or 1. */
  public static final String NOTED = """
      noted as (
        insert into access.audit_inbox (facility, id, at, staff, glass, operation, deed, patient, purpose)
        select :audit_facility, :audit_id, :audit_at, :audit_staff, :audit_glass, :audit_operation, :audit_deed,
               coalesce((select found.id
                           from unnest(:audit_niks::bytea[]) as one (hash)
                          cross join lateral (select p.id
                                                from access.patient p
                                               where p.nik = one.hash and p.facility = :audit_facility
                                              offset 0) found
                          limit 1),
                        (select found.id
                           from unnest(:audit_cards::bytea[]) as one (hash)
                          cross join lateral (select p.id
                                                from access.patient p
                                               where p.card = one.hash and p.facility = :audit_facility
                                              offset 0) found
                          limit 1), 0), :audit_purpose
          from done
         where :audit_facility <> ''
      )
      """;

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
   * Binds what {@link #NOTED} says.
   *
   * @param why empty to note nothing
   * @param nik of the patient; empty when not known
   * @param card the same
   */
  public Sql.Call on(Sql.Call call, Optional<Why> why, Audit.Deed deed, String nik, String card) {
    var actor = why.map(Why::actor).orElseGet(() -> Actor.program(""));
    return call.text("audit_facility", actor.facility()).bigint("audit_id", ids.next())
        .instant("audit_at", clock.instant().truncatedTo(ChronoUnit.MICROS)).bigint("audit_staff", actor.staff())
        .flag("audit_glass", actor.glass()).text("audit_operation", why.map(Why::operation).orElse(""))
        .text("audit_deed", deed.name()).text("audit_purpose", why.map(one -> one.purpose().word()).orElse(""))
        .text("audit_niks", nik.isEmpty() ? "{}" : array(vault.hashes(Vault.NIK, nik)))
        .text("audit_cards", card.isEmpty() ? "{}" : array(vault.hashes(Vault.CARD, card)));
  }

  /** As {@code bytea[]} in text. */
  private static String array(List<byte[]> hashes) {
    return hashes.stream().map(hash -> "\"\\\\x" + HexFormat.of().formatHex(hash) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
