/** Search and mapping over HTTP: operations of ours that no document has. */
@NullMarked
package id.jejak.kfa.http.names;

import org.jspecify.annotations.NullMarked;
