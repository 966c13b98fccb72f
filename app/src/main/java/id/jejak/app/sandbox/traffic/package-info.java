/**
 * What was asked and answered: kept in a ring while requests go by, and read, masked and explained only when somebody
 * looks.
 */
@NullMarked
package id.jejak.app.sandbox.traffic;

import org.jspecify.annotations.NullMarked;
