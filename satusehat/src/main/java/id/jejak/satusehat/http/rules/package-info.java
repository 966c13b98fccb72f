/**
 * What the pharmacy document and the rule dictionary ask of a resource, beyond what the real server was seen to refuse.
 * Looked at in explain mode and in strict mode only.
 */
@NullMarked
package id.jejak.satusehat.http.rules;

import org.jspecify.annotations.NullMarked;
