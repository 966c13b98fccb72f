package id.jejak.app.web.console;

import static id.jejak.app.web.console.Console.get;
import static id.jejak.app.web.console.Console.post;

import id.jejak.app.web.doctor.DoctorPages;
import id.jejak.app.web.pharmacy.CounterPages;
import id.jejak.app.web.pharmacy.GoodsPages;
import id.jejak.app.web.pharmacy.PharmacyApi;
import id.jejak.app.web.pharmacy.PrintPages;
import id.jejak.app.web.pharmacy.StockPages;
import id.jejak.app.web.recall.RecallPages;
import id.jejak.app.web.staff.StaffGround;
import id.jejak.facility.access.Permission;
import id.jejak.kernel.http.Route;
import java.time.InstantSource;
import java.util.List;

/** Pages of the doctor and the pharmacy, with what each asks of a visitor's roles. */
public final class PharmacyRoutes {
  private PharmacyRoutes() {}

  /** The pharmacy: counter, stock, recall. */
  public static List<Route> pharmacy(StaffGround staff, PharmacyApi api, InstantSource clock) {
    var counter = new CounterPages(api, clock);
    var print = new PrintPages(api);
    var stock = new StockPages(api, clock);
    var goods = new GoodsPages(api);
    var recall = new RecallPages(api);
    return List.of(
        get("console.pharmacy.counter", "/console/pharmacy", "Counter", staff.page(Permission.PREPARE, counter::show)),
        post("console.pharmacy.act", "/console/pharmacy", "At the counter",
            staff.form(Permission.PREPARE, counter::act)),
        get("console.pharmacy.queue", "/console/pharmacy/queue", "Who waits",
            staff.page(Permission.PREPARE, counter::queue)),
        get("console.pharmacy.labels", "/console/pharmacy/labels", "Labels",
            staff.page(Permission.PREPARE, print::labels)),
        get("console.pharmacy.paper", "/console/pharmacy/paper/{id}", "A prescription on paper",
            staff.page(Permission.PRESCRIPTION_READ, print::paper)),
        get("console.stock.list", "/console/stock", "Stock", staff.page(Permission.STOCK_READ, stock::list)),
        get("console.stock.pack", "/console/stock/pack", "A pack", staff.page(Permission.STOCK_READ, stock::pack)),
        get("console.stock.map", "/console/stock/map", "Map a product",
            staff.page(Permission.MAPPING_WRITE, stock::map)),
        post("console.stock.mapped", "/console/stock/map", "Map it", staff.form(Permission.MAPPING_WRITE,
            stock::mapped)),
        get("console.stock.goods", "/console/stock/do/{action}", "Goods", staff.page(Permission.STOCK_WRITE,
            goods::form)),
        post("console.stock.done", "/console/stock/do/{action}", "Check or do",
            staff.form(Permission.STOCK_WRITE, GoodsPages.FORM_BYTES, goods::act)),
        get("console.recall.list", "/console/recall", "Recalls", staff.page(Permission.RECALL, recall::list)),
        post("console.recall.open", "/console/recall", "Recall", staff.form(Permission.RECALL_CONTACT, recall::open)),
        get("console.recall.read", "/console/recall/{id}", "A recall", staff.page(Permission.RECALL, recall::one)),
        post("console.recall.contacts", "/console/recall/{id}/contacts", "Contacts",
            staff.form(Permission.RECALL_CONTACT, recall::contacts)),
        post("console.recall.close", "/console/recall/{id}/close", "Close a recall",
            staff.form(Permission.RECALL_CONTACT, recall::close)));
  }

  /** The doctor's room. */
  public static List<Route> doctor(StaffGround staff, PharmacyApi api) {
    var pages = new DoctorPages(api);
    return List.of(
        get("console.doctor.read", "/console/doctor", "Prescribe", staff.page(Permission.PRESCRIBE, pages::show)),
        post("console.doctor.act", "/console/doctor", "Prescribe", staff.form(Permission.PRESCRIBE, pages::act)),
        get("console.doctor.drugs", "/console/doctor/drugs", "Medicines", staff.page(Permission.PRESCRIBE,
            pages::search)),
        get("console.doctor.signa", "/console/doctor/signa", "A signa", staff.page(Permission.PRESCRIBE,
            pages::signa)));
  }
}
