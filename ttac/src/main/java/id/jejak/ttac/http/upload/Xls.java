package id.jejak.ttac.http.upload;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.eventusermodel.EventWorkbookBuilder.SheetRecordCollectingListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.MissingRecordAwareHSSFListener;
import org.apache.poi.hssf.eventusermodel.dummyrecord.LastCellOfRowDummyRecord;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook in the format that the guide's dashboard takes (.xls, at most 65,536 rows), read as
 * a stream of records: never the whole sheet in memory.
 */
final class Xls implements Table {
  /** Bytes of a file; 65,536 full rows take a fraction of it. */
  static final long MOST = 64L * 1024 * 1024;

  @Override
  public void rows(Path file, Lines lines) throws IOException {
    if (Files.size(file) > MOST) {
      throw new UnreadableFile("the .xls file is larger than " + MOST / 1024 / 1024 + " MB: save it as .csv");
    }
    var sheet = new FirstSheet(lines);
    var formats = new FormatTrackingHSSFListener(new MissingRecordAwareHSSFListener(sheet));
    sheet.formats = formats;
    var request = new HSSFRequest();
    request.addListenerForAllRecords(new SheetRecordCollectingListener(formats));
    try (var store = new POIFSFileSystem(file.toFile(), true)) {
      new HSSFEventFactory().processWorkbookEvents(request, store);
    }
  }

  private static final class FirstSheet implements HSSFListener {
    private final Lines lines;
    private final Cells cells = new Cells();
    private @Nullable FormatTrackingHSSFListener formats;
    private @Nullable SSTRecord texts;
    private @Nullable FormulaRecord awaitsText;
    private boolean from1904;
    private int sheets;

    FirstSheet(Lines lines) {
      this.lines = lines;
    }

    @Override
    public void processRecord(Record record) {
      switch (record) {
        case BOFRecord begin -> sheets += begin.getType() == BOFRecord.TYPE_WORKSHEET ? 1 : 0;
        case SSTRecord shared -> texts = shared;
        case DateWindow1904Record window -> from1904 = window.getWindowing() != 0;
        default -> {
          if (sheets == 1) {
            cell(record);
          }
        }
      }
    }

    private void cell(Record record) {
      switch (record) {
        case LabelSSTRecord label when texts != null ->
            cells.put(label.getColumn(), texts.getString(label.getSSTIndex()).getString());
        case LabelRecord label -> cells.put(label.getColumn(), label.getValue());
        case NumberRecord number -> number(number, number.getValue());
        case FormulaRecord formula when formula.hasCachedResultString() -> awaitsText = formula;
        case FormulaRecord formula -> number(formula, formula.getValue());
        case StringRecord text when awaitsText != null -> {
          cells.put(awaitsText.getColumn(), text.getString());
          awaitsText = null;
        }
        case LastCellOfRowDummyRecord end -> cells.end(end.getRow() + 1L, lines);
        default -> { }
      }
    }

    private void number(CellValueRecordInterface cell, double value) {
      if (formats != null
          && DateUtil.isADateFormat(formats.getFormatIndex(cell), formats.getFormatString(cell))) {
        cells.put(cell.getColumn(), DateUtil.getLocalDateTime(value, from1904));
      } else {
        cells.put(cell.getColumn(), Double.isFinite(value)
            ? new BigDecimal(value).stripTrailingZeros().toPlainString() : "");
      }
    }
  }
}
