/** What the house itself serves beside its systems: the front page, health and metrics. */
@NullMarked
package id.jejak.app.web;

import org.jspecify.annotations.NullMarked;
