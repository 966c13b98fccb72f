/**
 * How the pharmacy reaches TTAC, KFA and SATUSEHAT: by their typed clients, and as carriers of what it owes them.
 */
@NullMarked
package id.jejak.facility.pharmacy.remote;

import org.jspecify.annotations.NullMarked;
