package id.jejak.ttac.http;

import id.jejak.kernel.db.Db;
import id.jejak.kernel.ids.Password;
import id.jejak.ttac.domain.Level;
import id.jejak.ttac.domain.Status;
import id.jejak.ttac.store.WorldStore;
import id.jejak.ttac.store.WorldStore.NewAccount;
import id.jejak.ttac.store.WorldStore.NewSarana;
import id.jejak.ttac.store.Event;
import id.jejak.ttac.store.RegisterStore;
import id.jejak.ttac.store.RegisterStore.Lot;
import id.jejak.ttac.store.RegisterStore.NewUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The demo world of TTAC: the document's own example values wherever it gives one (sarana 123, 456 and 284, the two
 * locations, the barcodes of its requests), and enough stock to work with. The same every time.
 */
final class Demo {
  private static final Instant SINCE = Instant.parse("2021-08-01T02:00:00Z");
  private static final Lot STRIAL = new Lot("TR202358291", "STRIAL", LocalDate.of(2030, 12, 31));
  private static final Lot PARACETAMOL = new Lot("GKL1222251043A1", "PCT2601", LocalDate.of(2029, 6, 30));

  private static final List<NewSarana> SARANA = List.of(
      new NewSarana(284, 28, "PBF Nusantara Medika", "Jl. Industri Raya No. 8", "0215550284", "0215550285",
          "Jawa Barat", "Bekasi", "-6.2349", "106.9923", "01.234.567.8-284.000", "distributor", true),
      new NewSarana(123, 12, "Sarana A", "Jl. Jauh sekali No. 123", "0215550123", null,
          "DKI Jakarta", "Jakarta Selatan", "-6.2615", "106.8106", "01.234.567.8-123.000", "rumah sakit", true),
      new NewSarana(456, 45, "Sarana B", "Jl. Panjang No. 333", "0215550456", null,
          "Banten", "Tangerang", "-6.1781", "106.6300", "01.234.567.8-456.000", "apotek", true),
      new NewSarana(789, 78, "PT Farma Percontohan", "Kawasan Industri Pulogadung Blok C2", "0215550789", null,
          "DKI Jakarta", "Jakarta Timur", "-6.1936", "106.9095", "01.234.567.8-789.000", "produsen", true),
      new NewSarana(901, 90, "Apotek Tutup", "Jl. Kenangan No. 9", "0215550901", null,
          "Jawa Barat", "Bogor", "-6.5971", "106.8060", null, "apotek", false));

  private static final List<NewAccount> ACCOUNTS = List.of(
      new NewAccount(1, 284, "gudang@pbf-nusantara.example", "Dewi Lestari", "081200000284", "jejak-284"),
      new NewAccount(2, 123, "farmasi@sarana-a.example", "Budi Santoso", "081200000123", "jejak-123"),
      new NewAccount(3, 456, "apotek@sarana-b.example", "Siti Rahma", "081200000456", "jejak-456"),
      new NewAccount(4, 789, "pabrik@farma-percontohan.example", "Agus Wijaya", "081200000789", "jejak-789"));

  /** Of the passwords above, which everybody knows: hashing takes as long as all the rest of a first start. */
  private static final Map<String, Password> HASHED = Map.of(
      "jejak-284", Password.beforehand("jejak demo ttac1",
          "7c66e9b23993a90e32b80a2c06be0520fc3797b497f03ee71d530250da128912"),
      "jejak-123", Password.beforehand("jejak demo ttac2",
          "3464c55d6669f9c80c7ca6c85d776cde684b1d32d4b2addbdbc26d33ec403edf"),
      "jejak-456", Password.beforehand("jejak demo ttac3",
          "4978a04fdd2dbaacb52cba76e79317d45561b9f5b6ce68d3ab5e54c502edbcda"),
      "jejak-789", Password.beforehand("jejak demo ttac4",
          "1cae9e1f5fb52c3cc18005f6b32857d53439eaa5b243905351637a6a3370e2b6"));

