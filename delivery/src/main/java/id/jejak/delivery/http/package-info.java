/** Deliveries over HTTP. */
@NullMarked
package id.jejak.delivery.http;

import org.jspecify.annotations.NullMarked;
