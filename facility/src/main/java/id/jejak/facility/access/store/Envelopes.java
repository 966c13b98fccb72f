package id.jejak.facility.access.store;

import id.jejak.facility.access.Identifier;
import id.jejak.facility.access.Person;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Who a patient is, as it is kept: AES-256-GCM under a key of that patient alone, which is itself sealed with the keyring.
 * Destroying that one key erases the person; rotating the keyring writes 61 bytes anew, not the person. Thread-safe.
 */
public final class Envelopes {
  private static final int KEY = 32;
  private static final int NONCE = 12;

  private final Keyring ring;
  private final SecureRandom random;

  /** A person as kept. */
  public record Envelope(long key, byte[] wrapped, byte[] sealed) {}

  /** Envelopes under a keyring. */
  public Envelopes(Keyring ring, SecureRandom random) {
    this.ring = ring;
    this.random = random;
  }

  /** Puts a person into an envelope of a new key. */
  public Envelope close(String facility, long id, Person person) {
    var key = new byte[KEY];
    random.nextBytes(key);
    var place = place(facility, id);
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var box = run(Cipher.ENCRYPT_MODE, key, nonce, place, json(person), 0);
    var sealed = Arrays.copyOf(nonce, NONCE + box.length);
    System.arraycopy(box, 0, sealed, NONCE, box.length);
    var wrapped = ring.seal(key, place);
    Arrays.fill(key, (byte) 0);
    return new Envelope(wrapped.key(), wrapped.bytes(), sealed);
  }

  /** Takes a person out. */
  public Person open(String facility, long id, byte[] wrapped, byte[] sealed) {
    var place = place(facility, id);
    var key = ring.open(wrapped, place);
    var plain = run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), place, sealed, NONCE);
    Arrays.fill(key, (byte) 0);
    return person(Json.read(plain));
  }

  /** The patient's key, sealed anew under the keyring's primary key. */
  public Keyring.Sealed rewrapped(String facility, long id, byte[] wrapped) {
    var place = place(facility, id);
    return ring.seal(ring.open(wrapped, place), place);
  }

  private static String place(String facility, long id) {
    return "patient " + facility + " " + id;
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, String place, byte[] input, int from) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a patient could not be sealed or opened", e);
    }
  }

  private static byte[] json(Person person) {
    var all = new LinkedHashMap<String, String>();
    person.nik().ifPresent(nik -> all.put("nik", nik.reveal()));
    person.card().ifPresent(card -> all.put("card", card.reveal()));
    person.ihs().ifPresent(ihs -> all.put("ihs", ihs.reveal()));
    all.put("name", person.name());
    all.put("phone", person.phone());
    all.put("address", person.address());
    person.born().ifPresent(born -> all.put("born", born.toString()));
    all.put("sex", person.sex());
    return Json.write(all);
  }

  private static Person person(JsonNode all) {
    return new Person(text(all, "nik").map(Identifier.Nik::new), text(all, "card").map(Identifier.Card::new),
        text(all, "ihs").map(Identifier.Ihs::new), all.path("name").asString(), all.path("phone").asString(),
        all.path("address").asString(), text(all, "born").map(LocalDate::parse), all.path("sex").asString());
  }

  private static Optional<String> text(JsonNode all, String name) {
    return all.has(name) ? Optional.of(all.path(name).asString()) : Optional.empty();
  }
}
