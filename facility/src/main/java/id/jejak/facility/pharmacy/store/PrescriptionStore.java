package id.jejak.facility.pharmacy.store;

import id.jejak.facility.pharmacy.domain.LineKind;
import id.jejak.facility.pharmacy.domain.Supply;
import id.jejak.kernel.db.Sql;
import id.jejak.kernel.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Prescriptions and their lines. Lines are locked by id, in the order of ids, after the packs. Stateless, thread-safe. */
public final class PrescriptionStore {
  /**
   * A prescription.
   *
   * @param prescriberName as the doctor is called; empty when only the number was told
   * @param own whether it was written here, and is owed to SATUSEHAT
   * @param encounter id of the visit at SATUSEHAT, once known
   * @param document id of the document there
   * @param scannedAt when the first pack for it was scanned
   */
  public record Prescription(long id, String facility, String number, @Nullable String nrn, String patient,
      String prescriber, String prescriberName, String organization, @Nullable String visit, String coverage, @Nullable String claim,
      Instant writtenAt, @Nullable Instant from, @Nullable Instant until, boolean own, @Nullable String encounter,
      @Nullable String document, @Nullable Instant scannedAt) {}

  /**
   * A line of a prescription.
   *
   * @param kfa product or template; null for a compound
   * @param dispensed here
   * @param elsewhere dispensed by others, as last told
   * @param ingredients of a compound: {@code [{"kfa", "name", "amount", "unit", "per"}]}
   * @param request id of the MedicationRequest, once known
   */
  public record Line(long id, long prescription, int place, LineKind kind, @Nullable String kfa, String name, String form,
      String route, String signa, BigDecimal quantity, String unit, int repeats, BigDecimal dispensed,
      BigDecimal elsewhere, List<String> substances, JsonNode ingredients, @Nullable String request) {
    /** What may be given of it. */
    public Supply supply() {
      return new Supply(quantity, repeats, dispensed.add(elsewhere));
    }
  }

  /**
   * A line to be dispensed of, with what must be known for it.
   *
   * @param allergies substance to name
   * @param recent substance to the day on which it was given last, for another prescription
   */
  public record Locked(Prescription prescription, Line line, Map<String, String> allergies,
      Map<String, LocalDate> recent) {}

  private static final String PRESCRIPTION = """
      r.id as r_id, r.facility, r.number, r.nrn, r.patient, r.prescriber, r.prescriber_name, r.organization, r.visit,
             r.coverage, r.claim, r.written_at, r.valid_from, r.valid_until, r.own, r.encounter, r.document, r.scanned_at
      """;
  private static final String LINE = """
      l.id, l.prescription, l.place, l.kind, l.kfa, l.name, l.form, l.route, l.signa, l.quantity, l.unit, l.repeats,
             l.dispensed, l.elsewhere, l.substances, l.ingredients, l.request
      """;

  private static final Sql LOCK = Sql.of("select " + PRESCRIPTION + ", " + LINE + """
             , (select array_agg(a.substance || chr(9) || a.name order by a.substance)
                  from facility.allergy a
                 where a.facility = r.facility and a.patient = r.patient) as allergies,
               (select array_agg(s.code || chr(9) || s.day order by s.code)
                  from (select code, max(o.at at time zone 'Asia/Jakarta')::date as day
                          from facility.dispense o
                         cross join unnest(o.substances) as code
                         where o.facility = r.facility and o.patient = r.patient and o.at > :since
                           and o.prescription <> r.id
                           and not exists (select from facility.takeback b where b.dispense = o.id)
                         group by code) s) as recent
          from facility.prescription r
          join facility.line l on l.prescription = r.id
         where r.id = :id
           and r.facility = :facility
           and l.id = any (:lines)
         order by l.id
           for update of l
        """);

