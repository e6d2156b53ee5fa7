package dev.orderbackbone.simulators.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener on 127.0.0.1 with a virtual thread per connection. Safe for use by many threads. */
public final class TcpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TcpServer.class);

    /** More than any client here opens; what comes on top is closed at once. */
    private static final int MAX_CONNECTIONS = 4_096;

    private static final int BACKLOG = 1_024;

    /** What happens on one connection, from its start to its end. */
    @FunctionalInterface
    public interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    private final String name;
    private final Conversation conversation;
    private final Duration idleLimit;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;

    // guarded by this
    private ServerSocket listener;
    private Thread acceptor;
    private boolean closed;

    private TcpServer(String name, ServerSocket listener, Duration idleLimit, Conversation conversation) {
        this.name = name;
        this.listener = listener;
        this.acceptor = acceptor(listener);
        this.port = listener.getLocalPort();
        this.idleLimit = idleLimit;
        this.conversation = conversation;
    }

    /**
     * Listens from now on.
     *
     * @param name who listens, for messages.
     * @param port 0 takes a free one.
     * @param idleLimit a connection on which the other side says nothing for so long is closed.
     * @throws IOException when the port is taken.
     */
    public static TcpServer open(String name, int port, Duration idleLimit, Conversation conversation)
            throws IOException {
        TcpServer server = new TcpServer(name, bind(name, port), idleLimit, conversation);
        server.acceptor.start();
        return server;
    }

    public int port() {
        return port;
    }

    public int connections() {
        return connections.size();
    }

    /** Closes the listener and every connection, and listens again on the same port after the time is over. */
    public void refuseFor(Duration time) {
        synchronized (this) {
            closeListener();
        }
        closeConnections();
        Thread.ofVirtual().name(name + "-outage").start(() -> listenAgainAfter(time));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            closeListener();
        }
        closeConnections();
    }

    private void listenAgainAfter(Duration time) {
        try {
            Thread.sleep(time);
            listenAgain();
        } catch (IOException | InterruptedException e) {
            LOG.error("{} cannot listen on port {} again: {}", name, port, e.getMessage());
        }
    }

    private synchronized void listenAgain() throws IOException {
        if (!closed && listener.isClosed()) {
            listener = bind(name, port);
            acceptor = acceptor(listener);
            acceptor.start();
        }
    }

    /** Waits for the thread in accept: until it has noticed, the port stays open, and it may still admit somebody. */
    private void closeListener() {
        closeQuietly(listener);
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread acceptor(ServerSocket from) {
        return Thread.ofVirtual().name(name + "-listener").unstarted(() -> acceptAll(from));
    }

    private void acceptAll(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                admit(from.accept());
            } catch (IOException e) {
                if (!from.isClosed()) {
                    LOG.warn("{} could not accept a connection: {}", name, e.getMessage());
                }
            }
        }
    }

    private void admit(Socket socket) {
        if (connections.size() >= MAX_CONNECTIONS) {
            closeQuietly(socket);
            return;
        }
        connections.add(socket);
        Thread.ofVirtual().start(() -> hold(socket));
    }

    private void hold(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(idleLimit.toMillis()));
            conversation.hold(socket);
        } catch (IOException e) {
            LOG.debug("{}: connection ended: {}", name, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{}: connection closed because of an unexpected error", name, e);
        } finally {
            connections.remove(socket);
        }
    }

    private void closeConnections() {
        connections.forEach(TcpServer::closeQuietly);
    }

    private static ServerSocket bind(String name, int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            return listener;
        } catch (BindException e) {
            listener.close();
            throw new IOException(name + " cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.debug("could not close: {}", e.getMessage());
        }
    }
}
