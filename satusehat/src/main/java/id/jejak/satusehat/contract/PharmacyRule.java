package id.jejak.satusehat.contract;

import id.jejak.kernel.contract.Grade;
import id.jejak.kernel.contract.Source;

/** The rules that the pharmacy document itself states, numbered here because it does not number them. */
@Source(grade = Grade.CERTAIN, ref = "Pelayanan Kefarmasian v1.2; each rule names its section", seen = "2026-11")
public enum PharmacyRule {
  PK_01("4, Medication.code", "MedicationRequest: Medication.code is KFA 92 or 93; a compound may leave it out"),
  PK_02("4, Medication.code", "MedicationDispense: Medication.code is KFA 93; a compound may leave it out"),
  PK_03("4, Medication.ingredient", "Not a compound (NC): an ingredient, if any, is KFA 91"),
  PK_04("4, Medication.ingredient", "Compound d.t.d (SD), prescribed: ingredients are there, and KFA 91"),
  PK_05("4, Medication.ingredient", "Compound d.t.d (SD), dispensed: ingredients are there, and KFA 93"),
  PK_06("4, Medication.ingredient", "Compound non-d.t.d (EP), prescribed: ingredients are there, and KFA 92 or 93"),
  PK_07("4, Medication.ingredient", "Compound non-d.t.d (EP), dispensed: ingredients are there, and KFA 93"),
  PK_08("4, Medication.ingredient", "Numerator and denominator of a strength are a number and a unit each"),
  PK_09("4, Medication.ingredient", "The denominators of all ingredients of a compound are the same"),
  PK_10("4, KFA", "A code of KFA is one that KFA has; asked of the dictionary that is loaded, told as a warning"),
  PK_11("4, contained.medication", "A Medication that is referred to by #id is contained"),
  PK_12("4, dosageInstruction.sequence", "Rules of use count from 1, each one more than the one before"),
  PK_13("4, timing.repeat (Gambar 6)", "The parts of timing.repeat do not contradict each other"),
  PK_14("4, timing.code (Gambar 7)", "A timing.code comes with an equivalent timing.repeat"),
  PK_15("5, Jenis Pembiayaan Pasien", "A way of paying is BPJS-K, Biaya-Sendiri, Biaya-Perusahaan or Asuransi-Swasta"),
  PK_16("5, Nomor SEP", "BPJS-K comes with a SEP of the sender's organization; others come without"),
  PK_17("5, Kop Surat", "The custodian of a prescription's document is an Organization"),
  PK_18("5, Kop Surat", "Links are DF000001, DF000002 and DF000003, each with title and url"),
  PK_19("6, Tipe substitusi", "A substitution is of type G, BC, TG or TB"),
  PK_20("6, Alasan substitusi", "A substitution has a reason of the document's five, and the reason's text"),
  PK_21("6, Penanggung jawab atas substitusi", "Two practitioners answer for a substitution: doctor and pharmacist"),
  PK_22("6, Harga Item Per Obat", "A price is an active ChargeItemDefinition with an id, a base amount, and IDR"),
  PK_23("2, Encounter.serviceType", "A visit to a pharmacy has serviceType 64 Pharmacy; so has, within a bundle, the"
      + " visit that a dispense names"),
  PK_24("3, BB dan TB", "Weight is in kg, height in cm");

  private final String section;
  private final String statement;

  PharmacyRule(String section, String statement) {
    this.section = section;
    this.statement = statement;
  }

  /** As findings name it: {@code PK-01}. */
  public String number() {
    return name().replace('_', '-');
  }

  /** Section and element of the document. */
  public String section() {
    return section;
  }

  /** What must hold. */
  public String statement() {
    return statement;
  }
}
