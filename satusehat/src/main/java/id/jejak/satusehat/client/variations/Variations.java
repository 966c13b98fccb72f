package id.jejak.satusehat.client.variations;

import id.jejak.satusehat.client.care.Code;
import id.jejak.satusehat.client.care.Dosage;
import id.jejak.satusehat.client.care.Dosage.When;
import id.jejak.satusehat.client.care.Form;
import id.jejak.satusehat.client.care.Medicine;
import id.jejak.satusehat.client.care.Prescribed;
import id.jejak.satusehat.client.care.Quantity;
import id.jejak.satusehat.client.care.Route;
import id.jejak.satusehat.client.care.Unit;
import id.jejak.satusehat.client.variations.Variation.Handover;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The document's list, in its order, with products of KFA that exist. Compounds are prescribed as substances (91) when
 * each unit holds the dose, as products (93) when the whole is divided; what is handed over is always a product (93).
 */
public final class Variations {
  private static final LocalDate EXPIRES = LocalDate.of(2028, 6, 30);

  private Variations() {}

  /**
   * All twelve.
   *
   * @param now when they are written; the tapering dose counts its days from here
   */
  public static List<Variation> all(Instant now) {
    return List.of(ointment(), onceAtNight(), capsules(), divided(), powders(), insulin(), tapering(now), single(),
        eyeDrops(), vaginal(), suppository(), syrup());
  }

  private static Variation ointment() {
    var each = Quantity.of(1, Unit.GRAM);
    var whole = Quantity.of(10, Unit.GRAM);
    return Variation.of("salep-dtd", "Obat racikan salep d.t.d",
        Prescribed.of(Medicine.dtd(Form.CREAM)
                .with("91000325", "Permethrin", Quantity.of(25, Unit.MILLIGRAM), each)
                .with("91000154", "Chloramphenicol", Quantity.of(20, Unit.MILLIGRAM), each),
            Quantity.of(1, Unit.POT), 7,
            Dosage.of(1, Unit.SCOOP).times(1).upTo(3).aDay().by(Route.OINTMENT)
                .warning("420162004", "To be spread thinly").saying("Dioleskan tipis-tipis 1-3 kali sehari")),
        new Handover(Medicine.dtd(Form.CREAM)
            .with("93006729", "Permethrin 5% Krim (NUSCAB, 30 g)", Quantity.of(5, Unit.GRAM), whole)
            .with("93000726", "Chloramphenicol 500 mg Kapsul (CHLORAMEX)", Quantity.of("0.4", Unit.CAPSULE), whole)
            .lot("RCK-01", EXPIRES), Quantity.of(1, Unit.POT), 48_000));
  }

  private static Variation onceAtNight() {
    var cream = Medicine.product("93006729", "Permethrin 5% Krim (NUSCAB, 30 g)", Form.CREAM)
        .with("91000325", "Permethrin", Quantity.of(50, Unit.MILLIGRAM), Quantity.of(1, Unit.GRAM));
    return Variation.of("luar-sekali-pakai", "Obat luar sekali pakai, dipakai malam hari",
        Prescribed.of(cream, Quantity.of(30, Unit.GRAM), 1,
            Dosage.of(1, Unit.OINTMENT).times(1).aDay().once().when(When.NIGHT).by(Route.OINTMENT)
                .saying("Dioleskan ke seluruh tubuh sekali saja pada malam hari, dibilas pagi hari")),
        new Handover(cream.lot("NSC-2607", EXPIRES), Quantity.of(30, Unit.GRAM), 92_500));
  }

  private static Variation capsules() {
    var each = Quantity.of(1, Unit.CAPSULE);
    var whole = Quantity.of(30, Unit.CAPSULE);
    return Variation.of("racikan-dtd", "Obat racikan dengan peresepan d.t.d",
        Prescribed.of(Medicine.dtd(Form.CAPSULE)
                .with("91000150", "Methylprednisolone", Quantity.of(4, Unit.MILLIGRAM), each)
                .with("91000107", "Ibuprofen", Quantity.of(100, Unit.MILLIGRAM), each),
            Quantity.of(30, Unit.CAPSULE), 10,
            Dosage.of(1, Unit.CAPSULE).times(3).aDay().when(When.AFTER_MEALS).by(Route.ORAL)
                .warning("311504000", "With or after food").saying("3 kali sehari 1 kapsul sesudah makan")),
        new Handover(Medicine.dtd(Form.CAPSULE)
            .with("93000149", "Methylprednisolone 8 mg Tablet (DEXA MEDICA)", Quantity.of(15, Unit.TABLET), whole)
            .with("93009103", "Ibuprofen 200 mg Tablet Salut Selaput (LEXAPROFEN 200)",
                Quantity.of(15, Unit.TABLET), whole)
            .lot("RCK-03", EXPIRES), Quantity.of(30, Unit.CAPSULE), 75_000));
  }

