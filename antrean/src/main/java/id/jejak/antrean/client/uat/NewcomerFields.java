package id.jejak.antrean.client.uat;

import id.jejak.antrean.contract.rs.RsMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of Pasien Baru in the order in which they are examined, with a made-up person in them. */
public final class NewcomerFields {
  /**
   * A field.
   *
   * @param value of the made-up person
   * @param empty what is said when it is empty
   * @param wrong what is said when it cannot be so; the same where nothing else is looked at
   */
  record Field(String name, String value, RsMessage empty, RsMessage wrong) {
    Field(String name, String value, RsMessage empty) {
      this(name, value, empty, empty);
    }
  }

  static final List<Field> IN_ORDER = List.of(
      new Field("nomorkartu", "", RsMessage.CARD_EMPTY, RsMessage.CARD_WRONG),
      new Field("nik", "", RsMessage.NIK_EMPTY, RsMessage.NIK_WRONG),
      new Field("nomorkk", "3212345678987654", RsMessage.FAMILY_CARD_EMPTY),
      new Field("nama", "PASIEN UJI COBA", RsMessage.NAME_EMPTY),
      new Field("jeniskelamin", "L", RsMessage.SEX_EMPTY),
      new Field("tanggallahir", "1985-03-01", RsMessage.BIRTH_EMPTY, RsMessage.BIRTH_WRONG),
      new Field("nohp", "085635228888", RsMessage.PHONE_EMPTY),
      new Field("alamat", "Jalan Uji Coba 1", RsMessage.ADDRESS_EMPTY),
      new Field("kodeprop", "11", RsMessage.PROVINCE_CODE_EMPTY),
      new Field("namaprop", "Jawa Barat", RsMessage.PROVINCE_EMPTY),
      new Field("kodedati2", "0120", RsMessage.REGENCY_CODE_EMPTY),
      new Field("namadati2", "Kab. Bandung", RsMessage.REGENCY_EMPTY),
      new Field("kodekec", "1319", RsMessage.DISTRICT_CODE_EMPTY),
      new Field("namakec", "Soreang", RsMessage.DISTRICT_EMPTY),
      new Field("kodekel", "D2105", RsMessage.VILLAGE_CODE_EMPTY),
      new Field("namakel", "Cingcin", RsMessage.VILLAGE_EMPTY),
      new Field("rw", "001", RsMessage.RW_EMPTY),
      new Field("rt", "013", RsMessage.RT_EMPTY));

  private NewcomerFields() {}

  /** The body of Pasien Baru for a made-up person. */
  public static Map<String, Object> body(String card, String nik) {
    var body = new LinkedHashMap<String, Object>();
    IN_ORDER.forEach(field -> body.put(field.name(), field.value()));
    body.put("nomorkartu", card);
    body.put("nik", nik);
    return body;
  }
}
