@NullMarked
package dev.orderbackbone.operator.act;

import org.jspecify.annotations.NullMarked;
