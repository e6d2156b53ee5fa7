/** The auditor's own tests: it is silent on every valid history, and speaks up on each that is broken. */
@NullMarked
package dev.orderbackbone.operator.verify;

import org.jspecify.annotations.NullMarked;