  /**
   * Lines of one prescription of this facility, locked.
   *
   * @param since from when on a substance counts as given recently
   */
  public List<Locked> lock(Handle tx, String facility, long prescription, Collection<Long> lines, Instant since) {
    return locking(tx, facility, prescription, lines, since).list(PrescriptionStore::locked);
  }

  /** The same for whoever locks more in the same round trip; its rows are {@link #locked}. */
  public Sql.Call locking(Handle tx, String facility, long prescription, Collection<Long> lines, Instant since) {
    return LOCK.in(tx).bigint("id", prescription).text("facility", facility).longs("lines", lines).instant("since", since);
  }

  /** A line that was locked. */
  public static Locked locked(ResultSet row) throws SQLException {
    return new Locked(prescription(row), line(row), pairs(row, "allergies"), days(row));
  }

  private static Map<String, String> pairs(ResultSet row, String column) throws SQLException {
    var pairs = new LinkedHashMap<String, String>();
    for (var one : Rows.texts(row, column)) {
      int tab = one.indexOf('\t');
      pairs.put(one.substring(0, tab), one.substring(tab + 1));
    }
    return pairs;
  }

  private static Map<String, LocalDate> days(ResultSet row) throws SQLException {
    var days = new LinkedHashMap<String, LocalDate>();
    pairs(row, "recent").forEach((code, day) -> days.put(code, LocalDate.parse(day)));
    return days;
  }

  private static Prescription prescription(ResultSet row) throws SQLException {
    return new Prescription(row.getLong("r_id"), row.getString("facility"), row.getString("number"), row.getString("nrn"),
        row.getString("patient"), row.getString("prescriber"), row.getString("prescriber_name"),
        row.getString("organization"), row.getString("visit"),
        row.getString("coverage"), row.getString("claim"), Rows.moment(row, "written_at"), Rows.instant(row, "valid_from"),
        Rows.instant(row, "valid_until"), row.getBoolean("own"), row.getString("encounter"), row.getString("document"),
        Rows.instant(row, "scanned_at"));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(row.getLong("id"), row.getLong("prescription"), row.getInt("place"), LineKind.of(row.getInt("kind")),
        row.getString("kfa"), row.getString("name"), row.getString("form"), row.getString("route"), row.getString("signa"),
        row.getBigDecimal("quantity"), row.getString("unit"), row.getInt("repeats"), row.getBigDecimal("dispensed"),
        row.getBigDecimal("elsewhere"), Rows.texts(row, "substances"), Json.read(row.getString("ingredients")),
        row.getString("request"));
  }

  /** A prescription of this facility. */
  public Optional<Prescription> find(Handle h, String facility, long id) {
    return FIND.in(h).bigint("id", id).text("facility", facility).list(PrescriptionStore::prescription).stream()
        .findFirst();
  }

  private static final Sql FIND = Sql.of("select " + PRESCRIPTION + """
        from facility.prescription r
       where r.id = :id and r.facility = :facility
      """);

  /** A prescription of this facility by its national number. */
  public Optional<Prescription> byNumber(Handle h, String facility, String nrn) {
    return BY_NUMBER.in(h).text("nrn", nrn).text("facility", facility).list(PrescriptionStore::prescription).stream()
        .findFirst();
  }

  private static final Sql BY_NUMBER = Sql.of("select " + PRESCRIPTION + """
        from facility.prescription r
       where r.facility = :facility and r.nrn = :nrn
      """);

  /** The prescription of a line of this facility. */
  public Optional<Long> ofLine(Handle h, String facility, long line) {
    return OF_LINE.in(h).bigint("line", line).text("facility", facility).list(row -> row.getLong("id")).stream().findFirst();
  }

  private static final Sql OF_LINE = Sql.of("""
      select r.id
        from facility.line l
        join facility.prescription r on r.id = l.prescription
       where l.id = :line and r.facility = :facility
      """);

  /** A line by id, whosever it is. */
  public Optional<Line> line(Handle h, long id) {
    return ONE_LINE.in(h).bigint("id", id).list(PrescriptionStore::line).stream().findFirst();
  }

