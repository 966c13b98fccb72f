package id.jejak.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.kernel.http.Body;
import id.jejak.kernel.http.Headers;
import id.jejak.kernel.http.Request;
import id.jejak.kernel.json.Json;
import id.jejak.ttac.contract.TtacOperations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files become packs: whole or not at all, and every rejected row is named. */
class ImportTest {
  private static final int MAKER = 789;
  private static final String HEADER = "barcode,level,parent,nie,batch_no,exp_date,status\n";

  private static TestTtac ttac;

  @BeforeAll
  static void start() {
    ttac = new TestTtac();
  }

  @AfterAll
  static void stop() {
    ttac.close();
  }

  @BeforeEach
  void fresh() {
    ttac.reset();
  }

  private static JsonNode load(byte[] file) {
    return Json.read(ttac.raw(Request.of("POST", "/api/v3/barcode/import?file=packs&token=" + ttac.token(MAKER),
        Headers.of("Content-Type", "application/octet-stream"), Body.of(file))).bytes());
  }

  private static JsonNode load(String file) {
    return load(file.getBytes(StandardCharsets.UTF_8));
  }

  private static String send(String... barcodes) {
    return ttac.code(MAKER, TtacOperations.SEND, Map.of("id_sarana_tujuan", 284, "barcode", List.of(barcodes)));
  }

  private static void applied(JsonNode answer, int rows) {
    assertEquals("E000", answer.path("statusCode").asString(), answer.toString());
    assertEquals(rows, answer.path("data").path("rows").asInt());
    assertEquals(rows, answer.path("data").path("registered").asInt());
    assertEquals(List.of(), Recount.differences(ttac.db));
  }

  /** Each problem as {@code row column: reason}. */
  private static List<String> problems(JsonNode answer) {
    assertEquals("E990", answer.path("statusCode").asString(), answer.toString());
    assertEquals(0, answer.path("data").path("registered").asInt());
    return answer.path("data").path("problems").valueStream().map(one -> one.path("row").asInt() + " "
        + one.path("column").asString() + ": " + one.path("reason").asString()).toList();
  }

  private static long packs() {
    return ttac.db.read(handle -> handle.createQuery("select count(*) from ttac.pack").mapTo(long.class).one());
  }

  @Test
  void commasHoldersAfterTheirContentsAndStatuses() {
    applied(load(HEADER + """
        P1,primer,S1,NIE1,B1,2030-01-31,active
        P2,primer,S1,NIE1,B1,2030-01-31,
        S1,sekunder,T1,,,,
        T1,tersier,,,,,
        P3,primer,,NIE1,B2,2031-01-31,registered
        "90NIE1\u001d10B1\u001d1730013121SN1",primer,T1,NIE1,B1,2030-01-31,active
        """), 6);
    assertEquals("E015", send("P3"));
    assertEquals("E000", send("T1"));
    var pending = ttac.call(284, TtacOperations.PENDING, Map.of()).path("data").path("items").path(0);
    assertEquals(3, pending.path("jumlah_primer").asInt());
  }

  @Test
  void semicolonsByteOrderMarkOtherOrderAndOtherNames() {
    applied(load("\ufeffExp Date;BATCH_NO;nie;barcode_level;id_kemasan;lot_no;Barcode;catatan\r\n"
        + "2030-01-31;B1;NIE1;Primer;K1;L1;P1;x\r\n\r\n2030-01-31;B1;NIE1;PRIMER;;;P2\r\n"), 2);
    assertEquals("E000", send("P1", "P2"));
  }

