/** Who looked at what, for auditors and for patients. */
@NullMarked
package id.jejak.app.web.audit;

import org.jspecify.annotations.NullMarked;
