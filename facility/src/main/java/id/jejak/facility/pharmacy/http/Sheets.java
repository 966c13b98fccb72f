package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.contract.Limits;
import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.CopyWords;
import id.jejak.facility.pharmacy.domain.LineKind;
import id.jejak.facility.pharmacy.domain.Signa;
import id.jejak.facility.pharmacy.http.print.Label;
import id.jejak.facility.pharmacy.http.print.LabelPdf;
import id.jejak.facility.pharmacy.http.print.Script;
import id.jejak.facility.pharmacy.http.print.ScriptPdf;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.kernel.http.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Labels, prescriptions and copies as PDF, in Indonesian, as the patient and the next pharmacist are. Thread-safe. */
final class Sheets {
  private static final String PDF = "application/pdf";

  private final Desk desk;
  private final Stationery stationery;
  private final DispenseStore dispenses;
  private final PrescriptionStore prescriptions;

  Sheets(Desk desk, DispenseStore dispenses, PrescriptionStore prescriptions) {
    this.desk = desk;
    this.stationery = new Stationery(desk);
    this.dispenses = dispenses;
    this.prescriptions = prescriptions;
  }

  Response labels(Actor actor, Params params, Trail trail) {
    var asked = params.text("dispenses");
    var ids = Arrays.stream(asked.split(",", -1)).map(String::strip).toList();
    if (ids.size() > Limits.LINES || !ids.stream().allMatch(id -> id.matches("\\d{1,18}"))) {
      throw params.malformed("dispenses", "1 to " + Limits.LINES + " numbers of dispenses, separated by commas");
    }
    var labels = desk.db().transaction(tx -> {
      var shown = dispenses.shown(tx, actor.facility(), ids.stream().map(Long::parseLong).toList());
      if (shown.size() < ids.stream().distinct().count()) {
        throw Params.missing("dispense", asked);
      }
      var names = trail.names(tx, shown.stream().map(DispenseStore.Shown::patient).distinct().toList());
      var lines = prescriptions.linesById(tx, shown.stream().map(DispenseStore.Shown::line).distinct().toList());
      return shown.stream().map(one -> label(actor, one, Objects.requireNonNull(lines.get(one.line())), names)).toList();
    });
    return pdf(LabelPdf.of(labels, desk.clock().instant()), "etiket-" + ids.getFirst());
  }

  private Label label(Actor actor, DispenseStore.Shown dispense, Line line, Map<String, String> names) {
    return new Label(stationery.site(actor), actor.name(), Shown.id(dispense.id()), stationery.day(actor, dispense.at()),
        names.getOrDefault(dispense.patient(), dispense.patient()),
        Signa.read(line.signa()).map(signa -> signa.words(line.unit())).orElse(line.signa()), line.name(),
        Shown.number(dispense.quantity()).toPlainString() + " " + line.unit(),
        Stationery.expiry(dispense), Stationery.outside(line));
  }

  Response paper(Actor actor, Params params, Trail trail) {
    long id = params.id("prescription");
    boolean copy = params.textOrNone("copy").filter("true"::equals).isPresent();
    var script = desk.db().transaction(tx -> {
      var one = prescriptions.find(tx, actor.facility(), id).orElseThrow(() -> Params.missing("prescription",
          Shown.id(id)));
      var name = trail.names(tx, List.of(one.patient())).getOrDefault(one.patient(), one.patient());
      var nrn = one.nrn();
      return new Script(copy, stationery.site(actor), nrn == null ? one.number() : nrn, nrn != null, Stationery.doctor(one),
          stationery.day(actor, one.writtenAt()), name, copy ? actor.name() : Stationery.doctor(one),
          prescriptions.lines(tx, id).stream().map(line -> item(line, copy)).toList());
    });
    return pdf(ScriptPdf.of(script, desk.clock().instant()), (copy ? "salinan-resep-" : "resep-") + id);
  }

  private static Script.Item item(Line line, boolean copy) {
    var lines = new ArrayList<String>();
    line.ingredients().forEach(one -> lines.add(one.path("name").asString("") + " " + one.path("amount").asString("")
        + " "
        + one.path("unit").asString("") + (line.kind() == LineKind.EQUAL_PARTS ? " / " + one.path("per").asString("")
        : "")));
    var number = " No. " + CopyWords.numeral(line.quantity());
    lines.add(switch (line.kind()) {
      case PRODUCT -> line.name() + number + " " + line.unit();
      case BY_DOSE -> "m.f. " + line.unit().toLowerCase(Locale.ROOT) + " d.t.d." + number;
      case EQUAL_PARTS -> "m.f. " + line.unit().toLowerCase(Locale.ROOT) + number;
    });
    return new Script.Item(lines, line.signa(), CopyWords.repeats(line.repeats()),
        copy ? CopyWords.given(line.supply()) : "");
  }

  private static Response pdf(byte[] bytes, String name) {
    return Response.of(200, PDF, bytes).with("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
        .with("Cache-Control", "no-store");
  }
}
