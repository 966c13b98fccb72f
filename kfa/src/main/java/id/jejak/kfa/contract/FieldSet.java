package id.jejak.kfa.contract;

import static id.jejak.kfa.contract.Member.decimal;
import static id.jejak.kfa.contract.Member.is;
import static id.jejak.kfa.contract.Member.list;
import static id.jejak.kfa.contract.Member.moment;
import static id.jejak.kfa.contract.Member.object;
import static id.jejak.kfa.contract.Member.or;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import id.jejak.kfa.contract.Member.As;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which members rows have: the service changed them more than once without a new version. */
@Source(grade = Grade.CERTAIN, ref = "KFA ReST API 2023; 2024 row in the newest document; types of 2026", seen = "2026-11")
public enum FieldSet {
  /** As the document of 2023 prints them. */
  @Source(grade = Grade.CERTAIN, ref = "KFA ReST API 2023, examples of 4.1 to 5.2", seen = "2026-11")
  Y2023("2023"),
  /** As types and rows of 2024 to 2026 have them. */
  @Source(grade = Grade.INFERRED, ref = "facts 7: members certain, their order of 2026 ours", seen = "2026-11")
  Y2026("2026"),
  /** Every row exactly as it was imported. */
  @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
  STORED("stored");

  private static final String NOTHING = "false";

  private final String label;

  FieldSet(String label) {
    this.label = label;
  }

  /** The set of a name; empty for a name that is none. */
  public static Optional<FieldSet> of(String label) {
    return Arrays.stream(values()).filter(set -> set.label.equals(label)).findFirst();
  }

  /** As settings and headers write it. */
  public String label() {
    return label;
  }

  /** Members of a row of version 2's list; {@link #STORED} has none, since it prints what is there. */
  public List<Member> row() {
    return switch (this) {
      case Y2023 -> Rows.ROW_2023;
      case Y2026 -> Rows.ROW_2026;
      case STORED -> List.of();
    };
  }

  /** Members of version 2's detail. */
  public List<Member> detail() {
    return switch (this) {
      case Y2023 -> Rows.DETAIL_2023;
      case Y2026 -> Rows.DETAIL_2026;
      case STORED -> List.of();
    };
  }

  /** Members of a price. */
  public List<Member> price() {
    return this == STORED ? List.of() : Rows.PRICE;
  }

  /** True when every row of a list ends with the total of the list. */
  public boolean totalInRow() {
    return this == Y2026;
  }

  /** The member that version 3 gained, added to rows that lack it; empty in sets without it. */
  public Optional<Member> lkppStatus() {
    return this == Y2026 ? Optional.of(Rows.LKPP_STATUS) : Optional.empty();
  }

  /** The lists, put together once. */
  private static final class Rows {
    private static final Member TYPE = object("farmalkes_type", or("code", NOTHING), or("name", NOTHING),
        or("group", NOTHING));
    private static final Member FORM = object("dosage_form", or("code", NOTHING), or("name", NOTHING));
    private static final Member INGREDIENTS = list("active_ingredients", is("kfa_code"), or("active", "true"),
        is("state"), is("zat_aktif"), is("kekuatan_zat_aktif"), moment());
    private static final Member INGREDIENTS_2024 = list("active_ingredients", is("state"), or("active", "true"),
        is("kfa_code"), is("zat_aktif"), moment(), is("kekuatan_zat_aktif"));
    private static final Member TEMPLATE = object("product_template", is("kfa_code"), is("name"), is("state"),
        or("active", "true"), is("display_name"), moment());
    private static final Member TEMPLATE_2026 = object("product_template", is("name"), is("state"),
        or("active", "true"), is("kfa_code"), moment(), is("display_name"), or("bmhp", NOTHING));
    private static final Member REPLACEMENT = object("replacement", is("product"), is("template"));
    private static final Member TAGS = or("tags", "[]");
    private static final Member UOM = object("uom", or("name", NOTHING));
    private static final Member UOM_2026 = object("uom", is("cs_code"), or("name", NOTHING));
    private static final Member VOLUME_TEXT = new Member("volume", "null", As.TEXT, List.of());
    static final Member LKPP_STATUS = object("lkpp_status", or("freezed", NOTHING), is("reason_code"), is("reason"),
        is("remark"));

