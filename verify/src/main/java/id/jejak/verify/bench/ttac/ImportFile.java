package id.jejak.verify.bench.ttac;

import id.jejak.ttac.contract.TtacOperations;
import id.jejak.verify.bench.Line;
import id.jejak.verify.bench.Stage;
import java.util.List;

final class ImportFile {
  private final Stage stage;

  ImportFile(Stage stage, World world) {
    this.stage = stage;
  }

  List<Line> run() {
    if (TtacOperations.ALL.stream().noneMatch(one -> one.id().equals("ttac.barcode.import"))) {
      stage.progress("no operation imports files: not measured");
      return List.of();
    }
    return List.of();
  }
}
