/** The dashboard of a TTAC account, as the distributor's document describes it, over TTAC's own wire. */
@NullMarked
package id.jejak.app.web.ttac;

import org.jspecify.annotations.NullMarked;
