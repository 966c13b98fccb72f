package id.jejak.facility.pharmacy.http;

import static id.jejak.facility.pharmacy.domain.Role.ADMINISTRATOR;
import static id.jejak.facility.pharmacy.domain.Role.ASSISTANT;
import static id.jejak.facility.pharmacy.domain.Role.AUDITOR;
import static id.jejak.facility.pharmacy.domain.Role.DOCTOR;
import static id.jejak.facility.pharmacy.domain.Role.PHARMACIST;
import static id.jejak.facility.pharmacy.domain.Role.WAREHOUSE;
import static id.jejak.kernel.http.Route.route;

import id.jejak.facility.pharmacy.contract.CounterOperations;
import id.jejak.facility.pharmacy.contract.PharmacyOperations;
import id.jejak.facility.pharmacy.contract.PrescriptionOperations;
import id.jejak.facility.pharmacy.contract.RecallOperations;
import id.jejak.facility.pharmacy.contract.StockOperations;
import id.jejak.facility.pharmacy.domain.Role;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import java.util.List;
import java.util.Set;

/** The pharmacy's operations, in the order of its day, and who may do them. */
public final class PharmacyRoutes {
  private static final Set<Role> STOCK = Set.of(WAREHOUSE, PHARMACIST);
  private static final Set<Role> STOCK_SEEN = Set.of(WAREHOUSE, PHARMACIST, ASSISTANT, AUDITOR, ADMINISTRATOR);
  private static final Set<Role> SEEN = Set.of(DOCTOR, PHARMACIST, ASSISTANT);
  private static final Set<Role> COUNTER = Set.of(PHARMACIST, ASSISTANT);
  private static final Set<Role> ANSWERABLE = Set.of(PHARMACIST);
  private static final Set<Role> RECALL_SEEN = Set.of(PHARMACIST, WAREHOUSE, AUDITOR);

  private final Rooms rooms;

  /** Routes over the rooms. */
  public PharmacyRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  /** All of them below the facility's address. */
  public List<Mount> mounts() {
    return List.of(new Mount("pharmacy", PharmacyOperations.BASES, routes(), new PharmacyFaults()));
  }

  private List<Route> routes() {
    var gate = rooms.gate();
    return List.of(
        route(StockOperations.INBOUND, gate.open(STOCK, rooms.receiving()::inbound)),
        route(StockOperations.CHECK, gate.open(STOCK, rooms.arriving()::check)),
        route(StockOperations.RECEIVE, gate.open(STOCK, rooms.receiving()::receive)),
        route(StockOperations.LIST, gate.open(STOCK_SEEN, rooms.shelves()::list)),
        route(StockOperations.PACK, gate.open(STOCK_SEEN, rooms.shelves()::pack)),
        route(StockOperations.MOVE, gate.open(STOCK, rooms.shelves()::move)),
        route(StockOperations.SEND, gate.open(STOCK, rooms.shelves()::send)),
        route(StockOperations.COUNT, gate.open(STOCK, rooms.shelves()::count)),
        route(StockOperations.MAP, gate.open(STOCK, rooms.mapping()::map)),
        route(PrescriptionOperations.WRITE, gate.open(Set.of(DOCTOR), rooms.prescribing()::write)),
        route(PrescriptionOperations.FETCH, gate.open(COUNTER, rooms.fetching()::fetch)),
        route(PrescriptionOperations.LIST, gate.open(SEEN, rooms.prescribing()::list)),
        route(PrescriptionOperations.WAITING, gate.open(SEEN, rooms.prescribing()::waiting)),
        route(PrescriptionOperations.GET, gate.open(SEEN, rooms.prescribing()::get)),
        route(PrescriptionOperations.PAPER, gate.open(SEEN, rooms.sheets()::paper)),
        route(PrescriptionOperations.COPY, gate.open(COUNTER, rooms.printing()::copy)),
        route(PrescriptionOperations.ALLERGY, gate.open(SEEN, rooms.prescribing()::allergy)),
        route(PrescriptionOperations.DRUGS, gate.open(SEEN, rooms.drugs()::search)),
        route(PrescriptionOperations.SIGNA, gate.open(SEEN, rooms.favouring()::signa)),
        route(PrescriptionOperations.FAVOURITES, gate.open(Set.of(DOCTOR), rooms.favouring()::list)),
        route(PrescriptionOperations.KEEP, gate.open(Set.of(DOCTOR), rooms.favouring()::keep)),
        route(PrescriptionOperations.FORGET, gate.open(Set.of(DOCTOR), rooms.favouring()::forget)),
        route(CounterOperations.VERIFY, gate.open(COUNTER, rooms.verifying()::verify)),
        route(CounterOperations.COMPOUND, gate.open(COUNTER, rooms.making()::make)),
        route(CounterOperations.GIVE, gate.open(COUNTER, rooms.giving()::give)),
        route(CounterOperations.TAKE_BACK, gate.open(ANSWERABLE, rooms.takingBack()::takeBack)),
        route(CounterOperations.LABEL, gate.open(COUNTER, rooms.printing()::label)),
        route(CounterOperations.LABELS, gate.open(COUNTER, rooms.sheets()::labels)),
        route(RecallOperations.OPEN, gate.open(ANSWERABLE, rooms.recalling()::open)),
        route(RecallOperations.LIST, gate.open(RECALL_SEEN, rooms.recalling()::list)),
        route(RecallOperations.GET, gate.open(RECALL_SEEN, rooms.recalling()::get)),
        route(RecallOperations.PACKS, gate.open(RECALL_SEEN, rooms.recalling()::packs)),
        route(RecallOperations.PATIENTS, gate.open(ANSWERABLE, rooms.recalling()::patients)),
        route(RecallOperations.CONTACTS, gate.open(ANSWERABLE, rooms.recalling()::contacts)),
        route(RecallOperations.CLOSE, gate.open(ANSWERABLE, rooms.recalling()::close)));
  }
}
