/**
 * {@code ./backbone parked}: what services could not decide on and have put aside. The parked topics are read as a whole; what their records say is
 * printed without personal data, as it is often passed on.
 */
@NullMarked
package dev.orderbackbone.operator.parked;

import org.jspecify.annotations.NullMarked;
