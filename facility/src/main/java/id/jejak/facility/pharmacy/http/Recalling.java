package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.contract.Problem;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.store.RecallStore;
import id.jejak.facility.pharmacy.store.RecallStore.By;
import id.jejak.facility.pharmacy.store.RecallStore.PackRow;
import id.jejak.facility.pharmacy.store.RecallStore.PatientRow;
import id.jejak.facility.pharmacy.store.RecallStore.Recall;
import id.jejak.facility.pharmacy.store.RecallStore.RecalledLot;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Recalls: blocked at once, followed to every pack and patient, page after page. Thread-safe. */
final class Recalling {
  private static final Set<String> WORDS = Set.of("nie", "batch", "serial", "kfa");

  private final Desk desk;
  private final RecallStore recalls;

  Recalling(Desk desk, RecallStore recalls) {
    this.desk = desk;
    this.recalls = recalls;
  }

  Response open(Actor actor, Params params) {
    var by = By.valueOf(params.word("by", WORDS).toUpperCase(Locale.ROOT));
    var given = params.text("value");
    var value = by == By.SERIAL ? Scans.read(given, desk.days().today(actor.facility())).key() : given;
    var recall = new Recall(desk.ids().next(), actor.facility(), desk.clock().instant(), actor.staff(), by, value,
        params.textOrNone("nie").orElse(""), params.text("reason"), null);
    desk.db().transaction(tx -> recalls.open(tx, recall)); // stands before anything is counted
    return Gate.done(desk.db().read(h -> {
      var lots = recalls.lots(h, recall);
      return Tree.of("id", Shown.id(recall.id()), "by", word(by), "value", given, "lots", lots.size(), "packs_here",
          recalls.here(h, actor.facility(), recall, ids(lots)));
    }));
  }

