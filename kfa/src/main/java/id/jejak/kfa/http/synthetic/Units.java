package id.jejak.kfa.http.synthetic;

/** Units of strength as the dictionary names them beside their UCUM codes. Stateless. */
final class Units {
  private Units() {}

  /** Code of the unit in which a medicine is measured: millilitres for what is injected or inhaled. */
  static String code(Medicine medicine) {
    var packing = medicine.form().packing();
    boolean measured = !medicine.strength().per().isEmpty() && (packing == Form.Packing.AMPOULE
        || packing == Form.Packing.INFUSION || packing == Form.Packing.VIAL);
    return measured ? "mL" : switch (medicine.strength().amounts().getFirst().unit()) {
      case "mcg" -> "ug";
      case "IU" -> "[IU]";
      case "Lf" -> "[Lf]";
      case String unit -> unit;
    };
  }

  /** What a code is called. */
  static String name(String code) {
    return switch (code) {
      case "mg" -> "milligram";
      case "ug" -> "mikrogram";
      case "g" -> "gram";
      case "mL" -> "milliliter";
      case "%" -> "persen";
      case "[IU]" -> "internasional unit";
      case "[Lf]" -> "limit of flocculation";
      case String other -> other;
    };
  }
}
