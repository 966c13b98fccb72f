/** What people and programs may ask about deliveries. Ours; no national document has it. */
@NullMarked
package id.jejak.delivery.contract;

import org.jspecify.annotations.NullMarked;
