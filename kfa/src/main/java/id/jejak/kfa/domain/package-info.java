/** What the dictionary decides about products and their names, without wire, SQL or clock. */
@NullMarked
package id.jejak.kfa.domain;

import org.jspecify.annotations.NullMarked;
