/** eresep v2: its own tokens, and the one answer that its document prints. */
@NullMarked
package id.jejak.satusehat.http.eresep;

import org.jspecify.annotations.NullMarked;
