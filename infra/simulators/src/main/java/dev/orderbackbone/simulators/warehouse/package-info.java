/**
 * A warehouse that ships every order that is confirmed: most in one shipment, some in two.
 *
 * <p>Reads {@code orders.events}, writes {@code orders.intake}, and knows nothing else of the backbone: like a real warehouse system it uses the
 * storefronts' client library. It keeps nothing on disk. At a start it reads the log from its beginning, to know what is in the open orders,
 * and acts on what stands behind the position that it committed; a shipment that was sent and not committed is sent again with the same id and
 * content, which the backbone recognises. Memory grows with the orders that are open, not with the log.
 */
@NullMarked
package dev.orderbackbone.simulators.warehouse;

import org.jspecify.annotations.NullMarked;
