package id.jejak.verify.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jejak.facility.access.Audit.Deed;
import id.jejak.facility.access.Purpose;
import id.jejak.facility.pharmacy.contract.PharmacyOperations;
import id.jejak.facility.pharmacy.contract.PrescriptionOperations;
import id.jejak.facility.pharmacy.contract.Touch;
import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Operation;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import id.jejak.kernel.json.Json;
import id.jejak.verify.Repository;
import id.jejak.verify.house.TestHouse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the pharmacy, asked as its golden exchanges ask it: what touches data of a patient leaves a line in the
 * audit for each, and what does not leaves none and shows nobody.
 */
class TrailTest {
  private static final Pattern NUMBER = Pattern.compile("\\bP0\\d{10}\\b");
  /** Patients of the demo world by SATUSEHAT's number. */
  private static final Map<String, Long> KNOWN = Map.of("P02029542843", 1001L, "P02478375538", 1002L, "P03647103112", 1003L,
      "P01058967035", 1010L);
  private static TestHouse house;

  /** A line of the audit. */
  private record Line(long staff, String operation, String deed, long patient, String purpose) {}

  private final Set<String> shown = new TreeSet<>();
  private final Set<Long> mentioned = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void open() {
    house = TestHouse.start();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void whateverTouchesAPatientLeavesItsLineAndNothingElseDoes() {
    var inside = new KnownHouse(house);
    for (var file : GoldenFile.in(Repository.here())) {
      if (file.operation().startsWith("pharmacy.")) {
        mentioned.clear();
        GoldenRunner.of(request -> watched(file.name(), request), inside).run(file);
      }
    }
    assertEquals("", String.join("\n", faults));
    assertEquals(PharmacyOperations.ALL.stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new)), shown);
  }

  private Response watched(String file, Request request) {
    var operation = operation(request);
    if (operation.isEmpty()) {
      return house.handler().handle(request);
    }
    var asked = new String(request.body().bytes(1 << 20), StandardCharsets.UTF_8);
    long before = last();
    var answer = house.handler().handle(Request.of(request.method(), target(request), request.headers(), Body.of(asked)));
    judge(operation.get(), file, asked + request.query(), answer, since(before));
    return answer;
  }

  private static String target(Request request) {
    return request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
  }

  private static Optional<Operation> operation(Request request) {
    return PharmacyOperations.ALL.stream().filter(one -> one.method().equals(request.method()) && request.path()
        .matches(PharmacyOperations.BASES.getFirst() + one.path().replaceAll("\\{\\w+}", "[^/]+"))).min(
            java.util.Comparator.comparing(one -> one.path().contains("{")));
  }

  private void judge(Operation operation, String file, String asked, Response answer, List<Line> lines) {
    var touch = Touch.of(operation);
    var said = new TreeSet<Long>();
    var text = asked + " " + (answer.header("Content-Type").orElse("").contains("pdf") ? "" : answer.text());
    NUMBER.matcher(text).results().forEach(one -> said.add(KNOWN.getOrDefault(one.group(), 0L)));
    mentioned.addAll(said);
    var touched = lines.stream().map(Line::patient).collect(Collectors.toCollection(TreeSet::new));
    if (operation == PrescriptionOperations.FETCH) {
      mentioned.addAll(touched); // whose it is, the ministry says
    }
    boolean done = answer.status() / 100 == 2;
    if (done) {
      shown.add(operation.id());
    }
    if (touch.isEmpty()) {
      see(lines.isEmpty() && said.isEmpty(), file, operation, "touches nobody, but " + said + lines);
    } else if (done) {
      see(touched.containsAll(said) && mentioned.containsAll(touched), file, operation, "shows " + said + " of " + mentioned
          + ", but " + lines);
      see(!lines.isEmpty() || operation.id().equals("pharmacy.pack.verify") && !asked.contains("\"line\"")
          && !asked.contains("\"prescription\"") || answer.text().contains("\"rows\":[]"), file, operation, "has no line");
      var why = touch.get();
      see(lines.stream().allMatch(line -> line.equals(new Line(10001915884L, operation.id(), why.deed().name(),
          line.patient(), why.purpose().word()))), file, operation, "has other lines: " + lines);
      see(lines.size() == touched.size(), file, operation, "has too many lines: " + lines);
    } else if (answer.status() == 403) {
      see(lines.size() == 1 && lines.getFirst().deed().equals(Deed.DENIED.name()), file, operation, "was denied: " + lines);
    } else {
      see(lines.stream().allMatch(line -> line.deed().equals(Deed.READ.name())), file, operation, "was refused: " + lines);
      see(answer.status() != 409 || !lines.isEmpty() || answer.text().contains("pack-stopped"), file, operation,
          "told of a patient why not, without a line: " + answer.text());
    }
  }

  private void see(boolean right, String file, Operation operation, String otherwise) {
    if (!right) {
      faults.add(file + ": " + operation.id() + " " + otherwise);
    }
  }

  /** But for those of the carrier, which tells SATUSEHAT meanwhile of what was done before. */
  private static final String LINES = """
      select id, staff, operation, deed, patient, purpose
        from (select id, staff, operation, deed, patient, purpose from access.audit_inbox
               union all
              select id, staff, operation, deed, patient, purpose from access.audit_entry) a
       where operation like 'pharmacy.%' and operation <> 'pharmacy.satusehat.report'
      """;

  private static long last() {
    return house.db().<Long>read(handle -> handle.createQuery("select coalesce(max(id), 0) from (" + LINES + ") a")
        .mapTo(Long.class).one());
  }

  private static List<Line> since(long id) {
    return house.db().read(handle -> handle.createQuery("select * from (" + LINES + ") a where id > :id order by id")
        .bind("id", id).map((row, _) -> new Line(row.getLong("staff"), row.getString("operation"), row.getString("deed"),
            row.getLong("patient"), row.getString("purpose"))).list());
  }

  private static Response facility(String username, String method, String path, String body) {
    var login = house.handler().handle(Request.json("POST", "/facility/v1/login",
        "{\"username\": \"" + username + "\", \"password\": \"jejak-fasilitas\"}"));
    return house.handler().handle(Request.of(method, "/facility/v1" + path, Headers.of("Authorization",
        "Bearer " + Json.read(login.bytes()).path("token").asString("")), Body.of(body)));
  }

  private static Response ask(String username, String method, String path, String body) {
    return facility(username, method, "/pharmacy" + path, body);
  }

  @Test
  void whatIsDoneInARoleThatWasTakenIsMarked() {
    var body = "{\"patient\": \"P02029542843\", \"substance\": \"91990001\", \"name\": \"Paracetamol\"}";
    assertEquals(403, ask("loket.rs", "POST", "/allergies", body).status());
    assertEquals(201, facility("loket.rs", "POST", "/break-glass",
        "{\"role\": \"doctor\", \"reason\": \"Pasien gawat, dokter jauh\"}").status());
    assertEquals(200, ask("loket.rs", "POST", "/allergies", body).status());
    assertEquals(List.of("DENIED false 0", "WRITE true 1001"), house.db().read(handle -> handle.createQuery("""
            select deed || ' ' || glass || ' ' || patient
              from (select id, staff, operation, deed, glass, patient from access.audit_inbox
                     union all
                    select id, staff, operation, deed, glass, patient from access.audit_entry) a
             where staff = 11 and operation = 'pharmacy.allergy.note'
             order by id
            """).mapTo(String.class).list()));
  }

  @Test
  void theLineNamesWhoIsLoggedInAndWhatFor() {
    long before = last();
    var written = ask("dokter.rs", "POST", "/prescriptions", """
        {"patient": "P02029542843", "lines": [{"kfa": "93990002", "name": "Paracetamol 500 mg Tablet (PANADIN)",
          "quantity": 10, "unit": "TAB", "signa": "3 dd 1"}]}""");
    assertEquals(200, written.status(), written::text);
    assertEquals(List.of(new Line(12, "pharmacy.prescription.write", "WRITE", 1001, "treatment")), since(before));
    var path = "/prescriptions/" + Json.read(written.bytes()).path("id").asString("");
    before = last();
    assertEquals(200, ask("dokter.rs", "GET", path, "").status());
    assertEquals(200, ask("asisten.rs", "GET", path, "").status());
    assertEquals(403, ask("gudang.rs", "GET", path, "").status());
    assertEquals(404, ask("apoteker.apotek", "GET", path, "").status(), "another facility's");
    assertEquals(List.of(new Line(12, "pharmacy.prescription.get", "READ", 1001, Purpose.TREATMENT.word()),
        new Line(13, "pharmacy.prescription.get", "READ", 1001, Purpose.DISPENSING.word()),
        new Line(15, "pharmacy.prescription.get", "DENIED", 0, Purpose.TREATMENT.word())), since(before));
    before = last();
    assertEquals(200, ask("dokter.rs", "POST", "/allergies",
        "{\"patient\": \"no number at all\", \"substance\": \"91990001\", \"name\": \"Paracetamol\"}").status());
    assertEquals(List.of(new Line(12, "pharmacy.allergy.note", "WRITE", 0, "treatment")), since(before));
  }
}