  private static Variation divided() {
    var whole = Quantity.of(30, Unit.CAPSULE);
    var mixed = Medicine.divided(Form.CAPSULE)
        .with("93002313", "Paracetamol 500 mg Tablet (PAMOL)", Quantity.of(15, Unit.TABLET), whole)
        .with("93000149", "Methylprednisolone 8 mg Tablet (DEXA MEDICA)", Quantity.of(10, Unit.TABLET), whole);
    return Variation.of("racikan-non-dtd", "Obat racikan non-d.t.d dimasukkan dalam kapsul",
        Prescribed.of(mixed, Quantity.of(30, Unit.CAPSULE), 10,
            Dosage.of(1, Unit.CAPSULE).times(3).aDay().by(Route.ORAL)
                .warning("418693002", "Swallowed whole, not chewed").saying("3 kali sehari 1 kapsul")),
        new Handover(mixed.lot("RCK-04A", EXPIRES), Quantity.of(10, Unit.CAPSULE), 21_000),
        new Handover(mixed.lot("RCK-04B", EXPIRES), Quantity.of(20, Unit.CAPSULE), 42_000));
  }

  private static Variation powders() {
    var each = Quantity.of(1, Unit.POWDER);
    var whole = Quantity.of(12, Unit.POWDER);
    return Variation.of("pulveres", "Obat racikan d.t.d dalam bentuk pulveres",
        Prescribed.of(Medicine.dtd(Form.ORAL_POWDER)
                .with("91000101", "Paracetamol", Quantity.of(125, Unit.MILLIGRAM), each)
                .with("91000861", "Chlorphenamine Maleate", Quantity.of(1, Unit.MILLIGRAM), each),
            Quantity.of(12, Unit.POWDER), 4,
            Dosage.of(1, Unit.POWDER).times(3).aDay().by(Route.ORAL).saying("3 kali sehari 1 bungkus")),
        new Handover(Medicine.dtd(Form.ORAL_POWDER)
            .with("93006334", "Paracetamol 500 mg Tablet (INDOFARMA)", Quantity.of(3, Unit.TABLET), whole)
            .with("93005220", "Chlorphenamine Maleate 4 mg Tablet", Quantity.of(3, Unit.TABLET), whole)
            .lot("RCK-05", EXPIRES), Quantity.of(12, Unit.POWDER), 30_000));
  }

  private static Variation insulin() {
    var pen = Medicine.product("93001149", "Insulin Human Analog (Rapid Acting) 100 IU/mL Injeksi (APIDRA, 3 mL)",
            Form.INJECTION)
        .with("91000185", "Insulin, Regular, Human", Quantity.of(300, Unit.INTERNATIONAL),
            Quantity.of(1, Unit.SYRINGE));
    return Variation.of("insulin", "Obat insulin short acting disuntik sebelum makan",
        Prescribed.of(pen, Quantity.of(2, Unit.SYRINGE), 30,
            Dosage.of(6, Unit.INTERNATIONAL).times(3).aDay().when(When.BEFORE_MEALS).minutes(15)
                .by(Route.SUBCUTANEOUS).saying("3 kali sehari 6 unit disuntikkan 15 menit sebelum makan"))
            .repeated(1),
        new Handover(pen.lot("APD-11", EXPIRES), Quantity.of(2, Unit.SYRINGE), 240_000),
        new Handover(pen.lot("APD-12", EXPIRES), Quantity.of(2, Unit.SYRINGE), 240_000));
  }

  private static Variation tapering(Instant now) {
    var tablet = Medicine.product("93001348", "Prednisone 5 mg Tablet (HOLI PHARMA)", Form.TABLET)
        .with("91000294", "Prednisone", Quantity.of(5, Unit.MILLIGRAM), Quantity.of(1, Unit.TABLET));
    return Variation.of("tapering", "Obat steroid dengan dosis tapering down",
        Prescribed.of(tablet, Quantity.of(49, Unit.TABLET), 21, week(now, 0, 4), week(now, 1, 2), week(now, 2, 1)),
        new Handover(tablet.lot("PRD-07", EXPIRES), Quantity.of(49, Unit.TABLET), 24_500));
  }

  private static Dosage week(Instant now, int which, int tablets) {
    var from = now.plus(Duration.ofDays(7L * which));
    return Dosage.of(tablets, Unit.TABLET).times(1).aDay().between(from, from.plus(Duration.ofDays(7)))
        .by(Route.ORAL).warning("421769005", "Follow directions")
        .saying("minggu ke-" + (which + 1) + ": " + tablets + " tablet sekali sehari");
  }

