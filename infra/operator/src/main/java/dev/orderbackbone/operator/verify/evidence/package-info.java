/** What an audit reads. The order in which an implementation gathers it is part of the contract: see {@link Evidence}. */
@NullMarked
package dev.orderbackbone.operator.verify.evidence;

import org.jspecify.annotations.NullMarked;
