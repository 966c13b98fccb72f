/** Whether every operation of a document is served, shown and described. */
@NullMarked
package id.jejak.verify.operations;

import org.jspecify.annotations.NullMarked;
