/** Records once more, in a topic of their own. */
@NullMarked
package dev.orderbackbone.operator.replay;

import org.jspecify.annotations.NullMarked;
