/**
 * The access token for typed clients of what stands behind the gateway, ours or the real one. Needs nothing of the
 * server but its contract.
 */
@NullMarked
package id.jejak.gateway.client;

import org.jspecify.annotations.NullMarked;
