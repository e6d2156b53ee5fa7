/** Tests of the serdes. */
@NullMarked
package dev.orderbackbone.schemas.serde;

import org.jspecify.annotations.NullMarked;
