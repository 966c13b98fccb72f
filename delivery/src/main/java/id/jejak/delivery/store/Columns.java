package id.jejak.delivery.store;

import id.jejak.delivery.Carried;
import id.jejak.delivery.domain.Ended;
import id.jejak.delivery.domain.Parking;
import id.jejak.delivery.domain.Trip;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What came of parcels, as columns, so that one statement writes it for all of them. */
record Columns(List<Ended> all) {
  /** Characters of a remote's words that are kept. */
  private static final int LONGEST = 2_000;
  private static final String THOSE = """
      with came as materialized (
        select *
          from unnest(:ids::bigint[], :attempts::integer[], :millis::integer[], :whats::text[], :outcomes::text[],
                      :codes::text[], :reasons::text[]%s)
            as one (id, attempts, millis, what, outcome, code, reason%s)
      )""";
  private static final String NOTED = """
      insert into delivery.attempt (parcel, at, what, outcome, code, reason, millis, who)
      select came.id, :now, came.what, came.outcome, came.code, came.reason, came.millis, :who
        from came
        join %s using (id, attempts)
       order by came.id
      """;

  /** Arrived: from the parcels to the settled ones. */
  static final Sql DONE = Sql.of(THOSE.formatted(", :told::text[]", ", told") + """
      , gone as (
        delete from delivery.parcel p
         using came
         where p.id = came.id and p.holder = :node and p.attempts = came.attempts
        returning p.*
      ), kept as (
        insert into delivery.settled (id, remote, facility, key, kind, body, posted_at, attempts, outcome, told, reason,
                                      who, settled_at)
        select g.id, g.remote, g.facility, g.key, g.kind, g.body, g.posted_at, g.attempts, 'DONE', came.told, '', '',
               :now
          from gone g
          join came using (id, attempts)
      )
      """ + NOTED.formatted("gone"));

  /** Not arrived: back among the parcels. */
  static final Sql REST = Sql.of(THOSE.formatted(
          ", :states::text[], :dues::bigint[], :failures::integer[], :doubts::integer[], :remedies::text[]",
          ", state, due, failures, doubt, remedy") + """
      , changed as (
        update delivery.parcel p
           set state = came.state,
               due = timestamptz 'epoch' + came.due * interval '1 millisecond',
               failures = came.failures,
               doubtful = came.doubt = 1,
               holder = null,
               remedy = nullif(came.remedy, ''),
               code = came.code,
               reason = came.reason
          from came
         where p.id = came.id and p.holder = :node and p.attempts = came.attempts
        returning p.id, p.attempts
      )
      """ + NOTED.formatted("changed"));

  Sql.Call bind(Sql.Call call, long node, Instant now) {
    return call.bigint("node", node).instant("now", now).text("who", Long.toString(node))
        .longs("ids", all.stream().map(one -> one.held().id()).toList())
        .ints("attempts", all.stream().map(one -> one.held().life().attempts()).toList())
        .ints("millis", all.stream().map(Ended::millis).toList())
        .texts("whats", texts(Columns::what))
        .texts("outcomes", texts(Columns::outcome))
        .texts("codes", texts(one -> one.after().parking().map(Parking::code).orElse("")))
        .texts("reasons", texts(Columns::reason));
  }

  Sql.Call life(Sql.Call call) {
    return call.texts("states", texts(one -> one.after().stage().name()))
        .longs("dues", all.stream().map(one -> one.after().due().toEpochMilli()).toList())
        .ints("failures", all.stream().map(one -> one.after().failures()).toList())
        .ints("doubts", all.stream().map(one -> one.after().doubtful() ? 1 : 0).toList())
        .texts("remedies", texts(one -> one.after().parking().map(Parking::remedy).map(Enum::name).orElse("")));
  }

  List<String> told() {
    return column(one -> one.trip().end() instanceof Carried.Done(var told)
        ? new String(Json.write((Object) told), StandardCharsets.UTF_8) : "null");
  }

  private List<String> column(Function<Ended, String> column) {
    return all.stream().map(column).toList(); // JSON as we wrote it: no NUL in it, and cut short it would be none
  }

  private List<String> texts(Function<Ended, String> column) {
    return all.stream().map(column).map(Columns::fit).toList();
  }

  /** PostgreSQL keeps no NUL, and a remote may say anything, at any length. */
  private static String fit(String text) {
    var kept = text.indexOf(0) < 0 ? text : text.replace("\0", "");
    return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST);
  }

  private static String what(Ended one) {
    var trip = one.trip();
    return trip.looked() ? trip.sent() ? "LOOKED_AND_SENT" : "LOOKED" : "SENT";
  }

  private static String outcome(Ended one) {
    return outcome(one.trip());
  }

  private static String outcome(Trip trip) {
    return switch (trip.end()) {
      case Carried.Done _ -> "DONE";
      case Carried.Refused _ -> "REFUSED";
      case Carried.Later _ -> "LATER";
      case Carried.NotYet _ -> "NOT_YET";
      case Carried.Unknown _ -> "UNKNOWN";
    };
  }

  private static String reason(Ended one) {
    return switch (one.trip().end()) {
      case Carried.Done _ -> "";
      case Carried.Refused refused -> refused.reason();
      case Carried.Later later -> later.reason();
      case Carried.NotYet notYet -> notYet.reason();
      case Carried.Unknown unknown -> unknown.reason();
    };
  }
}
