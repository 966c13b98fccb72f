/** What reading for phones costs whose browser reads nothing by itself. */
@NullMarked
package id.jejak.verify.bench.camera;

import org.jspecify.annotations.NullMarked;
