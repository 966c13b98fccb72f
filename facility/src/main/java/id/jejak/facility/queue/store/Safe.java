package id.jejak.facility.queue.store;

import id.jejak.facility.access.Vault;
import id.jejak.facility.queue.domain.Hidden;
import id.jejak.facility.queue.domain.Holder;
import id.jejak.kernel.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the queue keeps who somebody is (docs/decisions/0645): a small JSON text, sealed for its place, and hashes of
 * identity number and card beside it. Thread-safe.
 */
public final class Safe {
  private final Vault vault;

  /** A safe whose keys are the installation's. */
  public Safe(Vault vault) {
    this.vault = vault;
  }

  /**
   * What a row holds of somebody, ready to be bound.
   *
   * @param key that sealed it
   * @param sealed what the key sealed
   * @param index key of the index under which the hashes are
   * @param nik hash; null for none
   * @param card the same
   */
  record Row(long key, byte[] sealed, long index, byte @Nullable [] nik, byte @Nullable [] card) {}

  /** Where a booking is: the same patient's other numbers of the same session alone could be taken for it. */
  static String booking(long session, String record) {
    return "queue booking " + session + " " + record;
  }

  /** Where a patient is. */
  static String patient(String record) {
    return "queue patient " + record;
  }

  /** Where a planned operation is. */
  static String surgery(String code) {
    return "queue surgery " + code;
  }

  /** What a booking holds. */
  Row row(Holder holder, String place) {
    return row(Map.of("card", holder.card(), "nik", holder.nik(), "phone", holder.phone()), place);
  }

  /** What a row holds of somebody; empty members are left out. */
  Row row(Map<String, ?> person, String place) {
    var full = new LinkedHashMap<String, Object>(person);
    full.values().removeIf(""::equals);
    return row(new String(Json.write((Object) full), StandardCharsets.UTF_8), word(full, "nik"), word(full, "card"),
        place);
  }

  private static String word(Map<String, Object> person, String name) {
    return person.containsKey(name) ? (String) person.get(name) : "";
  }

  private Row row(String text, String nik, String card, String place) {
    var sealed = vault.seal(text, place);
    long index = vault.active();
    return new Row(sealed.key(), sealed.bytes(), index, vault.hashOrNone(Vault.NIK, nik, index),
        vault.hashOrNone(Vault.CARD, card, index));
  }

  /** The same content, sealed and hashed anew. */
  Row anew(byte[] sealed, String place) {
    var text = vault.open(sealed, place);
    var person = Json.read(text);
    return row(text, person.path("nik").asString(""), person.path("card").asString(""), place);
  }

  /** Opens what is kept of somebody at a place. */
  JsonNode open(byte[] sealed, String place) {
    return Json.read(vault.open(sealed, place));
  }

  /** Whose a booking is. */
  Holder holder(Hidden hidden, String place) {
    var person = open(hidden.bytes(), place);
    return new Holder(person.path("card").asString(""), person.path("nik").asString(""),
        person.path("phone").asString(""));
  }

  /** What stands for an identity number under the active key; null for an empty one. */
  byte @Nullable [] nik(String nik) {
    return vault.hashOrNone(Vault.NIK, nik, vault.active());
  }

  /** What stands for a card under the active key; null for an empty one. */
  byte @Nullable [] card(String card) {
    return vault.hashOrNone(Vault.CARD, card, vault.active());
  }

  /** What may stand for an identity number; of an empty one, nothing. */
  List<byte[]> niks(String nik) {
    return vault.hashesOrNone(Vault.NIK, nik);
  }

  /** What may stand for a card; of an empty one, nothing. */
  List<byte[]> cards(String card) {
    return vault.hashesOrNone(Vault.CARD, card);
  }

  /** Whether unique indexes see everything that is the same; if not, whoever writes is to be {@link #alone}. */
  boolean settled() {
    return vault.single();
  }

  /** The key that seals now. */
  long primary() {
    return vault.primary();
  }

  /**
   * While rows are found under more than one key, the database alone does not see that one patient stands twice:
   * whoever writes one of the same identity number or card waits here, and looks under all keys afterwards. Every
   * identity number is taken before every card, so nobody waits in a circle.
   */
  void alone(Handle tx, String nik, String card) {
    if (!settled()) {
      hold(tx, Vault.NIK, nik);
      hold(tx, Vault.CARD, card);
    }
  }

  private void hold(Handle tx, String kind, String text) {
    if (!text.isEmpty()) {
      tx.createQuery("select pg_advisory_xact_lock(:number)::text")
          .bind("number", ByteBuffer.wrap(vault.hashes(kind, text).getFirst()).getLong()).mapTo(String.class).one();
    }
  }
}
