package id.jejak.kfa.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;
import java.util.List;
import java.util.Optional;

/** Names of the dictionary's FHIR R4 view: systems, value sets, concept maps, properties, limits. */
@Source(grade = Grade.INFERRED, ref = "ours over FHIR R4 (4.0.1) terminology; systems: facts/kfa.md 9", seen = "2026-11")
public final class Terminology {
  /** Where the platform serves FHIR. */
  public static final String BASE = "/fhir-r4/v1";
  /** The media type of every answer. */
  public static final String FHIR_JSON = "application/fhir+json;charset=utf-8";
  /** The code system. */
  @Source(grade = Grade.CERTAIN, ref = "SATUSEHAT kefarmasian 1.2, Medication.code", seen = "2026-11")
  public static final String KFA = "http://sys-ids.kemkes.go.id/kfa";
  /** Dosage forms. */
  @Source(grade = Grade.CERTAIN, ref = "SATUSEHAT kefarmasian 1.2, Medication.form", seen = "2026-11")
  public static final String FORMS = "http://terminology.kemkes.go.id/CodeSystem/medication-form";
  /** The ATC, and its routes. */
  @Source(grade = Grade.CERTAIN, ref = "SATUSEHAT kefarmasian 1.2, dosageInstruction.route", seen = "2026-11")
  public static final String ATC = "http://www.whocc.no/atc";
  /** Registration numbers of BPOM and of the ministry; the platform has no name for them, so this one is ours. */
  public static final String NIE = "urn:jejak:nie";
  /** Numbers of the public catalogue; the name is ours. */
  public static final String LKPP = "urn:jejak:lkpp";
  /** The one code system's id. */
  public static final String ID = "kfa";
  /** What implicit value sets begin with: all of KFA; two digits behind {@code =} are a level. */
  public static final String ALL = KFA + "?fhir_vs";
  /** Codes of one expansion at the most. */
  public static final int EXPANSION_MOST = 1_000;
  /** Codes of one expansion when the caller does not say. */
  public static final int EXPANSION_DEFAULT = 100;
  /** Bytes of a request body. */
  public static final int BODY_BYTES = 64 * 1024;
  /** Characters of a filter that are looked at. */
  public static final int FILTER_MOST = 200;
  /** Codings of one {@code codeableConcept} that are looked at. */
  public static final int CODINGS_MOST = 50;

  private Terminology() {}

  /**
   * A level as a value set.
   *
   * @param digits how its codes begin; empty for all codes
   */
  @Source(grade = Grade.INFERRED, ref = "ours; levels: facts/kfa.md 1", seen = "2026-11")
  public record Level(String digits, String name, String title) {
    /** The canonical url. */
    public String url() {
      return digits.isEmpty() ? ALL : ALL + "=" + digits;
    }

    /** The id of its resource. */
    public String id() {
      return digits.isEmpty() ? ID : ID + "-" + digits;
    }
  }

  /** Every value set, the whole dictionary first. */
  public static final List<Level> LEVELS = List.of(
      new Level("", "KFA", "Kamus Farmasi dan Alat Kesehatan, every code"),
      new Level("91", "KFA91", "BZA: active ingredients"),
      new Level("92", "KFA92", "POV: templates of medicines"),
      new Level("93", "KFA93", "POA: medicines as sold"),
      new Level("94", "KFA94", "POAK: packs of medicines"),
      new Level("82", "KFA82", "Templates of devices"),
      new Level("83", "KFA83", "Devices as sold"),
      new Level("84", "KFA84", "Packs of devices"),
      new Level("32", "KFA32", "Templates of devices, version 3"),
      new Level("33", "KFA33", "Devices as sold, version 3"));

  /** The value set with a url; with and without a version behind a bar. */
  public static Optional<Level> level(String url) {
    var plain = url.indexOf('|') >= 0 ? url.substring(0, url.indexOf('|')) : url;
    return LEVELS.stream().filter(level -> level.url().equals(plain)).findFirst();
  }

  /** A list of codes that others gave, mapped to KFA. */
  @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
  public enum Mapping {
    /** Registration numbers. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    FROM_NIE("nie-to-kfa", NIE, "Registration numbers (NIE) to KFA"),
    /** Numbers of the public catalogue. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    FROM_LKPP("lkpp-to-kfa", LKPP, "Numbers of the public catalogue (LKPP) to KFA");

    private final String id;
    private final String system;
    private final String title;

    Mapping(String id, String system, String title) {
      this.id = id;
      this.system = system;
      this.title = title;
    }

    /** The id of its resource. */
    public String id() {
      return id;
    }

    /** Where its codes come from. */
    public String system() {
      return system;
    }

    /** Its title. */
    public String title() {
      return title;
    }

    /** The canonical url. */
    public String url() {
      return "urn:jejak:ConceptMap:" + id;
    }
  }

  /** Properties of a concept, with the type of their values. */
  @Source(grade = Grade.INFERRED, ref = "ours; names as FHIR R4 has them where it has any", seen = "2026-11")
  public enum Property {
    /** Directly above. */
    @Source(grade = Grade.INFERRED, ref = "FHIR R4, concept properties", seen = "2026-11")
    PARENT("parent", "code", "the code directly above: of a pack its product, of a product its template"),
    /** Directly below. */
    @Source(grade = Grade.INFERRED, ref = "FHIR R4, concept properties", seen = "2026-11")
    CHILD("child", "code", "a code directly below"),
    /** Not to be used. */
    @Source(grade = Grade.INFERRED, ref = "FHIR R4, concept properties", seen = "2026-11")
    INACTIVE("inactive", "boolean", "true when it is not to be used any more"),
    /** Valid or draft. */
    @Source(grade = Grade.INFERRED, ref = "FHIR R4, concept properties", seen = "2026-11")
    STATUS("status", "code", "active, draft or retired"),
    /** When it was changed. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    UPDATED("modifiedAt", "dateTime", "when the dictionary last changed it"),
    /** Its level. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    LEVEL("level", "code", "ingredient, template, product or pack"),
    /** Its template. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    TEMPLATE("template", "code", "of a product, the template; the same as parent"),
    /** An ingredient. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    INGREDIENT("ingredient", "code", "an active ingredient (91), its name as description, its strength as"
        + " subproperty strength"),
    /** The form. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    FORM("form", "Coding", "the dosage form"),
    /** The route. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    ROUTE("route", "Coding", "the route of administration"),
    /** The ATC code. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    ATC("atc", "Coding", "the narrowest ATC code"),
    /** The registration number. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    NIE("nie", "string", "the registration number"),
    /** The number of the public catalogue. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    LKPP("lkpp", "string", "the number of the public catalogue"),
    /** The manufacturer. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    MANUFACTURER("manufacturer", "string", "who makes it"),
    /** What to use instead. */
    @Source(grade = Grade.INFERRED, ref = "ours", seen = "2026-11")
    REPLACED_BY("replacedBy", "code", "what to use instead");

    private final String code;
    private final String type;
    private final String description;

    Property(String code, String type, String description) {
      this.code = code;
      this.type = type;
      this.description = description;
    }

    /** As on the wire. */
    public String code() {
      return code;
    }

    /** Type of its values. */
    public String type() {
      return type;
    }

    /** What it says. */
    public String description() {
      return description;
    }
  }
}
