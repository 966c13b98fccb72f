/** How well names are understood, measured over an answer key of our own. */
@org.jspecify.annotations.NullMarked
package id.jejak.kfa.names;