  private static String word(By by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  private static List<Long> ids(List<RecalledLot> lots) {
    return lots.stream().map(RecalledLot::id).toList();
  }

  private Recall recall(Handle h, Params params) {
    long id = params.id("recall");
    return recalls.find(h, id).orElseThrow(() -> Params.missing("recall", Shown.id(id)));
  }

  Response get(Actor actor, Params params) {
    return Gate.done(desk.db().read(h -> {
      var recall = recall(h, params);
      var lots = recalls.lots(h, recall);
      var closed = recall.closedAt();
      return Tree.of("id", Shown.id(recall.id()), "by", word(recall.by()), "value", value(recall),
          "reason", recall.reason(), "opened_at", recall.openedAt().toString(), "facility", recall.facility(), "closed_at",
          closed == null ? null : closed.toString(), "lots", lots.stream().limit(Limits.PAGE).map(lot -> Tree.of("nie",
              lot.nie(), "batch", lot.batch(), "expiry", lot.expiry().toString())).toList(), "packs",
          recalls.counts(h, recall, ids(lots), Limits.COUNTED).stream().map(one -> Tree.of("facility", one.facility(),
              "state", Shown.state(one.state()), "packs", one.packs())).toList(), "dispensed", recalls.dispensed(h,
              actor.facility(), ids(lots), key(recall), Limits.COUNTED));
    }));
  }

  Response list(Actor actor, Params params) {
    long before = params.referenceOrNone("before").orElse(Long.MAX_VALUE);
    var rows = desk.db().read(h -> recalls.list(h, before, Limits.PAGE));
    return Gate.done(Tree.of("rows", rows.stream().map(one -> {
      var closed = one.closedAt();
      return Tree.of("id", Shown.id(one.id()), "by", word(one.by()), "value", value(one), "reason", one.reason(),
          "opened_at", one.openedAt().toString(), "facility", one.facility(), "closed_at", closed == null ? null
              : closed.toString());
    }).toList(), "next", rows.size() < Limits.PAGE ? null : Shown.id(rows.getLast().id())));
  }

  private static String value(Recall recall) {
    return recall.value().replace('\u001d', ' ').strip();
  }

  private static Optional<String> key(Recall recall) {
    return recall.by() == By.SERIAL ? Optional.of(recall.value()) : Optional.empty();
  }

  Response packs(Actor actor, Params params) {
    return Gate.done(desk.db().read(h -> {
      var recall = recall(h, params);
      var after = params.textOrNone("after").map(text -> Place.read(params, text)).orElse(Place.BEGINNING);
      var rows = new ArrayList<PackRow>();
      for (var lot : recalls.lots(h, recall).stream().sorted(java.util.Comparator.comparing(RecalledLot::id)).toList()) {
        if (lot.id() >= after.lot() && rows.size() < Limits.PAGE) {
          rows.addAll(recalls.packs(h, lot.id(), lot.id() == after.lot() ? after.key() : "", Limits.PAGE - rows.size()));
        }
      }
      int whole = rows.size();
      key(recall).ifPresent(key -> rows.removeIf(row -> !row.key().equals(key)));
      var last = whole < Limits.PAGE || rows.isEmpty() ? null : rows.getLast();
      return Tree.of("rows", rows.stream().map(row -> Tree.of("barcode", row.barcode(), "facility", row.facility(), "place",
          row.facility().equals(actor.facility()) ? row.place() : null, "state", Shown.state(row.state()), "units",
          Shown.number(row.units()))).toList(), "next", last == null ? null : new Place(last.lot(), 0, 0, last.key()).text());
    }));
  }

  /** Where a page ends. */
  private record Place(long lot, long portion, long dispense, String key) {
    static final Place BEGINNING = new Place(0, 0, 0, "");

    static Place read(Params params, String text) {
      var parts = text.split("~", 4);
      if (parts.length != 4 || !java.util.Arrays.stream(parts).limit(3).allMatch(part -> part.matches("\\d{1,18}"))) {
        throw params.malformed("after", "the next of the page before");
      }
      return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
          new String(java.util.HexFormat.of().parseHex(parts[3].matches("([0-9a-f]{2})*") ? parts[3] : ""),
              java.nio.charset.StandardCharsets.UTF_8));
    }

    String text() {
      return lot + "~" + portion + "~" + dispense + "~" + java.util.HexFormat.of().formatHex(
          key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private List<PatientRow> patients(Handle h, Actor actor, Recall recall, Place after) {
    var rows = new ArrayList<PatientRow>();
    for (var lot : recalls.lots(h, recall).stream().sorted(java.util.Comparator.comparing(RecalledLot::id)).toList()) {
      if (lot.id() >= after.lot() && rows.size() < Limits.PAGE) {
        boolean same = lot.id() == after.lot();
        rows.addAll(recalls.patients(h, actor.facility(), lot.id(), key(recall), same ? after.portion() : 0,
            same ? after.dispense() : 0, Limits.PAGE - rows.size()));
      }
    }
    return rows;
  }

  private static Optional<String> next(List<PatientRow> rows) {
    return rows.size() < Limits.PAGE ? Optional.empty()
        : Optional.of(new Place(rows.getLast().lot(), rows.getLast().portion(), rows.getLast().dispense(), "").text());
  }

  Response patients(Actor actor, Params params, Trail trail) {
    return Gate.done(desk.db().transaction(tx -> {
      var recall = recall(tx, params);
      var rows = patients(tx, actor, recall, params.textOrNone("after").map(text -> Place.read(params, text))
          .orElse(Place.BEGINNING));
      trail.touches(tx, numbers(rows));
      return Tree.of("rows", rows.stream().map(Recalling::shown).toList(), "next", next(rows).orElse(null));
    }));
  }

  private static List<String> numbers(List<PatientRow> rows) {
    return rows.stream().map(PatientRow::patient).distinct().sorted().toList();
  }

  private static Map<String, Object> shown(PatientRow row) {
    return Tree.of("patient", row.patient(), "at", row.at().toString(), "dispense", Shown.id(row.dispense()), "compound",
        Shown.id(row.compound()), "barcode", row.barcode(), "batch", row.batch(), "quantity",
        Shown.number(row.quantity()), "unit", row.unit(), "taken_back", row.takenBack());
  }

  Response contacts(Actor actor, Params params, Trail trail) {
    var purpose = params.text("purpose");
    boolean asRows = params.textOrNone("as").filter(_ -> params.word("as", Set.of("csv", "rows")).equals("rows")).isPresent();
    return desk.db().transaction(tx -> {
      var recall = recall(tx, params);
      var rows = patients(tx, actor, recall, params.textOrNone("after").map(text -> Place.read(params, text))
          .orElse(Place.BEGINNING));
      var patients = numbers(rows);
      recalls.noteContacts(tx, desk.ids().next(), recall, actor.facility(), actor.staff(), desk.clock().instant(), purpose,
          patients.size());
      var names = trail.names(tx, patients);
      return asRows ? Gate.done(Tree.of("rows", rows.stream().map(row -> {
        var shown = shown(row);
        shown.put("name", names.getOrDefault(row.patient(), ""));
        return shown;
      }).toList(), "next", next(rows).orElse(null))) : file(recall, rows, names);
    });
  }

  private static Response file(Recall recall, List<PatientRow> rows, Map<String, String> names) {
    var csv = rows.stream().map(row -> line(row.patient(), names.getOrDefault(row.patient(), ""), row.at().toString(),
        row.nie(), row.batch(), row.barcode(), row.compound() == null ? "" : Shown.id(row.compound().longValue()),
        Shown.number(row.quantity()).toPlainString(), row.unit(), Boolean.toString(row.takenBack())))
        .collect(Collectors.joining());
    var answer = Response.of(200, "text/csv; charset=utf-8",
        line("patient", "name", "dispensed_at", "nie", "batch", "barcode", "compound", "quantity", "unit",
            "taken_back") + csv)
        .with("Content-Disposition", "attachment; filename=\"recall-" + recall.id() + ".csv\"");
    return next(rows).map(place -> answer.with("X-Next", place)).orElse(answer);
  }

  /** RFC 4180; what a spreadsheet would take for a formula is made a text. */
  private static String line(String... cells) {
    return java.util.Arrays.stream(cells).map(cell -> {
      var safe = cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
      return "\"" + safe.replace('\u001d', ' ').replace("\"", "\"\"") + "\"";
    }).collect(Collectors.joining(",", "", "\r\n"));
  }

  Response close(Actor actor, Params params) {
    return Gate.done(desk.db().transaction(tx -> {
      var recall = recall(tx, params);
      var id = Shown.id(recall.id());
      if (!recall.facility().equals(actor.facility())) {
        throw Stop.at(Problem.RECALL_FOREIGN, "id", id, "recall", id, "facility", recall.facility());
      }
      if (recall.closedAt() != null) {
        throw Stop.at(Problem.RECALL_CLOSED, "id", id, "recall", id);
      }
      var now = desk.clock().instant();
      recalls.close(tx, recall, now);
      return Tree.of("id", id, "closed_at", now.toString());
    }));
  }
}
