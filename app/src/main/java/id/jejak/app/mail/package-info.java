/** Letters by SMTP, as the owner's mail server takes them. */
@NullMarked
package id.jejak.app.mail;

import org.jspecify.annotations.NullMarked;
