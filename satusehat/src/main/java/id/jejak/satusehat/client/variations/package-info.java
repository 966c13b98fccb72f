/**
 * The twelve kinds of prescription that the document lists, each from the doctor to the last tablet: examples that run,
 * here as a test and anywhere as {@code ./jejak satusehat variations}.
 */
@NullMarked
package id.jejak.satusehat.client.variations;

import org.jspecify.annotations.NullMarked;