  @Test
  void aWorkbookOfToday() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", null)) {
      var sheet = book.newWorksheet("packs");
      var names = List.of("barcode", "level", "nie", "batch_no", "exp_date", "parent");
      for (int i = 0; i < names.size(); i++) {
        sheet.value(0, i, names.get(i));
      }
      sheet.value(1, 0, "S1");
      sheet.value(1, 1, "sekunder");
      sheet.value(3, 0, 8_991_234_567_890L);
      sheet.value(3, 1, "primer");
      sheet.value(3, 2, "NIE1");
      sheet.value(3, 3, 42);
      sheet.value(3, 4, LocalDate.of(2030, 1, 31));
      sheet.style(3, 4).format("yyyy-mm-dd").set();
      sheet.value(3, 5, "S1");
      sheet.value(4, 0, "90NIE1_x001D_1042_x001D_1730013121SN1");
      sheet.value(4, 1, "primer");
      sheet.value(4, 2, "NIE1");
      sheet.value(4, 3, "42");
      sheet.value(4, 4, "2030-01-31");
    }
    applied(load(bytes.toByteArray()), 3);
    assertEquals("E000", send("8991234567890"));
    assertEquals("E000", send("(90)NIE1(10)42(17)300131(21)SN1"));
  }

  @Test
  void aWorkbookOfTheGuidesDashboard() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var book = new HSSFWorkbook()) {
      var sheet = book.createSheet();
      book.createSheet("other").createRow(0).createCell(0).setCellValue("not read");
      var date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      var header = sheet.createRow(0);
      var names = List.of("barcode", "level", "nie", "batch_no", "exp_date");
      for (int i = 0; i < names.size(); i++) {
        header.createCell(i).setCellValue(names.get(i));
      }
      for (int r = 1; r <= 300; r++) {
        var row = sheet.createRow(r);
        row.createCell(0).setCellValue("P" + r);
        row.createCell(1).setCellValue("primer");
        row.createCell(2).setCellValue("NIE1");
        row.createCell(3).setCellValue(7);
        row.createCell(4).setCellValue(LocalDate.of(2030, 1, 31));
        row.getCell(4).setCellStyle(date);
      }
      sheet.getRow(300).getCell(0).setCellFormula("\"P\"&300");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      book.write(bytes);
    }
    applied(load(bytes.toByteArray()), 300);
    assertEquals("E000", send("P1", "P300"));
  }

  @Test
  void everyRejectedRowIsNamedAndNothingIsDone() {
    ttac.seed(284, "NIE9", "B9", "FOREIGN:sekunder", "TAKEN:primer");
    ttac.seed(MAKER, "NIE9", "B9", "MINE:sekunder", "GONE:sekunder", "INGONE:primer:GONE", "LOOSE:primer");
    assertEquals("E000", send("GONE"));
    long before = packs();
    var answer = load(HEADER + """
        P1,primer,,NIE1,B1,2030-01-31,
        P1,primer,,NIE1,B1,2030-01-31,
        TAKEN,primer,,NIE1,B1,2030-01-31,
        P4,box,,NIE1,B1,2030-01-31,
        P5,primer,,NIE1,B1,31-01-2030,
        P6,primer,NOWHERE,NIE1,B1,2030-01-31,
        P7,primer,FOREIGN,NIE1,B1,2030-01-31,
        P8,primer,GONE,NIE1,B1,2030-01-31,
        P9,primer,LOOSE,NIE1,B1,2030-01-31,
        P10,primer,MINE,NIE1,B1,2031-01-31,
        ,primer,,NIE1,B1,2030-01-31,
        P12,primer,,,B1,2030-01-31,sold
        S13,sekunder,MINE,,,,
        T14,tersier,T14,,,,
        %s,primer,,NIE1,B1,2030-01-31,
        P16,primer,MINE,NIE1,B1,2030-01-31,
        """.formatted("X".repeat(201)));
    assertEquals(List.of(
        "3 barcode: stands in row 2 already",
        "4 barcode: is known already",
        "5 level: must be primer, sekunder or tersier",
        "6 exp_date: must be a date as yyyy-mm-dd",
        "7 parent: is no holder of this file, and not known",
        "8 parent: is not held by you, or is on its way",
        "9 parent: is not held by you, or is on its way",
        "10 parent: is not of a higher level",
        "11 exp_date: row 2 gives the same batch the date 2030-01-31",
        "12 barcode: is missing",
        "13 status: must be active, registered, sample or reject",
        "13 nie: is missing, and a primer needs it",
        "14 parent: is not of a higher level",
        "15 parent: a tersier is inside nothing",
        "15 parent: is not of a higher level",
        "16 barcode: is longer than 200 characters"), problems(answer));
    assertEquals("Parameter error. The file contains 14 rejected rows.", answer.path("message").asString());
    assertEquals(14, answer.path("data").path("rejected").asInt());
    assertEquals(16, answer.path("data").path("problem_count").asInt());
    assertEquals(16, answer.path("data").path("rows").asInt());
    assertEquals(before, packs());
    assertEquals(List.of(), Recount.differences(ttac.db));
  }

  @Test
  void duplicatesAloneAreFoundByTheInsertAndUndone() {
    long before = packs();
    assertEquals(List.of("4 barcode: stands in row 2 already"), problems(load(HEADER + """
        P1,primer,,NIE1,B1,2030-01-31,
        P2,primer,,NIE1,B1,2030-01-31,
        P1,primer,,NIE1,B1,2030-01-31,
        """)));
    assertEquals(before, packs());
    assertEquals("E013", send("P2"));
  }

  @Test
  void knownHoldersAreFilled() {
    ttac.seed(MAKER, "NIE9", "B9", "T1:tersier", "S1:sekunder:T1");
    applied(load(HEADER + "P1,primer,S1,NIE1,B1,2030-01-31,\nP2,primer,T1,NIE1,B1,2030-01-31,sample\n"), 2);
    assertEquals("E000", send("T1"));
  }

  @Test
  void filesThatAreNoTablesAreRefusedWithAReason() {
    assertEquals(List.of("1 : the file is empty"), problems(load("")));
    assertEquals(List.of("1 : the file is empty"), problems(load("\n \n")));
    assertEquals(List.of("1 : the first row must name the columns; missing: level, nie, batch_no, exp_date"),
        problems(load("barcode\nP1\n")));
    assertEquals(List.of("1 : the column level is there twice"),
        problems(load("barcode,level,barcode_level,nie,batch_no,exp_date\n")));
    assertEquals(List.of("1 : the file is damaged, or not what its first bytes say it is"),
        problems(load("PK\u0003\u0004 no workbook")));
    assertEquals(List.of("1 : the file is damaged, or not what its first bytes say it is"),
        problems(load(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 1, 2, 3})));
    assertEquals(1, problems(load(HEADER + "\"" + "x\n".repeat(100_000))).size());
  }

  @Test
  void onlyTheFirstThousandProblemsAreNamedAndAllAreCounted() {
    var file = new StringBuilder(HEADER);
    for (int i = 0; i < 1_500; i++) {
      file.append("P").append(i).append(",box,,,,,\n");
    }
    var answer = load(file.toString());
    assertEquals(1_000, problems(answer).size());
    assertEquals(1_500, answer.path("data").path("problem_count").asInt());
    assertEquals(1_500, answer.path("data").path("rejected").asInt());
  }

  @Test
  void aBigFileIsWrittenInChunksOfEvents() {
    applied(load(big(50_000)), 50_000 + 500 + 5);
    assertEquals(List.of(5, 500, 10_000, 10_000, 10_000, 10_000, 10_000), ttac.db.read(handle -> handle
        .createQuery("select cardinality(packs) from ttac.event where request <> 'demo' order by id")
        .mapTo(int.class).list()));
    assertEquals("E000", send("T0"));
    assertEquals(10_000, ttac.call(284, TtacOperations.PENDING, Map.of()).path("data").path("items").path(0)
        .path("jumlah_primer").asInt());
  }

  /** A file that goes straight in leaves what the same file leaves that had to be judged. */
  @Test
  void aPlainFileAndAJudgedOneLeaveTheSame() {
    var file = big(1_000);
    applied(load(file), 1_000 + 10 + 1);
    var plain = rows();
    ttac.reset();
    ttac.seed(MAKER, "NIE9", "B9", "OUT:sekunder");
    applied(load(file + "P1,primer,OUT,NIE1,B1,2030-01-31,\n"), 1_000 + 10 + 1 + 1);
    var judged = rows();
    judged.removeIf(row -> row.startsWith("P1 ") || row.startsWith("OUT "));
    assertEquals(plain, judged);
  }

  private static List<String> rows() {
    return new java.util.ArrayList<>(ttac.db.read(handle -> handle.createQuery("""
            select concat_ws(' ', p.key, p.barcode, p.level, p.status, l.nie, l.batch_no, l.exp_date, h.key, p.path,
                   p.received, cardinality(p.trail), p.joined = p.trail[1], h.trail[1] < p.trail[1], e.kind, e.sarana,
                   p.id = any(e.packs), c.primers)
              from ttac.pack p
              join ttac.event e on e.id = p.trail[1]
              left join ttac.lot l on l.id = p.lot
              left join ttac.pack h on h.id = p.parent
              left join ttac.content c on c.parent = p.id
             where e.request <> 'demo'
             order by p.key
            """).mapTo(String.class).list()));
  }

  /** Packs in hundreds in sekunder, those in hundreds in tersier; children come before their holders. */
  private static String big(int primers) {
    var file = new StringBuilder(HEADER);
    for (int i = 0; i < primers; i++) {
      file.append("90GKL1222251043A1\u001d10B7\u001d1730013121SN").append(i).append(",primer,S").append(i / 100)
          .append(",GKL1222251043A1,B7,2030-01-31,active\n");
      if (i % 100 == 0) {
        file.append("S").append(i / 100).append(",sekunder,T").append(i / 10_000).append(",,,,\n");
      }
      if (i % 10_000 == 0) {
        file.append("T").append(i / 10_000).append(",tersier,,,,,\n");
      }
    }
    return file.toString();
  }

  @Test
  void theSameFileTwiceAtOnceIsImportedOnce() throws Exception {
    var file = big(2_000);
    ttac.token(MAKER);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var codes = threads.invokeAll(java.util.Collections.nCopies(4,
          (Callable<String>) () -> load(file).path("statusCode").asString()));
      int done = 0;
      for (var code : codes) {
        done += code.get().equals("E000") ? 1 : 0;
      }
      assertEquals(1, done);
    }
    assertEquals(List.of(), Recount.differences(ttac.db));
  }

  private static JsonNode form(String... parts) {
    var body = new StringBuilder();
    for (int i = 0; i < parts.length; i += 2) {
      body.append("--xyz\r\nContent-Disposition: form-data; ").append(parts[i]).append("\r\n\r\n").append(parts[i + 1])
          .append("\r\n");
    }
    return Json.read(ttac.raw(Request.of("POST", "/dev/public/api/v3/barcode/import",
        Headers.of("Content-Type", "multipart/form-data; boundary=xyz"), Body.of(body + "--xyz--\r\n"))).bytes());
  }

  @Test
  void aFormCarriesTheTokenInFrontOfTheFile() {
    // Line ends and hyphens that look like the boundary, but are not.
    var file = HEADER + "P\r\n".strip() + "1,primer,,NIE1,B1,2030-01-31,\r\n\r\r\n--xy,primer,,NIE1,B1,2030-01-31,\r\n-";
    var answer = form("name=\"token\"", ttac.token(MAKER), "name=\"file\"; filename=\"C:\\data\\packs.csv\"",
        file.substring(0, file.length() - 1));
    applied(answer, 2);
    assertEquals("packs.csv", answer.path("data").path("file").asString());
    assertEquals("E000", send("P1", "--xy"));
  }

  @Test
  void strangersAndEmptyFormsAreRefused() {
    assertEquals("Parameter error. The token field is required.",
        form("name=\"file\"; filename=\"a.csv\"", HEADER).path("message").asString());
    assertEquals("E003", form("name=\"token\"", "nonsense", "name=\"file\"; filename=\"a.csv\"", HEADER)
        .path("statusCode").asString());
    assertEquals("Parameter error. The file field is required.",
        form("name=\"token\"", ttac.token(MAKER)).path("message").asString());
    var cut = Json.read(ttac.raw(Request.of("POST", "/api/v3/barcode/import?token=" + ttac.token(MAKER),
        Headers.of("Content-Type", "multipart/form-data; boundary=xyz"),
        Body.of("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nbarcode"))).bytes());
    assertEquals("Parameter error. The file could not be read.", cut.path("message").asString());
  }

  @Test
  void aTemplateFilledInIsImported() throws IOException {
    var csv = ttac.raw(Request.get("/api/v3/barcode/import/template.csv"));
    assertTrue(csv.header("Content-Disposition").orElse("").contains("ttac-import.csv"));
    applied(load(csv.text() + "P1,primer,,NIE1,B1,2030-01-31,active,L1,K1\r\n"), 1);
    var xlsx = ttac.raw(Request.get("/api/v3/barcode/import/template.xlsx")).bytes();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      assertEquals(List.of(csv.text().strip().split(",")),
          book.getFirstSheet().read().getFirst().stream().map(cell -> cell.getText()).toList());
    }
  }
}
