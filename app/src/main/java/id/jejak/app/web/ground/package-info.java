/**
 * The ground that every page stands on: who is looking and in which language, forms that only our own pages can send,
 * headers, assets, live streams. A new page is a template, a method that fills it, and a line in its route list.
 */
@NullMarked
package id.jejak.app.web.ground;

import org.jspecify.annotations.NullMarked;
