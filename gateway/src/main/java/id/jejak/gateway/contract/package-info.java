/** The wire of the gateway, exactly: its token answer, its refusals and faults, its limits. Knows only the kernel. */
@NullMarked
package id.jejak.gateway.contract;

import org.jspecify.annotations.NullMarked;
