/** What all clients need that speak HTTP with the JDK's client. */
@NullMarked
package dev.orderbackbone.schemas.http;

import org.jspecify.annotations.NullMarked;
