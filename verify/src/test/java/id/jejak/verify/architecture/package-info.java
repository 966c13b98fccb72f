/** Who may know whom, as tests. */
@NullMarked
package id.jejak.verify.architecture;

import org.jspecify.annotations.NullMarked;
