/** TTAC's own tools on the command line: one class for each verb under {@code jejak ttac}. */
@NullMarked
package id.jejak.app.cli.ttac;

import org.jspecify.annotations.NullMarked;
