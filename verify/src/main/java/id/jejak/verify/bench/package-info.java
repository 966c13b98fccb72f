/**
 * Measuring, for any system of the house: load at a rate or at full speed, beside the same work in bare SQL, as a
 * table and as raw numbers. What is measured of one system stands in a room of its own below.
 */
@NullMarked
package id.jejak.verify.bench;

import org.jspecify.annotations.NullMarked;
