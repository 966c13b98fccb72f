/** Verbs of the sandbox: what {@code /sandbox} does, from a shell. */
@NullMarked
package id.jejak.app.cli.sandbox;

import org.jspecify.annotations.NullMarked;
