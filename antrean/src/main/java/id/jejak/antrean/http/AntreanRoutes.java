package id.jejak.antrean.http;

import static id.jejak.antrean.http.Gate.Kind.PLAIN;
import static id.jejak.antrean.http.Gate.Kind.READ;
import static id.jejak.antrean.http.Gate.Kind.WRITE;
import static id.jejak.kernel.http.Route.route;

import id.jejak.antrean.contract.AntreanOperations;
import id.jejak.antrean.contract.Envelope.Dialect;
import id.jejak.antrean.contract.LaterOperations;
import id.jejak.antrean.contract.VclaimOperations;
import id.jejak.kernel.http.Mount;
import id.jejak.kernel.http.Route;
import java.util.List;

/** The operations that BPJS hosts, in the order of the slides; then later ones; then VClaim's. */
public final class AntreanRoutes {
  private final Rooms rooms;

  /** Routes over the rooms. */
  public AntreanRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  /** The queue at both of its addresses, and VClaim. */
  public List<Mount> mounts() {
    return List.of(
        new Mount("antrean", AntreanOperations.BASES, queue(), new AntreanFaults(Dialect.ANTREAN)),
        new Mount("vclaim", VclaimOperations.BASES, vclaim(), new AntreanFaults(Dialect.VCLAIM)));
  }

  private List<Route> queue() {
    var gate = rooms.gate();
    return List.of(
        route(AntreanOperations.SCHEDULE, gate.antrean(READ, rooms.hfis()::schedule)),
        route(AntreanOperations.UPDATE_SCHEDULE, gate.antrean(WRITE, rooms.hfis()::change)),
        route(AntreanOperations.ADD, gate.antrean(WRITE, rooms.queueing()::add)),
        route(AntreanOperations.CANCEL, gate.antrean(WRITE, rooms.queueing()::cancel)),
        route(AntreanOperations.TASK, gate.antrean(WRITE, rooms.tasks()::update)),
        route(AntreanOperations.TASKS, gate.antrean(READ, rooms.tasks()::list)),
        route(AntreanOperations.UPDATE_SCHEDULE_LATER, gate.antrean(WRITE, rooms.hfis()::change)),
        route(LaterOperations.CLINICS, gate.antrean(READ, rooms.references()::clinics)),
        route(LaterOperations.DOCTORS, gate.antrean(READ, rooms.references()::doctors)),
        route(LaterOperations.FINGERPRINT_CLINICS, gate.antrean(READ, rooms.references()::fingerprintClinics)),
        route(LaterOperations.FINGERPRINT, gate.antrean(READ, rooms.references()::fingerprint)),
        route(LaterOperations.ADD_PHARMACY, gate.antrean(WRITE, rooms.queueing()::addPharmacy)),
        route(LaterOperations.WAITS_OF_DAY, gate.antrean(PLAIN, rooms.looking()::waitsOfDay)),
        route(LaterOperations.WAITS_OF_MONTH, gate.antrean(PLAIN, rooms.looking()::waitsOfMonth)),
        route(LaterOperations.REGISTERED_ON, gate.antrean(READ, rooms.looking()::ofDay)),
        route(LaterOperations.REGISTERED_AS, gate.antrean(READ, rooms.looking()::ofCode)),
        route(LaterOperations.REGISTERED_OPEN, gate.antrean(READ, rooms.looking()::open)),
        route(LaterOperations.REGISTERED_SESSION, gate.antrean(READ, rooms.looking()::ofSession)));
  }

  private List<Route> vclaim() {
    var gate = rooms.gate();
    var controls = rooms.controls();
    var referrals = rooms.referrals();
    return List.of(
        route(VclaimOperations.INSERT_CONTROL, gate.vclaim(controls::insert)),
        route(VclaimOperations.UPDATE_CONTROL, gate.vclaim(controls::update)),
        route(VclaimOperations.DELETE_CONTROL, gate.vclaim(controls::delete)),
        route(VclaimOperations.CONTROL_DOCTORS, gate.vclaim(controls::doctors)),
        route(VclaimOperations.CONTROL_CLINICS, gate.vclaim(controls::clinics)),
        route(VclaimOperations.CONTROL_SEP, gate.vclaim(controls::sep)),
        route(VclaimOperations.CONTROLS, gate.vclaim(controls::list)),
        route(VclaimOperations.CONTROLS_OF_CARD, gate.vclaim(controls::listOfCard)),
        route(VclaimOperations.CONTROL, gate.vclaim(controls::get)),
        route(VclaimOperations.SPECIALS, gate.vclaim(referrals::specials)),
        route(VclaimOperations.INSERT_SPECIAL, gate.vclaim(referrals::insertSpecial)),
        route(VclaimOperations.DELETE_SPECIAL, gate.vclaim(referrals::deleteSpecial)),
        route(VclaimOperations.INSERT_REFERRAL, gate.vclaim(referrals::insert)),
        route(VclaimOperations.UPDATE_REFERRAL, gate.vclaim(referrals::update)));
  }
}
