/** The wire: topics, codec, serde and registry client. */
@NullMarked
package dev.orderbackbone.schemas;

import org.jspecify.annotations.NullMarked;