  private static final Sql ONE_LINE = Sql.of("select " + LINE + " from facility.line l where l.id = :id");

  /** Lines by their ids, whosever they are. */
  public Map<Long, Line> linesById(Handle h, Collection<Long> ids) {
    return LINES_BY_ID.in(h).longs("ids", ids).list(PrescriptionStore::line).stream()
        .collect(Collectors.toMap(Line::id, Function.identity()));
  }

  private static final Sql LINES_BY_ID = Sql.of("select " + LINE + """
        from facility.line l
       where l.id = any (:ids)
       order by l.id
      """);

  /** Its lines, in order. */
  public List<Line> lines(Handle h, long prescription) {
    return LINES.in(h).bigint("id", prescription).list(PrescriptionStore::line);
  }

  private static final Sql LINES = Sql.of("select " + LINE + """
        from facility.line l
       where l.prescription = :id
       order by l.place
      """);

  /** Writes a prescription with its lines. */
  public void add(Handle tx, Prescription one, List<Line> lines) {
    var all = new ArrayList<Sql.Call>();
    all.add(ADD.in(tx).bigint("id", one.id()).text("facility", one.facility()).text("number", one.number())
        .text("nrn", one.nrn()).text("patient", one.patient()).text("prescriber", one.prescriber())
        .text("prescriberName", one.prescriberName()).text("organization", one.organization()).text("visit", one.visit())
        .text("coverage", one.coverage()).text("claim", one.claim()).instant("writtenAt", one.writtenAt())
        .instant("from", one.from()).instant("until", one.until()).flag("own", one.own())
        .text("encounter", one.encounter()).text("document", one.document()));
    lines.forEach(line -> all.add(ADD_LINE.in(tx).bigint("id", line.id()).bigint("prescription", line.prescription())
        .integer("place", line.place()).integer("kind", line.kind().number()).text("kfa", line.kfa())
        .text("name", line.name()).text("form", line.form()).text("route", line.route()).text("signa", line.signa())
        .text("quantity", line.quantity().toPlainString()).text("unit", line.unit()).integer("repeats", line.repeats())
        .text("dispensed", line.dispensed().toPlainString()).text("elsewhere", line.elsewhere().toPlainString())
        .texts("substances", line.substances())
        .text("ingredients", new String(Json.write((Object) line.ingredients()), StandardCharsets.UTF_8))
        .text("request", line.request())));
    Sql.update(all);
  }

  private static final Sql ADD = Sql.of("""
      insert into facility.prescription (id, facility, number, nrn, patient, prescriber, prescriber_name, organization, visit,
             coverage, claim, written_at, valid_from, valid_until, own, encounter, document)
      values (:id, :facility, :number, :nrn, :patient, :prescriber, :prescriberName, :organization, :visit, :coverage,
             :claim, :writtenAt, :from, :until, :own, :encounter, :document)
      """);
  private static final Sql ADD_LINE = Sql.of("""
      insert into facility.line (id, prescription, place, kind, kfa, name, form, route, signa, quantity, unit, repeats,
             dispensed, elsewhere, substances, ingredients, request)
      values (:id, :prescription, :place, :kind, :kfa, :name, :form, :route, :signa, :quantity::numeric, :unit, :repeats,
             :dispensed::numeric, :elsewhere::numeric, :substances, :ingredients::jsonb, :request)
      """);

  /** Corrects what others dispensed of a line, as they tell it now. They still count what they were not told is taken back. */
  public void elsewhere(Handle tx, long prescription, String request, BigDecimal total) {
    tx.createUpdate("""
            update facility.line l
               set elsewhere = greatest(:total - l.dispensed
                     - coalesce((select sum(d.quantity)
                                   from facility.dispense d
                                   join facility.takeback b on b.dispense = d.id
                                  where d.prescription = l.prescription
                                    and d.line = l.id
                                    and d.remote is not null
                                    and b.told_at is null), 0), 0)
             where l.prescription = :prescription and l.request = :request
            """).bind("total", total).bind("prescription", prescription).bind("request", request).execute();
  }

