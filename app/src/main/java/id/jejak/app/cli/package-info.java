/** What a person types: one class for each verb, and failures as one line with what to do about it. */
@NullMarked
package id.jejak.app.cli;

import org.jspecify.annotations.NullMarked;
