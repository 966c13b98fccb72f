/** Tools of the drug dictionary, on the command line. */
@NullMarked
package id.jejak.app.cli.kfa;

import org.jspecify.annotations.NullMarked;
