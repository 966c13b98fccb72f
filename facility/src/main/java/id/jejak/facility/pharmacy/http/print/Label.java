package id.jejak.facility.pharmacy.http.print;

/**
 * What a label (etiket) says.
 *
 * @param facility that gave it
 * @param pharmacist who answers for it
 * @param number of the dispense; also in the QR code
 * @param day of the dispense
 * @param words how it is to be taken, for the patient
 * @param amount with its unit
 * @param useBy the last day of use; empty where it is not known
 * @param outside true for what is not swallowed: the label is blue, and says so
 */
public record Label(String facility, String pharmacist, String number, String day, String patient, String words,
    String medicine, String amount, String useBy, boolean outside) {}
