package id.jejak.app.web.ttac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jejak.app.web.ground.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.Java2DRenderer;

class ListsTest {
  private static Optional<Upload> file(String name, byte[] bytes) {
    return Optional.of(new Upload(name, bytes));
  }

  @Test
  void whatIsTypedAndTheFirstColumnOfAFileMakeOneList() {
    assertEquals(List.of("A1", "B2", "C3"), Lists.read(" A1 \n\nB2\nA1",
        file("daftar.csv", "barcode;nie\nC3;X\n".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aWorkbookOfTheOlderKindIsRead() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new HSSFWorkbook()) {
      var sheet = book.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("Barcode");
      sheet.createRow(1).createCell(0).setCellValue("TSR-1");
      sheet.createRow(3).createCell(0).setCellValue(123456789.0);
      book.write(out);
    }
    assertEquals(List.of("TSR-1", "123456789"), Lists.read("", file("daftar.xls", out.toByteArray())));
    assertThrows(Lists.Unfit.class, () -> Lists.read("", file("daftar.xls",
        java.util.Arrays.copyOf(out.toByteArray(), 600))));
  }

  @Test
  void aPhotographIsReadForItsCodes() throws IOException {
    var symbol = new DataMatrix();
    symbol.setContent("90DBL1234567890A1-17351231-21SN0001");
    var image = new java.awt.image.BufferedImage(400, 400, java.awt.image.BufferedImage.TYPE_INT_RGB);
    var paper = image.createGraphics();
    paper.setColor(java.awt.Color.WHITE);
    paper.fillRect(0, 0, 400, 400);
    paper.translate(60, 60);
    new Java2DRenderer(paper, 8, Color.WHITE, Color.BLACK).render(symbol);
    paper.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    assertEquals(List.of("90DBL1234567890A1-17351231-21SN0001"), Lists.read("", file("foto.png", out.toByteArray())));
    assertTrue(Pictures.read("no picture".getBytes(StandardCharsets.UTF_8)).isEmpty());
    assertTrue(Pictures.read(java.util.Arrays.copyOf(out.toByteArray(), 60)).isEmpty());
  }
}
