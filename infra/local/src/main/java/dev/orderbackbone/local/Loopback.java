package dev.orderbackbone.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where everything listens. */
final class Loopback {

    static final InetAddress ADDRESS = InetAddress.ofLiteral("127.0.0.1");

    private Loopback() {}

    static InetSocketAddress port(int port) {
        return new InetSocketAddress(ADDRESS, port);
    }
}
