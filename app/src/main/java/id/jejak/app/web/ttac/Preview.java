package id.jejak.app.web.ttac;

import id.jejak.ttac.client.CheckReport;
import java.util.List;

/**
 * What a movement would do, before anything is sent; or what it did.
 *
 * @param action {@code receive} or {@code send}
 * @param good barcodes that pass
 * @param report what the dry run found
 */
public record Preview(String action, int target, List<String> good, CheckReport report) {}
