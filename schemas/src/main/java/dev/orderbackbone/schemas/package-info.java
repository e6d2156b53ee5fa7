/** The catalogue of topics. Names, keys, writers and retention stand here and nowhere else. */
@NullMarked
package dev.orderbackbone.schemas;

import org.jspecify.annotations.NullMarked;
