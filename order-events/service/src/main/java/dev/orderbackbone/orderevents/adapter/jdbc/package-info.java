/** Reads orders from the read models, through a role that can read nothing else. */
@NullMarked
package dev.orderbackbone.orderevents.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
