/** Reads recorded traffic, and finds the service of the documents that each request was meant for. */
@NullMarked
package id.jejak.app.conformance.read;

import org.jspecify.annotations.NullMarked;
