/** {@code demo}: the whole chain played against a running server, each step with what went over which wire. */
@NullMarked
package id.jejak.app.cli.demo;

import org.jspecify.annotations.NullMarked;
