package id.jejak.facility.pharmacy.http;

import static id.jejak.facility.pharmacy.domain.Role.ADMINISTRATOR;
import static id.jejak.facility.pharmacy.domain.Role.ASSISTANT;
import static id.jejak.facility.pharmacy.domain.Role.AUDITOR;
import static id.jejak.facility.pharmacy.domain.Role.DOCTOR;
import static id.jejak.facility.pharmacy.domain.Role.PHARMACIST;
import static id.jejak.facility.pharmacy.domain.Role.WAREHOUSE;

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

/** The pharmacy's operations, in the order of its day, who may do them, and which leave a trail. */
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
        gate.open(StockOperations.INBOUND, STOCK, rooms.receiving()::inbound),
        gate.open(StockOperations.CHECK, STOCK, rooms.arriving()::check),
        gate.open(StockOperations.RECEIVE, STOCK, rooms.receiving()::receive),
        gate.open(StockOperations.LIST, STOCK_SEEN, rooms.shelves()::list),
        gate.open(StockOperations.PACK, STOCK_SEEN, rooms.shelves()::pack),
        gate.open(StockOperations.PACKS_AT_ONCE, STOCK_SEEN, rooms.shelves()::packs),
        gate.open(StockOperations.MOVE, STOCK, rooms.shelves()::move),
        gate.open(StockOperations.SEND, STOCK, rooms.shelves()::send),
        gate.open(StockOperations.COUNT, STOCK, rooms.shelves()::count),
        gate.open(StockOperations.MAP, STOCK, rooms.mapping()::map),
        gate.touching(PrescriptionOperations.WRITE, Set.of(DOCTOR), rooms.prescribing()::write),
        gate.touching(PrescriptionOperations.FETCH, COUNTER, rooms.fetching()::fetch),
        gate.touching(PrescriptionOperations.LIST, SEEN, rooms.prescribing()::list),
        gate.open(PrescriptionOperations.WAITING, SEEN, rooms.prescribing()::waiting),
        gate.touching(PrescriptionOperations.GET, SEEN, rooms.prescribing()::get),
        gate.touching(PrescriptionOperations.PAPER, SEEN, rooms.sheets()::paper),
        gate.touching(PrescriptionOperations.COPY, COUNTER, rooms.printing()::copy),
        gate.touching(PrescriptionOperations.ALLERGY, SEEN, rooms.prescribing()::allergy),
        gate.open(PrescriptionOperations.DRUGS, SEEN, rooms.drugs()::search),
        gate.open(PrescriptionOperations.SIGNA, SEEN, rooms.favouring()::signa),
        gate.open(PrescriptionOperations.FAVOURITES, Set.of(DOCTOR), rooms.favouring()::list),
        gate.open(PrescriptionOperations.KEEP, Set.of(DOCTOR), rooms.favouring()::keep),
        gate.open(PrescriptionOperations.FORGET, Set.of(DOCTOR), rooms.favouring()::forget),
        gate.touching(CounterOperations.VERIFY, COUNTER, rooms.verifying()::verify),
        gate.touching(CounterOperations.COMPOUND, COUNTER, rooms.making()::make),
        gate.touching(CounterOperations.GIVE, COUNTER, rooms.giving()::give),
        gate.touching(CounterOperations.TAKE_BACK, ANSWERABLE, rooms.takingBack()::takeBack),
        gate.touching(CounterOperations.LABEL, COUNTER, rooms.printing()::label),
        gate.touching(CounterOperations.LABELS, COUNTER, rooms.sheets()::labels),
        gate.open(RecallOperations.OPEN, ANSWERABLE, rooms.recalling()::open),
        gate.open(RecallOperations.LIST, RECALL_SEEN, rooms.recalling()::list),
        gate.open(RecallOperations.GET, RECALL_SEEN, rooms.recalling()::get),
        gate.open(RecallOperations.PACKS, RECALL_SEEN, rooms.recalling()::packs),
        gate.touching(RecallOperations.PATIENTS, ANSWERABLE, rooms.recalling()::patients),
        gate.touching(RecallOperations.CONTACTS, ANSWERABLE, rooms.recalling()::contacts),
        gate.open(RecallOperations.CLOSE, ANSWERABLE, rooms.recalling()::close));
  }
}