    private static final List<Member> BEGIN = List.of(is("name"), or("kfa_code", "\"/\""), or("active", "true"),
        is("state"), is("image"), moment(), TYPE);
    private static final List<Member> TRADE = List.of(is("produksi_buatan"), is("nie"), is("nama_dagang"),
        is("manufacturer"), is("registrar"), is("generik"), is("rxterm"), or("dose_per_unit", "1"),
        decimal("fix_price"), decimal("het_price"), is("farmalkes_hscode"), is("tayang_lkpp"), is("kode_lkpp"));
    private static final List<Member> SCORES = List.of(decimal("score_tkdn"), decimal("score_bmp"),
        decimal("score_tkdn_bmp"));
    private static final List<Member> DEVICE = List.of(is("med_dev_jenis"), is("med_dev_subkategori"),
        is("med_dev_kategori"), is("med_dev_kelas_risiko"), is("klasifikasi_izin"));
    private static final List<Member> WEIGHT = List.of(decimal("net_weight"), is("net_weight_uom_name"));
    private static final List<Member> VOLUME = List.of(decimal("volume"), is("volume_uom_name"));
    private static final List<Member> VOLUME_2026 = List.of(VOLUME_TEXT, is("volume_uom_name"));
    private static final List<Member> ATC = List.of(object("atc_ddd", or("name", NOTHING)), atc(1), atc(2), atc(3),
        atc(4), atc(5));
    private static final List<Member> TEXTS = List.of(is("description"), is("indication"), is("warning"),
        is("side_effect"));
    private static final List<Member> CODES = List.of(
        list("identifier_ids", is("name"), is("code"), is("source_name"), is("url")),
        list("packaging_ids", is("name"), is("kfa_code"), decimal("pack_price"), is("uom_id"), decimal("qty")));
    private static final List<Member> SUBSTANCE = List.of(
        object("ucum", or("cs_code", NOTHING), or("name", NOTHING)), FORM,
        object("controlled_drug", or("code", NOTHING), or("name", NOTHING)),
        object("rute_pemberian", or("code", NOTHING), or("name", NOTHING)));
    private static final List<Member> USAGE = List.of(or("dosage_usage", "[]"), or("cvx_info", "{}"));
    private static final Member BUNDLE = list("paket_obat", is("kfa_code"), is("qty"), is("uom_name"),
        is("ucum_cs_code"), is("ucum_name"));

    static final List<Member> PRICE = List.of(is("product_template_name"), is("kfa_code"), is("document_ref"),
        or("active", "true"), is("region_name"), is("region_code"), is("start_date"), is("end_date"),
        decimal("price_unit"), is("uom_name"), moment(), or("uom_pack", "[]"),
        list("province", is("province_code"), is("province_name")));

    static final List<Member> ROW_2023 = all(BEGIN, TRADE, WEIGHT, VOLUME,
        List.of(UOM, FORM.longListOnly(), TEMPLATE, INGREDIENTS.longListOnly(), REPLACEMENT, TAGS.longListOnly()));
    static final List<Member> ROW_2026 = all(BEGIN, List.of(FORM.longListOnly()), TRADE, WEIGHT, VOLUME_2026, DEVICE,
        List.of(UOM, TEMPLATE_2026, INGREDIENTS_2024.longListOnly(), TAGS.longListOnly(), REPLACEMENT, BUNDLE));
    static final List<Member> DETAIL_2023 = all(BEGIN, SUBSTANCE, List.of(UOM), TRADE, SCORES, DEVICE, WEIGHT, VOLUME,
        ATC, TEXTS, CODES, List.of(TEMPLATE, INGREDIENTS), USAGE, List.of(REPLACEMENT, TAGS));
    static final List<Member> DETAIL_2026 = all(BEGIN, SUBSTANCE, List.of(UOM_2026), TRADE, SCORES, DEVICE, WEIGHT,
        VOLUME_2026, ATC, TEXTS, CODES, List.of(TEMPLATE_2026, INGREDIENTS_2024), USAGE,
        List.of(REPLACEMENT, TAGS, BUNDLE));

    private static Member atc(int level) {
      return object("atc_l" + level, or("name", NOTHING), or("code", NOTHING), or("level", NOTHING),
          or("parent_code", NOTHING), is("comment"));
    }

    @SafeVarargs
    private static List<Member> all(List<Member>... some) {
      var all = new ArrayList<Member>();
      for (var few : some) {
        all.addAll(few);
      }
      return List.copyOf(all);
    }
  }
}
