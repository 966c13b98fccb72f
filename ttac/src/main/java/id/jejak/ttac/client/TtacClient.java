package id.jejak.ttac.client;

import id.jejak.kernel.http.Answer;
import id.jejak.kernel.http.Answer.Done;
import id.jejak.kernel.http.Handler;
import id.jejak.kernel.http.Operation;
import id.jejak.ttac.contract.Code;
import id.jejak.ttac.contract.OwnOperations;
import id.jejak.ttac.contract.TtacOperations;
import id.jejak.ttac.contract.WibText;
import id.jejak.ttac.contract.barcode.BarcodeText;
import java.time.InstantSource;
import java.time.Year;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * TTAC for a program, ours or the real one. Logs in by itself and keeps the token fresh. Every call answers with an
 * {@link Answer}; nothing is thrown for what another machine does.
 *
 * <p>A write is a {@link Write}: {@code client.sending(123, barcodes)} is to be attempted until it is done or refused;
 * {@code client.send(123, barcodes)} is its first attempt. Long lists go through {@code ...All}, which cut them. All
 * barcodes of one call must be of one level, and are sent exactly as given, control characters included. The guide in
 * {@code docs/guides/ttac-client.md} has a whole example.
 *
 * <p>Thread-safe; what it hands out is not.
 */
public final class TtacClient {
  private final Calls calls;
  private final Session session;
  private final ClientSettings settings;
  private final InstantSource clock;

  /**
   * A client. Nothing is sent until the first call.
   *
   * @param transport the way to the server, such as {@code kernel.http.HttpTransport}
   */
  public TtacClient(Handler transport, Credentials credentials, ClientSettings settings, InstantSource clock) {
    var wire = new Wire(transport, settings, clock);
    this.session = new Session(wire, credentials, clock);
    this.calls = new Calls(wire, session);
    this.settings = settings;
    this.clock = clock;
  }

  /** Logs in now, to see whether the credentials are good and whom they stand for. Not needed before other calls. */
  public Answer<Profile> login() {
    return session.profile();
  }

  /** A window of one's own locations, newest first. */
  public Answer<Page<LocationItem>> locations(long offset, int limit) {
    return window(TtacOperations.LOCATIONS, Map.of(), offset, limit, LocationItem::of);
  }

  /** All of one's own locations. */
  public Pages<LocationItem> locations() {
    return new Pages<>(offset -> locations(offset, ClientLimits.PAGE));
  }

  /** A window of the sarana that may be sent to; {@code active} empty: both states. */
  public Answer<Page<Target>> targets(Optional<Boolean> active, long offset, int limit) {
    return window(TtacOperations.TARGETS, active.<Map<String, Object>>map(flag -> Map.of("aktif", flag))
        .orElse(Map.of()), offset, limit, Target::of);
  }

  /** All sarana that may be sent to. */
  public Pages<Target> targets(Optional<Boolean> active) {
    return new Pages<>(offset -> targets(active, offset, ClientLimits.PAGE));
  }

  /** A window of what is on its way here. */
  public Answer<Page<PendingItem>> pending(PendingFilter filter, long offset, int limit) {
    var params = new LinkedHashMap<String, Object>();
    filter.nie().ifPresent(nie -> params.put("nie", nie));
    filter.batch().ifPresent(batch -> params.put("batch_no", batch));
    return window(TtacOperations.PENDING, params, offset, limit, PendingItem::of);
  }

  /** All that is on its way here. */
  public Pages<PendingItem> pending(PendingFilter filter) {
    return new Pages<>(offset -> pending(filter, offset, ClientLimits.PAGE));
  }

