/**
 * Everything that can be read about the operations of a document: reference pages, OpenAPI, Postman,
 * Markdown.
 *
 * <p>All of it is made of the same {@link id.jejak.kernel.http.Operation} data that the router serves, so a
 * page cannot promise what the server does not do.
 */
@NullMarked
package id.jejak.app.docs;

import org.jspecify.annotations.NullMarked;
