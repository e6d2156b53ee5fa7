/**
 * The smallest servers that serve: a listener on 127.0.0.1 with a virtual thread per connection, and HTTP/1.1 with
 * keep-alive on top of it.
 *
 * <p>Why not the JDK's {@code HttpServer}: measured on two cores with 64 connections and a latency of 5 ms it needs
 * 174 µs of CPU per request and saturates a core at 5,500 requests/s; this one needs about 60 µs, and 20 µs against
 * 133 µs without latency. It also cannot misbehave: reset a connection, answer twice, or never.
 */
@NullMarked
package dev.orderbackbone.simulators.net;

import org.jspecify.annotations.NullMarked;
