package id.jejak.kfa.http;

import id.jejak.kernel.json.Json;
import id.jejak.kfa.contract.FieldSet;
import id.jejak.kfa.contract.Member;
import id.jejak.kfa.contract.Member.As;
import id.jejak.kfa.store.Clean;
import id.jejak.kfa.store.read.Look;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Prints documents with the members of a field set. Stateless.
 *
 * @param dirty false to clean rows up before they are printed, and to leave out those without a code
 */
record Fields(FieldSet set, Zone zone, boolean dirty) implements Look {
  /** Changed: files printed by an older program are not used. */
  private static final String EDITION = "3";
  private static final int SIZE = 4096;

  @Override
  public String name() {
    return EDITION + " " + set.label() + " " + zone + (dirty ? "" : " clean");
  }

  @Override
  public Optional<Shown> show(JsonNode document) {
    if (!dirty && Clean.hidden(document)) {
      return Optional.empty();
    }
    var doc = dirty ? document : Clean.of(document);
    if (set == FieldSet.STORED) {
      var all = Json.write((Object) doc);
      return Optional.of(new Shown(all, all, new int[0]));
    }
    var detail = new ByteArrayOutputStream(SIZE);
    try (var out = Json.generator(detail)) {
      members(out, set.detail(), doc);
    }
    return Optional.of(row(detail.toByteArray(), doc));
  }

  /** The row, and where in it the members lie that the lists of version 1 do not have. */
  private Shown row(byte[] detail, JsonNode doc) {
    var row = new ByteArrayOutputStream(SIZE);
    var cuts = new int[2 * Shown.MOST_CUTS];
    int count = 0;
    try (var out = Json.generator(row)) {
      out.writeStartObject();
      for (var member : set.row()) {
        boolean cut = member.as() == As.LONG_LIST_ONLY;
        if (cut) {
          out.flush();
          cuts[count++] = row.size();
        }
        member(out, member, doc);
        if (cut) {
          out.flush();
          cuts[count++] = row.size();
        }
      }
      out.writeEndObject();
    }
    return new Shown(detail, row.toByteArray(), java.util.Arrays.copyOf(cuts, count));
  }

  /** A price as printed. */
  byte[] price(JsonNode document) {
    return set == FieldSet.STORED ? Json.write((Object) document)
        : Json.write(out -> members(out, set.price(), document));
  }

  /** A row of version 3: as it came, with what a newer set adds. */
  byte[] alkes(JsonNode document) {
    var added = set.lkppStatus().filter(member -> document.has("product_template") && !document.has(member.name()));
    return added.isEmpty() ? Json.write((Object) document) : Json.write(out -> {
      out.writeStartObject();
      document.propertyStream().forEach(entry -> {
        out.writeName(entry.getKey());
        out.writeTree(entry.getValue());
      });
      member(out, added.get(), document);
      out.writeEndObject();
    });
  }

  private void members(JsonGenerator out, List<Member> members, JsonNode doc) {
    out.writeStartObject();
    members.forEach(member -> member(out, member, doc));
    out.writeEndObject();
  }

  private void member(JsonGenerator out, Member member, JsonNode doc) {
    out.writeName(member.name());
    var value = doc.path(member.name());
    if (value.isMissingNode()) {
      absent(out, member);
    } else if (!member.inside().isEmpty() && value.isObject()) {
      members(out, member.inside(), value);
    } else if (!member.inside().isEmpty() && value.isArray()) {
      out.writeStartArray();
      value.forEach(one -> {
        if (one.isObject()) {
          members(out, member.inside(), one);
        } else {
          out.writeTree(one);
        }
      });
      out.writeEndArray();
    } else {
      value(out, member.as(), value);
    }
  }

  private void absent(JsonGenerator out, Member member) {
    if (member.absent().isEmpty()) { // an object whose members are all absent
      out.writeStartObject();
      member.inside().forEach(one -> {
        out.writeName(one.name());
        absent(out, one);
      });
      out.writeEndObject();
    } else {
      out.writeRawValue(member.absent());
    }
  }

  private void value(JsonGenerator out, As as, JsonNode value) {
    switch (as) {
      case DECIMAL -> {
        if (value.isIntegralNumber()) {
          out.writeNumber(value.toString() + ".0");
        } else {
          out.writeTree(value);
        }
      }
      case TEXT -> {
        if (value.isNumber()) {
          out.writeString(value.toString());
        } else {
          out.writeTree(value);
        }
      }
      case MOMENT -> {
        if (value.isString()) {
          out.writeString(zone.print(value.stringValue()));
        } else {
          out.writeTree(value);
        }
      }
      case IS, LONG_LIST_ONLY -> out.writeTree(value);
    }
  }
}
