/** Typed settings that refuse typos, and failures to start that say what to do. */
@NullMarked
package id.jejak.kernel.config;

import org.jspecify.annotations.NullMarked;
