package id.jejak.facility.pharmacy.http;

import id.jejak.facility.pharmacy.domain.Actor;
import id.jejak.facility.pharmacy.domain.CopyWords;
import id.jejak.facility.pharmacy.store.DispenseStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore;
import id.jejak.facility.pharmacy.store.PrescriptionStore.Line;
import id.jejak.kernel.http.Response;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Labels and copies to print: pages without script, that hold on a label printer as on paper. They are in Indonesian, as the
 * patient and the next pharmacist are. Thread-safe.
 */
final class Printing {
  private static final String STYLE = """
      body{font-family:sans-serif;margin:8px;color:#000}h1{font-size:14px;margin:0}p{margin:3px 0;font-size:12px}
      .etiket{width:70mm;min-height:40mm;border:1px solid #000;padding:6px}.luar{background:#cfe3ff}
      .signa{font-size:16px;font-weight:bold;text-align:center;margin:8px 0}.kop{border-bottom:1px solid #000}
      table{border-collapse:collapse;width:100%;font-size:12px}td{vertical-align:top;padding:3px}""";

  private final Desk desk;
  private final Stationery stationery;
  private final DispenseStore dispenses;
  private final PrescriptionStore prescriptions;

  Printing(Desk desk, DispenseStore dispenses, PrescriptionStore prescriptions) {
    this.desk = desk;
    this.stationery = new Stationery(desk);
    this.dispenses = dispenses;
    this.prescriptions = prescriptions;
  }

  Response label(Actor actor, Params params, Trail trail) {
    long id = params.id("dispense");
    return desk.db().transaction(tx -> {
      var dispense = dispenses.shown(tx, actor.facility(), List.of(id)).stream().findFirst()
          .orElseThrow(() -> Params.missing("dispense", Shown.id(id)));
      var line = prescriptions.line(tx, dispense.line()).orElseThrow();
      var name = trail.names(tx, List.of(dispense.patient()))
          .getOrDefault(dispense.patient(), dispense.patient());
      var expiry = Stationery.expiry(dispense);
      boolean outside = Stationery.outside(line);
      return page("Etiket", "<div class=\"etiket" + (outside ? " luar" : "") + "\"><div class=\"kop\"><h1>"
          + text(stationery.site(actor)) + "</h1><p>Apoteker: " + text(actor.name()) + "</p></div><p>No. "
          + Shown.id(dispense.id()) + " &nbsp; Tgl. " + stationery.day(actor, dispense.at()) + "</p><p><b>" + text(name)
          + "</b></p><p class=\"signa\">" + text(line.signa()) + "</p><p>" + text(line.name()) + " &nbsp; "
          + Shown.number(dispense.quantity()).toPlainString() + " " + text(line.unit()) + "</p>"
          + (expiry.isEmpty() ? "" : "<p>ED " + text(expiry) + "</p>")
          + (outside ? "<p><b>OBAT LUAR</b></p>" : "") + "</div>");
    });
  }

  Response copy(Actor actor, Params params, Trail trail) {
    long id = params.id("prescription");
    return desk.db().transaction(tx -> {
      var prescription = prescriptions.find(tx, actor.facility(), id)
          .orElseThrow(() -> Params.missing("prescription", Shown.id(id)));
      var name = trail.names(tx, List.of(prescription.patient()))
          .getOrDefault(prescription.patient(), prescription.patient());
      var nrn = prescription.nrn();
      return page("Copy resep", "<div class=\"kop\"><h1>" + text(stationery.site(actor)) + "</h1><p>Apoteker: " + text(actor.name())
          + "</p></div><p><b>SALINAN RESEP</b></p><p>Resep " + text(prescription.number())
          + (nrn == null ? "" : ", NRN " + text(nrn)) + ", " + text(Stationery.doctor(prescription)) + ", tanggal "
          + stationery.day(actor, prescription.writtenAt()) + "</p><p>Pro: " + text(name) + "</p><table>"
          + prescriptions.lines(tx, id).stream().map(Printing::row).collect(Collectors.joining())
          + "</table><p>p.c.c.</p>");
    });
  }

  private static String row(Line line) {
    var inside = line.ingredients().valueStream().map(one -> text(one.path("name").asString("")) + " "
        + text(one.path("amount").asString("")) + " " + text(one.path("unit").asString("")))
        .collect(Collectors.joining("<br>"));
    return "<tr><td>R/</td><td>" + (inside.isEmpty() ? text(line.name()) : inside + "<br>"
        + (line.kind() == id.jejak.facility.pharmacy.domain.LineKind.BY_DOSE ? "m.f. d.t.d." : "m.f."))
        + " No. " + CopyWords.numeral(line.quantity()) + "<br>S. " + text(line.signa()) + "<br>"
        + CopyWords.repeats(line.repeats()) + "</td><td>" + CopyWords.given(line.supply()) + "</td></tr>";
  }

  private static Response page(String title, String body) {
    return Response.of(200, "text/html; charset=utf-8", "<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>"
        + title + "</title><style>" + STYLE + "</style></head><body>" + body + "</body></html>")
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .with("Cache-Control", "no-store");
  }

  private static String text(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
