/** The console of those who integrate: what is served here, what was asked, and everything the sandbox can do. */
@NullMarked
package id.jejak.app.web.console;

import org.jspecify.annotations.NullMarked;
