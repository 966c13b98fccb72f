/** The whole house, running for a test. */
@NullMarked
package id.jejak.verify.house;

import org.jspecify.annotations.NullMarked;
