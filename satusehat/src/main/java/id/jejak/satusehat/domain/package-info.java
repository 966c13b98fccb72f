/** What may still be redeemed of a prescription, and how the national number is made. Knows neither wire nor SQL. */
@NullMarked
package id.jejak.satusehat.domain;

import org.jspecify.annotations.NullMarked;
