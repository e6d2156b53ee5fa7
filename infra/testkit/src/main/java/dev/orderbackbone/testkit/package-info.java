/** What tests of several modules share. */
@NullMarked
package dev.orderbackbone.testkit;

import org.jspecify.annotations.NullMarked;
