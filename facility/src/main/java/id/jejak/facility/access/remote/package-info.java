/** The identity provider that a facility may have, asked by OpenID Connect. */
@NullMarked
package id.jejak.facility.access.remote;

import org.jspecify.annotations.NullMarked;
