/**
 * KFA called from a program, ours or the real one: keeps a token, tries again where that helps, walks pages, and reads
 * rows as they come, of whatever year. Needs nothing of the server but its contract.
 */
@NullMarked
package id.jejak.kfa.client;

import org.jspecify.annotations.NullMarked;
