/**
 * TTAC as served: parameters in, decision, effect, envelope out. One transaction per request.
 */
@NullMarked
package id.jejak.ttac.http;

import org.jspecify.annotations.NullMarked;
