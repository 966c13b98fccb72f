/** What is measured of SATUSEHAT's pharmacy. */
@NullMarked
package id.jejak.verify.bench.satusehat;

import org.jspecify.annotations.NullMarked;
