package dev.orderbackbone.simulators.net;

/** Answers requests, many at a time, each on a virtual thread that may sleep. */
@FunctionalInterface
public interface HttpService {
    HttpAnswer answer(HttpRequest request) throws InterruptedException;
}
