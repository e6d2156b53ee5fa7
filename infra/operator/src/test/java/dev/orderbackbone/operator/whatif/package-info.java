@NullMarked
package dev.orderbackbone.operator.whatif;

import org.jspecify.annotations.NullMarked;
