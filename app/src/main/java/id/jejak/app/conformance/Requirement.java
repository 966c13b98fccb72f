package id.jejak.app.conformance;

/**
 * Something that a document asks for, or that its traffic must keep.
 *
 * @param id names it for programs: {@code antrean.signature}, {@code ttac.barcode.send E013}
 * @param scenario what is to be shown
 * @param step by which requests
 * @param expected what should come
 * @param source where it is written
 */
public record Requirement(String id, Words scenario, Words step, Words expected, String source) {}
