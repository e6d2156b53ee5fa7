/** Where evidence is read from. */
@NullMarked
package dev.orderbackbone.operator.verify.source;

import org.jspecify.annotations.NullMarked;