  /** Notes the first scan for a prescription; true when this is it. */
  public boolean scanned(Handle tx, long prescription, Instant at) {
    return SCANNED.in(tx).bigint("id", prescription).instant("at", at).update() > 0;
  }

  private static final Sql SCANNED = Sql.of("""
      update facility.prescription set scanned_at = :at where id = :id and scanned_at is null
      """);

  /**
   * Keeps what SATUSEHAT calls it: visit and document.
   *
   * @return whose it is; empty when it is not there any more
   */
  public Optional<String> reported(Handle tx, long prescription, String encounter, String document) {
    return REPORTED.in(tx).bigint("id", prescription).text("encounter", encounter).text("document", document)
        .list(row -> row.getString("patient")).stream().findFirst();
  }

  private static final Sql REPORTED = Sql.of("""
      update facility.prescription
         set encounter = :encounter, document = :document
       where id = :id
      returning patient
      """);

  /** To keep what SATUSEHAT calls the lines of a prescription, in their order. */
  public Sql.Call requested(Handle tx, long prescription, List<String> requests) {
    return REQUESTED.in(tx).bigint("id", prescription).texts("requests", requests);
  }

  private static final Sql REQUESTED = Sql.of("""
      with ordered as (
        select id, row_number() over (order by place) as turn
          from facility.line
         where prescription = :id
      )
      update facility.line l
         set request = told.request
        from ordered
        join unnest(:requests::text[]) with ordinality as told (request, turn) using (turn)
       where l.id = ordered.id
      """);

  /** To keep the national number. */
  public Sql.Call numbered(Handle tx, long prescription, String nrn) {
    return NUMBERED.in(tx).bigint("id", prescription).text("nrn", nrn);
  }

  private static final Sql NUMBERED = Sql.of("""
      update facility.prescription
         set nrn = :nrn
       where id = :id
      """);

  /** A row of the list. */
  public record Row(Prescription prescription, int lines, int open) {}

  /** The latest before an id; of one patient when one is named. */
  public List<Row> list(Handle h, String facility, Optional<String> patient, long before, int limit) {
    var sql = (patient.isPresent() ? LIST_OF : LIST).in(h).text("facility", facility).bigint("before", before)
        .integer("limit", limit);
    patient.ifPresent(one -> sql.text("patient", one));
    return sql.list(row -> new Row(prescription(row), row.getInt("lines"), row.getInt("open")));
  }

  private static final String COUNTS = """
      , (select count(*) from facility.line l where l.prescription = r.id) as lines,
        (select count(*) from facility.line l
          where l.prescription = r.id and l.dispensed + l.elsewhere < l.quantity * (1 + l.repeats)) as open
        from facility.prescription r
       where r.facility = :facility
         and r.id < :before
      """;
  private static final String NEWEST = " order by r.id desc limit :limit";
  private static final Sql LIST = Sql.of("select " + PRESCRIPTION + COUNTS + NEWEST);
  private static final Sql LIST_OF = Sql.of("select " + PRESCRIPTION + COUNTS + " and r.patient = :patient" + NEWEST);

  /** Notes an allergy. */
  public void allergy(Handle tx, String facility, String patient, String substance, String name, Instant at,
      String staff) {
    tx.createUpdate("""
            insert into facility.allergy (facility, patient, substance, name, noted_at, staff)
            values (:facility, :patient, :substance, :name, :at, :staff)
                on conflict (facility, patient, substance) do update
               set name = excluded.name, noted_at = excluded.noted_at, staff = excluded.staff
            """).bind("facility", facility).bind("patient", patient).bind("substance", substance).bind("name", name)
        .bind("at", at.atOffset(java.time.ZoneOffset.UTC)).bind("staff", staff).execute();
  }
}
