/** The queue for those who work: front desk, calling, pharmacy, displays, waiting times. */
@NullMarked
package id.jejak.app.web.queue;

import org.jspecify.annotations.NullMarked;
