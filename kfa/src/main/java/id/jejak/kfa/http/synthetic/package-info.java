/**
 * A dictionary that is made up: of the real one's size, shapes and dirt, from substances, strengths and forms that are
 * facts, with products, codes, registration numbers and prices that are not. For trying, testing and measuring.
 *
 * <p>Nothing is remembered between rows except what is needed to be right again: the same seed and size give the same
 * bytes on every machine. Codes begin at {@code 9x1...}, {@code 8x1...} and {@code 3x1...}, where the real dictionary
 * has none yet, so that no row can be mistaken for a real product.
 */
@NullMarked
package id.jejak.kfa.http.synthetic;

import org.jspecify.annotations.NullMarked;
