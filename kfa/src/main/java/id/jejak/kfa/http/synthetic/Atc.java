package id.jejak.kfa.http.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The few nodes of the anatomical therapeutic chemical classification that the ministry's own document prints. The
 * classification itself belongs to the WHO Collaborating Centre and is not shipped; {@link AtcFile} reads a user's own
 * copy.
 */
final class Atc {
  private static final int LEVELS = 5;

  /** A node as the document prints it; the level is the place of the code's length. */
  record Node(String code, String name, String parent, Optional<String> schedule) {
    int level() {
      return AtcFile.level(code);
    }
  }

  /** Printed for product 93015993 and in the sample of the metadata, and L in the sample of its products. */
  static final List<Node> PRINTED = List.of(
      new Node("A", "ALIMENTARY TRACT AND METABOLISM", "", Optional.of("3013")),
      new Node("J", "ANTIINFECTIVES FOR SYSTEMIC USE", "", Optional.empty()),
      new Node("J05", "ANTIVIRALS FOR SYSTEMIC USE", "J", Optional.empty()),
      new Node("J05A", "DIRECT ACTING ANTIVIRALS", "J05", Optional.empty()),
      new Node("J05AF", "Nucleoside and nucleotide reverse transcriptase inhibitors", "J05A", Optional.empty()),
      new Node("J05AF06", "Abacavir", "J05AF", Optional.empty()),
      new Node("L", "ANTINEOPLASTIC AND IMMUNOMODULATING AGENTS", "", Optional.empty()));
  private static final List<String> ABACAVIR = List.of("J", "J05", "J05A", "J05AF", "J05AF06");
  private static final String DOSE = "0.6 g - O";

  private Atc() {}

  private static Node node(String code) {
    return PRINTED.stream().filter(node -> node.code().equals(code)).findFirst()
        .orElseThrow(() -> new IllegalStateException("no document prints the ATC node " + code));
  }

  /** Adds the six members to a product's row. */
  static void put(ObjectNode row, Optional<Medicine> medicine, Dirt dirt) {
    var codes = medicine.map(Atc::codes).orElse(List.of());
    var dose = row.putObject("atc_ddd");
    if (codes.size() == LEVELS) {
      dose.put("name", DOSE);
    } else {
      dose.putNull("name");
    }
    for (int level = 1; level <= LEVELS; level++) {
      var node = row.putObject("atc_l" + level);
      if (level <= codes.size()) {
        var printed = node(codes.get(level - 1));
        node.put("name", printed.name()).put("code", printed.code()).put("level", Integer.toString(level));
        node.set("parent_code", printed.parent().isEmpty() ? Pieces.nothing(dirt)
            : tools.jackson.databind.node.StringNode.valueOf(printed.parent()));
      } else {
        for (var member : List.of("name", "code", "level", "parent_code")) {
          node.set(member, Pieces.nothing(dirt));
        }
      }
      node.putNull("comment");
    }
  }

  /** Its nodes from the top; none for what is put on skin, eye or ear, for these stand elsewhere. */
  private static List<String> codes(Medicine medicine) {
    boolean alone = medicine.substances().size() == 1;
    if (alone && medicine.substances().getFirst().base().equals("Abacavir")) {
      return ABACAVIR;
    }
    return medicine.form().systemic() ? medicine.use().atc() : List.of();
  }

  /** Rows of the classification itself; the last says nothing at all, as one does in the document's sample. */
  static List<ObjectNode> rows(Dirt dirt) {
    var rows = new ArrayList<ObjectNode>();
    for (var node : PRINTED) {
      rows.add(AtcFile.row(node.code(), node.name(), node.schedule().orElse(null), node.parent().isEmpty() ? null
          : node(node.parent()).name()));
    }
    if (dirt == Dirt.USUAL) {
      var empty = Pieces.object().put("code", false).put("name", false).put("level", false);
      empty.putNull("schedule_code").putNull("parent");
      rows.add(empty);
    }
    return rows;
  }
}
