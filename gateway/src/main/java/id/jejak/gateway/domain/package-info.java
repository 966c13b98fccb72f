/** What the gateway decides: whether a secret is right, who waits, whose minute is full. Pure. */
@NullMarked
package id.jejak.gateway.domain;

import org.jspecify.annotations.NullMarked;