  private final Db db;
  private final WorldStore store;
  private final RegisterStore registers;
  private final Barcodes barcodes;

  Demo(Db db, WorldStore store, RegisterStore registers, Barcodes barcodes) {
    this.db = db;
    this.store = store;
    this.registers = registers;
    this.barcodes = barcodes;
  }

  /** Makes the demo world when no facility is known. */
  void prepare() {
    db.transaction(tx -> {
      if (store.empty(tx)) {
        fill(tx);
      }
      return true;
    });
  }

  /** Throws everything away and makes the demo world anew. */
  void reset() {
    db.transaction(tx -> {
      store.clear(tx);
      fill(tx);
      return true;
    });
  }

  Map<String, Object> world() {
    var accounts = new ArrayList<Map<String, Object>>();
    for (var account : ACCOUNTS) {
      var sarana = SARANA.stream().filter(one -> one.id() == account.sarana()).findFirst().orElseThrow();
      var shown = new LinkedHashMap<String, Object>();
      shown.put("email", account.email());
      shown.put("password", account.password());
      shown.put("sarana_id", sarana.id());
      shown.put("nama_sarana", sarana.name());
      shown.put("peran", sarana.role());
      accounts.add(shown);
    }
    return Map.of("accounts", accounts);
  }

  private void fill(Handle tx) {
    store.addSarana(tx, SARANA, SINCE);
    ACCOUNTS.forEach(account -> store.addAccount(tx, account,
        Objects.requireNonNull(HASHED.get(account.password()), account.email()), SINCE));
    // Everyone may send to everyone; 284, whose list the document prints with three entries, not to the closed one.
    store.addTargets(tx, 901, 284);
    store.addLocation(tx, 2, 284, "serang.banten", "121111", "-6.11737", "106.15303");
    store.addLocation(tx, 3, 284, "Perumahan Mutiara Baru, Bekasi", "111111", "-6.41348", "107.09608");
    register(tx, 284, stock());
    register(tx, 789, List.of(primer("OKTADEV02BAR0000001", PARACETAMOL, null)));
  }

  /** One tersier of two sekunder of five, and loose packs, with the barcodes of the document's requests. */
  private List<NewUnit> stock() {
    var units = new ArrayList<NewUnit>();
    units.add(holder("TSR_SGTDEV001", Level.TERSIER, null));
    for (int s = 1; s <= 2; s++) {
      var sekunder = "SKD_SGTDEV00" + s;
      units.add(holder(sekunder, Level.SEKUNDER, "TSR_SGTDEV001"));
      for (int p = 1; p <= 5; p++) {
        units.add(primer("SGTDEV00" + s + "PRM000" + p, STRIAL, sekunder));
      }
    }
    for (int p = 1; p <= 20; p++) {
      units.add(primer(String.format(java.util.Locale.ROOT, "OKTADEV01BAR%07d", p), PARACETAMOL, null));
    }
    units.add(primer("90GKL1222251043A1\u001d10PCT2601\u001d1729063021SN0000001", PARACETAMOL, null));
    return units;
  }

  private NewUnit primer(String barcode, Lot lot, @Nullable String parent) {
    return new NewUnit(barcodes.keys(barcode).getFirst(), barcode, Level.PRIMER, Status.ACTIVE, lot,
        parent == null ? null : barcodes.keys(parent).getFirst());
  }

  private NewUnit holder(String barcode, Level level, @Nullable String parent) {
    return new NewUnit(barcodes.keys(barcode).getFirst(), barcode, level, Status.ACTIVE, null,
        parent == null ? null : barcodes.keys(parent).getFirst());
  }

  private void register(Handle tx, int sarana, List<NewUnit> units) {
    registers.register(tx, units, Map.of(), Event.now(Event.Kind.REGISTER, SINCE, sarana, "demo"))
        .ifPresent(key -> {
          throw new IllegalStateException("the demo world has a barcode twice");
        });
  }
}
