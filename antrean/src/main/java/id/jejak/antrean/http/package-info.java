/** BPJS's services as served: one route for each operation of the document, in its order. */
@NullMarked
package id.jejak.antrean.http;

import org.jspecify.annotations.NullMarked;
