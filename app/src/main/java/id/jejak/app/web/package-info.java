/** What the house itself serves beside its systems: health, metrics, and below this the pages of the console. */
@NullMarked
package id.jejak.app.web;

import org.jspecify.annotations.NullMarked;