  /** Adding a location. */
  public Write addingLocation(NewLocation location) {
    var params = new LinkedHashMap<String, Object>();
    params.put("alamat", location.address());
    params.put("no_telp", location.phone());
    Optional.ofNullable(location.fax()).ifPresent(fax -> params.put("fax", fax));
    params.put("latitude", location.latitude().toPlainString());
    params.put("longitude", location.longitude().toPlainString());
    return write(TtacOperations.ADD_LOCATION, params, new Write.Traces(Set.of(Code.E032), Set.of(),
        Write.Traces.NOWHERE), Optional.empty()); // the header is no use here: the point itself tells
  }

  /** Receiving at most 1,500 barcodes. */
  public Write receiving(List<String> barcodes) {
    return receiving(barcodes, key());
  }

  /** Receives at most 1,500 barcodes. */
  public Answer<Acknowledged> receive(List<String> barcodes) {
    return receiving(barcodes).attempt();
  }

  /** Receives any number of barcodes. */
  public Batches receiveAll(List<String> barcodes) {
    return Batches.run(barcodes, ClientLimits.BARCODES, this::receiving);
  }

  /**
   * Finds out about a receipt without answer that was made without a key: still on the list of pending units, it was
   * not done; else a repeat tells.
   */
  public Answer<Acknowledged> settleReceive(List<String> barcodes) {
    return receiving(barcodes, Optional.empty()).settle();
  }

  /** Sending at most 1,500 barcodes to a sarana. */
  public Write sending(int target, List<String> barcodes) {
    return sending(target, barcodes, key());
  }

  /** Sends at most 1,500 barcodes to a sarana. */
  public Answer<Acknowledged> send(int target, List<String> barcodes) {
    return sending(target, barcodes).attempt();
  }

  /** Sends any number of barcodes to a sarana. */
  public Batches sendAll(int target, List<String> barcodes) {
    return Batches.run(barcodes, ClientLimits.BARCODES, batch -> sending(target, batch));
  }

  /**
   * Finds out about a shipment without answer that was made without a key, by repeating it: what can only be sent once
   * is not sent twice. For a tersier that is on its way the document has no code of its own, so it stays unknown.
   */
  public Answer<Acknowledged> settleSend(int target, List<String> barcodes) {
    return sending(target, barcodes, Optional.empty()).settle();
  }

  /** Giving one barcode back to the sarana that sent it. */
  public Write returning(int target, String barcode, String reason) {
    return returning(target, (Object) barcode, reason);
  }

  /** Gives any number of barcodes back, in calls of the form that the settings name. */
  public Batches returnAll(int target, List<String> barcodes, String reason) {
    return switch (settings.returns()) {
      case ARRAY -> Batches.run(barcodes, ClientLimits.BARCODES, batch -> returning(target, limited(batch), reason));
      case STRING -> Batches.run(barcodes, 1, one -> returning(target, one.getFirst(), reason));
    };
  }

  /** Deleting at most 1,500 barcodes of one level. Not all or nothing: what is there and held is deleted. */
  public Write deleting(Level level, List<String> barcodes, Removal removal) {
    return deleting(Map.of("barcode", limited(barcodes), "barcode_level", level.word(), "type", removal.word()));
  }

  /** Deletes any number of barcodes of one level. */
  public Batches deleteAll(Level level, List<String> barcodes, Removal removal) {
    return Batches.run(barcodes, ClientLimits.BARCODES, batch -> deleting(level, batch, removal));
  }

  /** Deleting every unit of a product that is held, at most 5,000 primer. */
  public Write deletingProduct(String nie, Removal removal) {
    return deleting(Map.of("nie", nie, "type", removal.word()));
  }

  /** Ours: judges at most 5,000 barcodes as a movement would, and changes nothing. */
  public Answer<CheckReport> check(Movement movement, List<String> barcodes) {
    if (barcodes.isEmpty() || barcodes.size() > ClientLimits.CHECKED) {
      throw new IllegalArgumentException("1 to " + ClientLimits.CHECKED + " barcodes, not " + barcodes.size());
    }
    Map<String, Object> params = switch (movement) {
      case Movement.Receive() -> Map.of("action", "receive", "barcode", barcodes);
      case Movement.Send(var target) -> Map.of("action", "send", "id_sarana_tujuan", target, "barcode", barcodes);
      case Movement.Return(var target) -> Map.of("action", "return", "id_sarana_tujuan", target, "barcode", barcodes);
    };
    return calls.read(OwnOperations.CHECK, params).map(told -> CheckReport.of(told.data()));
  }

