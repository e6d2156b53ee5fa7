/**
 * JSON with nothing but a streaming parser: small objects in, one line out.
 *
 * <p>A request, a setting or a ledger line is read once into a {@link dev.orderbackbone.simulators.json.JsonObject},
 * whose accessors name the field and the rule when something is wrong.
 */
@NullMarked
package dev.orderbackbone.simulators.json;

import org.jspecify.annotations.NullMarked;
