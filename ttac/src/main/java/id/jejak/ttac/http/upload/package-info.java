/**
 * Files that people upload: taken off the wire without holding them in memory, and read row by row, whatever
 * program made them (.csv, .xlsx, .xls).
 */
@NullMarked
package id.jejak.ttac.http.upload;

import org.jspecify.annotations.NullMarked;
