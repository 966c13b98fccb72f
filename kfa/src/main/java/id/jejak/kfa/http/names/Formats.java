package id.jejak.kfa.http.names;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.domain.Dictionary;
import id.jejak.kfa.domain.Product;
import id.jejak.kfa.domain.name.Mapping;
import id.jejak.kfa.domain.name.Mapping.Pile;
import id.jejak.kfa.domain.name.NameReader;
import id.jejak.kfa.domain.name.Strength;
import id.jejak.kfa.domain.name.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/** A mapped list in the formats in which it is wanted. Stateless but for the dictionary; thread-safe. */
final class Formats {
  private static final String SYSTEM = "http://sys-ids.kemkes.go.id/kfa";
  private static final String LOCAL = "urn:local:formulary";
  private static final List<String> COLUMNS = List.of("code", "name", "unit", "price", "pile", "confidence", "kfa_code",
      "kfa_name", "why", "kfa_code_2", "kfa_name_2", "kfa_code_3", "kfa_name_3");
  private static final String FORM_SYSTEM = "http://terminology.kemkes.go.id/CodeSystem/medication-form";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String DRUG_FORM = "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";
  private static final String ROUTE_SYSTEM = "http://www.whocc.no/atc";

  private final Dictionary dictionary;
  private final NameReader reader = new NameReader();

