/**
 * Judges traffic by the documents: which operations were used and how they were answered, and whether the rules of the
 * traffic were kept. The requirements are made of the same operation lists that everything else here is made of.
 */
@NullMarked
package id.jejak.app.conformance;

import org.jspecify.annotations.NullMarked;
