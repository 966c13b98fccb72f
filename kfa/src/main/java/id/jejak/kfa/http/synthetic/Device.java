package id.jejak.kfa.http.synthetic;

import java.util.List;

/**
 * A template of devices.
 *
 * @param rank its place by commonness, from 0
 * @param name kind and features
 * @param categories codes and names of group, sub-group, kind and kind with its first feature: 2, 4, 7 and 10 digits
 */
record Device(int rank, Kind kind, String name, List<Named> categories) {

  /** A code and what it is called. */
  record Named(String code, String name) {}

  /**
   * A kind of device.
   *
   * @param risk class from A, the least, to D
   * @param licence code of the group of its licence
   * @param price usual price of one, in rupiah
   */
  record Kind(String name, String unit, char risk, String licence, long price, List<List<String>> features) {
    /** What the licence's code stands for. */
    String licenceName() {
      return switch (licence) {
        case "ID" -> "Invitro Diagnostik";
        case "NENS" -> "Non Elektromedik Non Steril";
        case "NES" -> "Non Elektromedik Steril";
        case "ER" -> "Elektromedik Radiasi";
        case "ENR" -> "Elektromedik Non Radiasi";
        case "PKRT" -> "Perbekalan Kesehatan Rumah Tangga";
        default -> throw new IllegalStateException("no licence group " + licence);
      };
    }

    boolean household() {
      return licence.equals("PKRT");
    }

    /** Used up in one go, in the dictionary's word BMHP. */
    boolean consumable() {
      return !licence.startsWith("E") && !unit.equals("Unit");
    }
  }
}
