/** The one command with which operators run, watch and prove an installation. */
@NullMarked
package dev.orderbackbone.operator;

import org.jspecify.annotations.NullMarked;
