package id.jejak.facility.access.http;

import id.jejak.facility.access.Audit;
import id.jejak.facility.access.Facilities;
import id.jejak.facility.access.Facility;
import id.jejak.facility.access.Patients;
import id.jejak.facility.access.Practitioner;
import id.jejak.facility.access.Rider;
import id.jejak.facility.access.Vault;
import id.jejak.facility.access.remote.IdentityProvider;
import id.jejak.facility.access.store.AuditChain;
import id.jejak.facility.access.store.AuditStore;
import id.jejak.facility.access.store.BlindIndex;
import id.jejak.facility.access.store.Envelopes;
import id.jejak.facility.access.store.FacilityStore;
import id.jejak.facility.access.store.GlassStore;
import id.jejak.facility.access.store.IndexRing;
import id.jejak.facility.access.store.InvitationStore;
import id.jejak.facility.access.store.KeyFolder;
import id.jejak.facility.access.store.Keyring;
import id.jejak.facility.access.store.OidcStore;
import id.jejak.facility.access.store.PatientStore;
import id.jejak.facility.access.store.SessionStore;
import id.jejak.facility.access.store.SharedVault;
import id.jejak.facility.access.store.Signing;
import id.jejak.facility.access.store.StaffStore;
import id.jejak.facility.access.store.WorldStore;
import id.jejak.kernel.config.Key;
import id.jejak.kernel.http.Route;
import id.jejak.kernel.part.Context;
import id.jejak.kernel.part.Part;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;

/** Everything behind the routes, put together once. */
public final class Rooms implements Part.Sandbox {
  private static final Duration TIE = Duration.ofSeconds(1);
  private static final Duration REWRAP = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final FacilityStore facilities;
  private final PatientStore patients;
  private final SharedVault vault;
  private final Rider rider;
  private final AuditStore audit;
  private final AuditChain chain;
  private final Sessions sessions;
  private final Gate gate;
  private final Login login;
  private final StaffDesk staffDesk;
  private final FacilityDesk facilityDesk;
  private final GlassDesk glassDesk;
  private final PatientDesk patientDesk;
  private final AuditDesk auditDesk;
  private final KeyDesk keyDesk;
  private final Oidc oidc;
  private final Demo demo;
  private final WorldFile worldFile;
  private final StaffStore staff;
  private final InstantSource clock;

  /**
   * Puts the rooms together over what every part is given.
   *
   * @throws id.jejak.kernel.config.StartFailure when a key is missing, or may be read by others
   */
  public Rooms(Context context) {
    var db = context.db();
    var random = context.random();
    clock = context.clock();
    var options = Options.of(context.settings());
    var keys = new KeyFolder(context.derived().toAbsolutePath().resolveSibling("keys"));
    var ring = new Keyring(keys);
    var signing = new Signing(keys);
    audit = new AuditStore(context.ids(), clock);
    chain = new AuditChain(db, BlindIndex.of(keys, "access-seal.key", random), signing);
    var index = new IndexRing(keys, random, clock);
    patients = new PatientStore(new Envelopes(ring, random), index, audit, context.ids(), clock);
    vault = new SharedVault(ring, index);
    rider = new Rider(vault, context.ids(), clock);
    facilities = new FacilityStore(db);
    staff = new StaffStore();
    var names = new Names(staff);
    var glass = new GlassStore(ring);
    var invitations = new InvitationStore();
    sessions = new Sessions(db, new SessionStore(), options.life(), random, clock);
    gate = new Gate(sessions, db, audit);
    login = new Login(db, staff, sessions, audit, facilities, options, random);
    staffDesk = new StaffDesk(db, staff, sessions, audit, context.ids(), random, clock);
    facilityDesk = new FacilityDesk(db, facilities, audit);
    glassDesk = new GlassDesk(db, glass, sessions, names, audit, context.ids(), clock);
    patientDesk = new PatientDesk(db, patients, invitations, random, clock);
    auditDesk = new AuditDesk(db, audit, chain, signing, names, invitations, patients, facilities, clock);
    keyDesk = new KeyDesk(db, ring, index, patients, vault, glass, audit, clock);
    oidc = new Oidc(db, new OidcStore(), staff, login, options, options.provider().map(one ->
        new IdentityProvider(new IdentityProvider.Registration(one.issuer(), one.client(), one.secret(),
            one.callback()), clock)), random, clock);
    demo = new Demo(db, new WorldStore(), facilities, staff, patients);
    worldFile = new WorldFile(db, facilities, staff, context.ids(), random, clock);
    context.jobs().every(TIE, "access audit", this::tie);
    context.jobs().every(REWRAP, "access keys", keyDesk::rewrap);
    context.jobs().every(SWEEP, "access sweep", this::sweep);
  }

  /** The settings that these rooms know. */
  public static List<Key<?>> settings() {
    return Options.KEYS;
  }

  private void tie() {
    chain.waiting().forEach(chain::tie);
  }

  private void sweep() {
    sessions.sweep();
    for (var facility : facilities.all()) {
      chain.sign(facility.id(), facility.zone().id(), clock.instant());
    }
  }

  /** The patients, for other wings. */
  public Patients patients() {
    return patients;
  }

  /** The keys, for other wings. */
  public Vault vault() {
    return vault;
  }

  /** What notes within statements of other wings. */
  public Rider rider() {
    return rider;
  }

  /** Whom of the staff SATUSEHAT knows, for other wings. */
  public Map<Long, Practitioner> practitioners(Handle handle, Collection<Long> some) {
    return staff.practitioners(handle, some);
  }

  /** The facilities, for other wings. */
  public Facilities facilities() {
    return facilities;
  }

  /** The audit, for other wings. */
  public Audit audit() {
    return audit;
  }

  Gate gate() {
    return gate;
  }

  Login login() {
    return login;
  }

  StaffDesk staffDesk() {
    return staffDesk;
  }

  FacilityDesk facilityDesk() {
    return facilityDesk;
  }

  GlassDesk glassDesk() {
    return glassDesk;
  }

  PatientDesk patientDesk() {
    return patientDesk;
  }

  AuditDesk auditDesk() {
    return auditDesk;
  }

  KeyDesk keyDesk() {
    return keyDesk;
  }

  Oidc oidc() {
    return oidc;
  }

  /** Fills an installation that has no facility yet from its members of a world file. */
  public void load(JsonNode world) {
    worldFile.load(world);
  }

  @Override
  public void reset() {
    demo.reset();
    sessions.forget();
    login.forget();
  }

  @Override
  public void prepare() {
    demo.prepare();
  }

  @Override
  public Map<String, Object> world() {
    return DemoWorld.shown();
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }
}
