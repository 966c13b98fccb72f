/** What is owed to the national systems, for those who mend it. */
@NullMarked
package id.jejak.app.web.delivery;

import org.jspecify.annotations.NullMarked;
