/** What an operator sees: metrics, health, logs with a request id. */
@NullMarked
package id.jejak.kernel.observe;

import org.jspecify.annotations.NullMarked;
