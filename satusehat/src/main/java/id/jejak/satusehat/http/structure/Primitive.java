package id.jejak.satusehat.http.structure;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** FHIR R4's primitive types: what JSON carries them, and what their text may be. Stateless. */
enum Primitive {
  BOOLEAN("boolean", Carrier.BOOLEAN),
  INTEGER("integer", Carrier.NUMBER),
  POSITIVE_INT("positiveInt", Carrier.NUMBER),
  UNSIGNED_INT("unsignedInt", Carrier.NUMBER),
  DECIMAL("decimal", Carrier.NUMBER),
  STRING("string", Carrier.STRING),
  MARKDOWN("markdown", Carrier.STRING),
  XHTML("xhtml", Carrier.STRING),
  CODE("code", Carrier.STRING),
  ID("id", Carrier.STRING),
  URI("uri", Carrier.STRING),
  URL("url", Carrier.STRING),
  CANONICAL("canonical", Carrier.STRING),
  OID("oid", Carrier.STRING),
  UUID("uuid", Carrier.STRING),
  BASE64("base64Binary", Carrier.STRING),
  DATE("date", Carrier.STRING),
  DATE_TIME("dateTime", Carrier.STRING),
  INSTANT("instant", Carrier.STRING),
  TIME("time", Carrier.STRING);

  private static final Map<String, Primitive> BY_NAME = byName();
  private final String fhir;
  private final Carrier carrier;

  /** The JSON type that carries a primitive. */
  enum Carrier {
    BOOLEAN, NUMBER, STRING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Primitive(String fhir, Carrier carrier) {
    this.fhir = fhir;
    this.carrier = carrier;
  }

  private static Map<String, Primitive> byName() {
    var names = new TreeMap<String, Primitive>();
    for (var one : values()) {
      names.put(one.fhir, one);
    }
    return names;
  }

  /** The primitive of FHIR's name; null for a type that has elements. */
  static @org.jspecify.annotations.Nullable Primitive named(String fhir) {
    return BY_NAME.get(fhir);
  }

  /** FHIR's name of it. */
  String fhir() {
    return fhir;
  }

  Carrier carrier() {
    return carrier;
  }

  /** True when a text that JSON carries as it should is one of this type. An empty text is none. */
  boolean takes(String text) {
    return switch (this) {
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case INTEGER -> Texts.whole(text, Integer.MIN_VALUE);
      case POSITIVE_INT -> Texts.whole(text, 1);
      case UNSIGNED_INT -> Texts.whole(text, 0);
      case DECIMAL -> true; // whatever JSON takes as a number
      case STRING, MARKDOWN -> Texts.said(text);
      case XHTML -> Texts.said(text); // official examples send plain text
      case CODE -> Texts.code(text);
      case ID -> Texts.id(text);
      case URI, URL, CANONICAL -> Texts.noBlank(text);
      case OID -> text.startsWith("urn:oid:") && text.length() > 8;
      case UUID -> text.startsWith("urn:uuid:") && text.length() == 45;
      case BASE64 -> Texts.base64(text);
      case DATE -> Calendar.date(text);
      case DATE_TIME -> Calendar.dateTime(text);
      case INSTANT -> Calendar.instant(text);
      case TIME -> Calendar.time(text, 0);
    };
  }
}
