/** Tests of the contract as a whole. */
@NullMarked
package dev.orderbackbone.schemas;

import org.jspecify.annotations.NullMarked;
