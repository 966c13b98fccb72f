package id.jejak.ttac.http;

import id.jejak.kernel.http.Request;
import id.jejak.kernel.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;

/** Empty files to fill in for an import: the columns and nothing else. */
final class Templates {
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int COLUMN_WIDTH = 24;

  private Templates() {}

  static Response csv(Request request) {
    return named(Response.of(200, "text/csv; charset=utf-8", String.join(",", ImportRows.COLUMNS) + "\r\n"),
        "csv");
  }

  static Response xlsx(Request request) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Jejak", null)) {
      var sheet = book.newWorksheet("barcode");
      for (int i = 0; i < ImportRows.COLUMNS.size(); i++) {
        sheet.value(0, i, ImportRows.COLUMNS.get(i));
        sheet.style(0, i).bold().set();
        sheet.width(i, COLUMN_WIDTH);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot refuse bytes", e);
    }
    return named(Response.of(200, XLSX, bytes.toByteArray()), "xlsx");
  }

  private static Response named(Response response, String extension) {
    return response.with("Content-Disposition", "attachment; filename=\"ttac-import." + extension + "\"");
  }
}