  private static Variation single() {
    var tablet = Medicine.product("93003600", "Azithromycin 500 mg Tablet Salut Selaput (ZITHRAX)", Form.COATED_TABLET)
        .with("91000235", "Azithromycin", Quantity.of(500, Unit.MILLIGRAM), Quantity.of(1, Unit.TABLET));
    return Variation.of("single-dose", "Obat single dose",
        Prescribed.of(tablet, Quantity.of(2, Unit.TABLET), 1,
            Dosage.of(2, Unit.TABLET).once().by(Route.ORAL).saying("2 tablet diminum sekaligus, sekali saja")),
        new Handover(tablet.lot("ZTX-21", EXPIRES), Quantity.of(2, Unit.TABLET), 36_000));
  }

  private static Variation eyeDrops() {
    var drops = Medicine.product("93000299", "Latanoprost 0,005% Tetes Mata (FERRON PAR PHARMACEUTICALS)",
            Form.EYE_DROPS)
        .with("91000197", "Latanoprost", Quantity.of(50, Unit.MICROGRAM), Quantity.of(1, Unit.MILLILITRE));
    return Variation.of("tetes-mata", "Obat tetes mata",
        Prescribed.of(drops, Quantity.of(1, Unit.BOTTLE), 30,
            Dosage.of(1, Unit.EYE_DROP).times(1).aDay().when(When.EVENING).by(Route.OCULAR)
                .saying("1 tetes pada mata kanan dan kiri, sekali sehari sore hari"))
            .repeated(1),
        new Handover(drops.lot("LTP-31", EXPIRES), Quantity.of(1, Unit.BOTTLE), 118_000),
        new Handover(drops.lot("LTP-32", EXPIRES), Quantity.of(1, Unit.BOTTLE), 118_000));
  }

  private static Variation vaginal() {
    var tablet = Medicine.product("93001179", "Nystatin 100.000 IU Tablet Vaginal (PHAPROS)", Form.VAGINAL_TABLET)
        .with("91000284", "Nystatin", Quantity.of(100_000, Unit.INTERNATIONAL), Quantity.of(1, Unit.VAGINAL_TABLET));
    return Variation.of("tablet-vagina", "Obat tablet vagina",
        Prescribed.of(tablet, Quantity.of(7, Unit.VAGINAL_TABLET), 7,
            Dosage.of(1, Unit.VAGINAL_TABLET).times(1).aDay().when(When.NIGHT).forDays(7).by(Route.VAGINAL)
                .warning("418577003",
                    "Take at regular intervals. Complete the prescribed course unless otherwise directed")
                .saying("1 tablet vagina setiap hari selama 7 hari di malam hari")),
        new Handover(tablet.lot("NYS-04", EXPIRES), Quantity.of(7, Unit.VAGINAL_TABLET), 31_500));
  }

  private static Variation suppository() {
    var one = Medicine.product("93000684", "Bisacodyl 10 mg Suppositoria (STOLAX)", Form.SUPPOSITORY)
        .with("91000373", "Bisacodyl", Quantity.of(10, Unit.MILLIGRAM), Quantity.of(1, Unit.SUPPOSITORY));
    return Variation.of("suppositoria", "Obat suppositoria",
        Prescribed.of(one, Quantity.of(3, Unit.SUPPOSITORY), 3,
            Dosage.of(1, Unit.SUPPOSITORY).times(1).aDay().when(When.MORNING).by(Route.RECTAL)
                .saying("1 suppositoria dimasukkan ke dubur, sekali sehari pagi hari")),
        new Handover(one.lot("STX-15", EXPIRES), Quantity.of(1, Unit.SUPPOSITORY), 9_500),
        new Handover(one.lot("STX-15", EXPIRES), Quantity.of(2, Unit.SUPPOSITORY), 19_000));
  }

  private static Variation syrup() {
    var syrup = Medicine.product("93001926", "Paracetamol 120 mg/5 mL Sirup (CASETAMOL)", Form.SYRUP)
        .with("91000101", "Paracetamol", Quantity.of(24, Unit.MILLIGRAM), Quantity.of(1, Unit.MILLILITRE));
    return Variation.of("sirup-demam", "Obat sirup diminum bila demam",
        Prescribed.of(syrup, Quantity.of(1, Unit.BOTTLE), 5,
            Dosage.of(5, Unit.MILLILITRE).times(1).everyHours(4, 6)
                .asNeeded(Code.snomed("386661006", "Fever"), "demam").by(Route.ORAL)
                .warning("421769005", "Follow directions").saying("5 ml diminum 4-6 jam sekali bila demam")),
        new Handover(syrup.lot("CST-19", EXPIRES), Quantity.of(1, Unit.BOTTLE), 14_000));
  }
}
