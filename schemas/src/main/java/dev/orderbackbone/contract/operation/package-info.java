/** What operators did. */
@NullMarked
package dev.orderbackbone.contract.operation;

import org.jspecify.annotations.NullMarked;
