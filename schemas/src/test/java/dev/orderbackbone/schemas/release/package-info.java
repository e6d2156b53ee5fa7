/** Holds the contract to what was released: what was written once stays readable, and old readers read what is written now. */
@NullMarked
package dev.orderbackbone.schemas.release;

import org.jspecify.annotations.NullMarked;
