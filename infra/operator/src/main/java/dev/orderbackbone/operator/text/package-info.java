/** What commands print: tables, times, amounts, JSON. */
@NullMarked
package dev.orderbackbone.operator.text;

import org.jspecify.annotations.NullMarked;
