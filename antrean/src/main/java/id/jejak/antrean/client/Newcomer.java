package id.jejak.antrean.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is to be registered. Prints nothing of the patient.
 *
 * @param sex L or P
 * @param place where the patient lives, in BPJS's codes
 */
public record Newcomer(String card, String nik, String familyCard, String name, String sex, LocalDate born,
    String phone, String address, Place place) {
  /** A place down to the neighbourhood. */
  public record Place(String provinceCode, String province, String regencyCode, String regency, String districtCode,
      String district, String villageCode, String village, String rw, String rt) {
    @Override
    public String toString() {
      return "Place[***]";
    }
  }

  /** With the day of birth under the names of both generations of the document. */
  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("nomorkartu", card);
    body.put("nik", nik);
    body.put("nomorkk", familyCard);
    body.put("nama", name);
    body.put("jeniskelamin", sex);
    body.put("tanggallahir", born.toString());
    body.put("tanggalahir", born.toString());
    body.put("nohp", phone);
    body.put("alamat", address);
    body.put("kodeprop", place.provinceCode());
    body.put("namaprop", place.province());
    body.put("kodedati2", place.regencyCode());
    body.put("namadati2", place.regency());
    body.put("kodekec", place.districtCode());
    body.put("namakec", place.district());
    body.put("kodekel", place.villageCode());
    body.put("namakel", place.village());
    body.put("rw", place.rw());
    body.put("rt", place.rt());
    return body;
  }

  @Override
  public String toString() {
    return "Newcomer[***]";
  }
}
