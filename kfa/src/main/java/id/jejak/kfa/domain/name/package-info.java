/**
 * How Indonesian lists write the names of medicines, and which entry of the dictionary they mean. Pure: names in,
 * values out; nothing here knows where entries are kept.
 */
@NullMarked
package id.jejak.kfa.domain.name;

import org.jspecify.annotations.NullMarked;
