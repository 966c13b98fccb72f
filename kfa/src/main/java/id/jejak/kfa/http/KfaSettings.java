package id.jejak.kfa.http;

import id.jejak.kernel.config.Key;
import id.jejak.kfa.contract.FieldSet;
import java.util.List;
import java.util.Locale;

/** The settings that KFA knows. */
public final class KfaSettings {
  /** Which members rows have. */
  public static final Key<FieldSet> FIELDS = new Key<>("kfa.fields", FieldSet.Y2023.label(),
      text -> FieldSet.of(text).orElseThrow(() -> new IllegalArgumentException("must be 2023, 2026 or stored")),
      "members of KFA's rows: 2023 as the document prints them, 2026 as the newest types have them, stored exactly as"
          + " imported; the header X-Jejak-Fields chooses for one request");
  /** The zone in which versions 1 and 2 print moments. */
  public static final Key<Zone> ZONE = new Key<>("kfa.zone", Zone.UTC.name(), text -> switch (
          text.toUpperCase(Locale.ROOT)) {
        case "UTC" -> Zone.UTC;
        case "WIB" -> Zone.WIB;
        default -> throw new IllegalArgumentException("must be UTC or WIB");
      }, "zone in which KFA v1 and v2 print updated_at, which they do without naming it: UTC or WIB");
  /** Whether rows are as dirty as the real ones. */
  public static final Key<Boolean> DIRTY = Key.flag("kfa.dirty", true,
      "false cleans KFA's rows up: none without a code, each identifier once, only packs with a pack's code");
  /** Whether the paths of ATC and tags are gone. */
  public static final Key<Boolean> TODAY = Key.flag("kfa.atc-gone", false,
      "true answers 404 on KFA's ATC and tag paths, as the live service does today");

  /** All of them. */
  public static final List<Key<?>> ALL = List.of(FIELDS, ZONE, DIRTY, TODAY);

  private KfaSettings() {}
}