  Formats(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  static byte[] json(List<Mapping> mappings) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeName("piles");
      out.writeStartObject();
      for (var pile : Pile.values()) {
        out.writeNumberProperty(pile.text(), mappings.stream().filter(one -> one.pile() == pile).count());
      }
      out.writeEndObject();
      out.writeArrayPropertyStart("items");
      for (var mapping : mappings) {
        out.writeStartObject();
        out.writeName("input");
        out.writeStartObject();
        if (!mapping.row().code().isEmpty()) {
          out.writeStringProperty("code", mapping.row().code());
        }
        out.writeStringProperty("name", mapping.row().name());
        out.writeStringProperty("unit", mapping.row().unit());
        if (!mapping.row().price().isEmpty()) {
          out.writeStringProperty("price", mapping.row().price());
        }
        out.writeEndObject();
        out.writeStringProperty("pile", mapping.pile().text());
        out.writeNumberProperty("confidence", mapping.confidence());
        out.writeArrayPropertyStart("candidates");
        for (var hit : mapping.candidates()) {
          out.writeStartObject();
          out.writeStringProperty("kfa_code", hit.code());
          out.writeStringProperty("name", hit.name());
          out.writeStringProperty("level", hit.level().text());
          out.writeNumberProperty("score", hit.score());
          Searching.why(out, hit);
          out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static List<String> cells(Mapping mapping) {
    var row = mapping.row();
    return List.of(row.code(), row.name(), row.unit(), row.price(), mapping.pile().text(),
        String.valueOf(mapping.confidence()), code(mapping, 0), name(mapping, 0),
        mapping.candidates().isEmpty() ? "" : String.join("; ", mapping.candidates().getFirst().why()),
        code(mapping, 1), name(mapping, 1), code(mapping, 2), name(mapping, 2));
  }

  private static String code(Mapping mapping, int at) {
    return at < mapping.candidates().size() ? mapping.candidates().get(at).code() : "";
  }

  private static String name(Mapping mapping, int at) {
    return at < mapping.candidates().size() ? mapping.candidates().get(at).name() : "";
  }

  static byte[] csv(List<Mapping> mappings) {
    var out = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
    for (var mapping : mappings) {
      var line = new StringBuilder();
      for (var cell : cells(mapping)) {
        line.append(line.isEmpty() ? "" : ",").append(quoted(cell));
      }
      out.append(line).append("\r\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Quoted always: a name may begin with what a spreadsheet takes for a formula. */
  private static String quoted(String cell) {
    var safe = !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  static byte[] xlsx(List<Mapping> mappings) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Jejak", "1.0")) {
      var sheet = book.newWorksheet("mapping");
      for (int column = 0; column < COLUMNS.size(); column++) {
        sheet.value(0, column, COLUMNS.get(column));
      }
      for (int i = 0; i < mappings.size(); i++) {
        var cells = cells(mappings.get(i));
        for (int column = 0; column < cells.size(); column++) {
          sheet.value(i + 1, column, cells.get(column));
        }
      }
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** FHIR R4; only what nobody has to look at any more. */
  static byte[] conceptMap(List<Mapping> mappings) {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringProperty("resourceType", "ConceptMap");
      out.writeStringProperty("status", "draft");
      out.writeStringProperty("targetUri", SYSTEM);
      out.writeArrayPropertyStart("group");
      out.writeStartObject();
      out.writeStringProperty("source", LOCAL);
      out.writeStringProperty("target", SYSTEM);
      out.writeArrayPropertyStart("element");
      for (var mapping : mappings) {
        if (mapping.pile() != Pile.SAFE) {
          continue;
        }
        var hit = mapping.candidates().getFirst();
        out.writeStartObject();
        out.writeStringProperty("code", mapping.row().code().isEmpty() ? mapping.row().name() : mapping.row().code());
        out.writeStringProperty("display", mapping.row().name());
        out.writeArrayPropertyStart("target");
        out.writeStartObject();
        out.writeStringProperty("code", hit.code());
        out.writeStringProperty("display", hit.name());
        out.writeStringProperty("equivalence", "equivalent");
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  /** Statements for Khanza's table of mappings; only rows that carry Khanza's code and need no second look. */
  byte[] khanza(List<Mapping> mappings) {
    var out = new StringBuilder();
    for (var mapping : mappings) {
      if (mapping.pile() == Pile.SAFE && !mapping.row().code().isEmpty()) {
        out.append(khanza(mapping));
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String khanza(Mapping mapping) {
    var hit = mapping.candidates().getFirst();
    var product = dictionary.byCode(hit.code()).or(() -> dictionary.ofTemplate(hit.code()).stream().findFirst());
    var form = product.flatMap(Product::form);
    var route = product.flatMap(Product::route);
    var strength = reader.read(hit.name()).strengths().stream().findFirst();
    var values = List.of(mapping.row().code(), hit.code(), SYSTEM, hit.name(),
        form.map(Product.Named::code).orElse(""), form.isPresent() ? FORM_SYSTEM : "",
        form.map(Product.Named::name).orElse(""), strength.map(Formats::ucum).orElse(""),
        strength.isPresent() ? UCUM : "", denominator(strength, form), denominatorSystem(strength),
        route.map(Product.Named::code).orElse(""), route.isPresent() ? ROUTE_SYSTEM : "",
        route.map(Product.Named::name).orElse(""));
    var line = new StringBuilder("replace into satu_sehat_mapping_obat (kode_brng, obat_code, obat_system,"
        + " obat_display, form_code, form_system, form_display, numerator_code, numerator_system, denominator_code,"
        + " denominator_system, route_code, route_system, route_display) values (");
    for (int i = 0; i < values.size(); i++) {
      line.append(i == 0 ? "" : ", ").append('\'').append(escaped(values.get(i))).append('\'');
    }
    return line.append(");\n").toString();
  }

  /** As MySQL reads a text, whatever its mode: nothing that ends it early is left in. */
  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replace("\\", "").replace("'", "''");
  }

  private static String ucum(Strength strength) {
    return switch (strength.unit()) {
      case MICROGRAM -> "ug";
      case MILLIGRAM -> "mg";
      case GRAM -> "g";
      case KILOGRAM -> "kg";
      case INTERNATIONAL -> "[IU]";
      case PERCENT -> "%";
      case MILLIEQUIVALENT -> "meq";
      case MILLIMOLE -> "mmol";
      case FLOCCULATION -> "[Lf]";
      case MILLILITRE -> "mL";
      case LITRE -> "L";
      case DOSE, HOUR, NONE -> "";
    };
  }

  private String denominator(Optional<Strength> strength, Optional<Product.Named> form) {
    if (strength.filter(one -> one.perUnit() == Unit.MILLILITRE).isPresent()) {
      return "mL";
    }
    return form.flatMap(one -> reader.read(one.name()).forms().stream().findFirst()).map(one -> switch (one.shape()) {
      case TABLET, CAPLET, PILL -> "TAB";
      case CAPSULE -> "CAP";
      case SUPPOSITORY -> "SUPP";
      case OVULE -> "VAGSUPP";
      case CREAM -> "CRM";
      case OINTMENT -> "OINT";
      case GEL -> "GEL";
      case PATCH -> "PATCH";
      case POWDER, DUSTING_POWDER -> "POWD";
      case GRANULE -> "GRAN";
      case SYRUP -> "SYRUP";
      case SUSPENSION -> "SUSP";
      case EYE_DROPS -> "OPDROP";
      case EAR_DROPS -> "OTDROP";
      case NASAL_DROPS -> "NDROP";
      case ORAL_DROPS -> "ORDROP";
      case INHALER -> "MDINHL";
      default -> "SOL"; // what is left is fluid, or is not mapped by itself
    }).orElse("TAB");
  }

  private static String denominatorSystem(Optional<Strength> strength) {
    return strength.filter(one -> one.perUnit() == Unit.MILLILITRE).isPresent() ? UCUM : DRUG_FORM;
  }
}
