@NullMarked
package dev.orderbackbone.operator.groups;

import org.jspecify.annotations.NullMarked;
