/** Tools of SATUSEHAT. */
@NullMarked
package id.jejak.app.cli.satusehat;

import org.jspecify.annotations.NullMarked;
