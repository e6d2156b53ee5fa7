/**
 * A lean HTTP/1.1 client, the same for the driver and for the rival, so that neither is measured by its client. One request at a time on each
 * kept connection; calls block, and are made on virtual threads.
 */
@NullMarked
package dev.orderbackbone.benchmarks.http;

import org.jspecify.annotations.NullMarked;