  /** Ours: where a pack is and has been. */
  public Answer<Trace> trace(String barcode) {
    return calls.read(OwnOperations.TRACE, Map.of("barcode", barcode)).map(told -> Trace.of(told.data()));
  }

  /** Ours: when the token ends, and how much is pending. */
  public Answer<Dashboard> dashboard() {
    return calls.read(OwnOperations.DASHBOARD, Map.of()).map(told -> Dashboard.of(told.data()));
  }

  private Write receiving(List<String> barcodes, Optional<String> key) {
    return write(TtacOperations.RECEIVE, Map.of("barcode", limited(barcodes)),
        new Write.Traces(Set.of(Code.E024), Set.of(), () -> anyPending(barcodes)), key);
  }

  private Write sending(int target, List<String> barcodes, Optional<String> key) {
    return write(TtacOperations.SEND, Map.of("id_sarana_tujuan", target, "barcode", limited(barcodes)),
        new Write.Traces(Set.of(Code.E016, Code.E017), Set.of(Code.E014), Write.Traces.NOWHERE), key);
  }

  private Write returning(int target, Object barcode, String reason) {
    return write(TtacOperations.RETURN, Map.of("id_sarana_tujuan", target, "barcode", barcode, "reason", reason),
        new Write.Traces(Set.of(), Set.of(Code.E013), Write.Traces.NOWHERE), key());
  }

  private Write deleting(Map<String, Object> params) {
    return write(TtacOperations.DELETE, params, new Write.Traces(Set.of(), Set.of(), Write.Traces.NOWHERE), key());
  }

  private Write write(Operation operation, Map<String, Object> params, Write.Traces traces, Optional<String> key) {
    return new Write(under -> calls.write(operation, params, under).map(told -> new Acknowledged(told.message())),
        key, traces);
  }

  private Optional<String> key() {
    return settings.keys().map(Supplier::get);
  }

  private static List<String> limited(List<String> barcodes) {
    if (barcodes.isEmpty() || barcodes.size() > ClientLimits.BARCODES) {
      throw new IllegalArgumentException("1 to " + ClientLimits.BARCODES + " barcodes in one call, not "
          + barcodes.size());
    }
    return List.copyOf(barcodes);
  }

  /** Whether the list of pending units still names one of these, in whatever form. */
  private Answer<Boolean> anyPending(List<String> barcodes) {
    var year = Year.of(WibText.date(clock.instant()).getYear());
    var wanted = barcodes.stream().flatMap(one -> BarcodeText.read(one, year).keys().stream())
        .collect(Collectors.toCollection(HashSet::new));
    var pages = pending(PendingFilter.ALL);
    while (pages.hasNext()) {
      var answer = pages.next().map(page -> page.items().stream().anyMatch(item ->
          BarcodeText.read(item.barcode(), year).keys().stream().anyMatch(wanted::contains)));
      if (!(answer instanceof Done<Boolean>(var found, _)) || found) {
        return answer;
      }
    }
    return pages.givenUp() ? new Answer.Unknown<>("the list of pending units is too long to look through")
        : new Done<>(false);
  }

  private <T> Answer<Page<T>> window(Operation operation, Map<String, ?> params, long offset, int limit,
      Function<JsonNode, T> item) {
    var all = new LinkedHashMap<String, Object>(params);
    all.put("offset", offset);
    all.put("limit", limit);
    return calls.read(operation, all).map(told -> Page.of(told.data(), offset, item));
  }
}
