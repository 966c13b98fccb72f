/** TTAC's tools for people at a terminal. They reach TTAC over the wire, as any program does. */
@NullMarked
package id.jejak.app.cli.ttac;

import org.jspecify.annotations.NullMarked;
