package dev.orderbackbone.benchmarks.rival;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpRequest;
import dev.orderbackbone.simulators.net.HttpServer;
import dev.orderbackbone.simulators.net.HttpService;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The rival's process. */
public final class RivalService implements HttpService {
    /** Connections to the database, and requests at a time that make sense. */
    public static final int CONNECTIONS = 64;

    private static final int OK = 200;
    private static final int INTERNAL_ERROR = 500;
    private static final long PATIENCE_MS = TimeUnit.MINUTES.toMillis(1);

    private final OrderDesk desk;

    private RivalService(OrderDesk desk) {
        this.desk = desk;
    }

    /**
     * Serves until it is ended.
     *
     * @param arguments the port to serve on. The environment has RIVAL_DATABASE_URL, RIVAL_DATABASE_USER, RIVAL_DATABASE_PASSWORD and
     *     RIVAL_GATEWAY_PORT.
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        HikariDataSource database = new HikariDataSource(pool());
        try (Connection connection = database.getConnection()) {
            RivalSchema.make(connection);
        }
        OrderDesk desk = new OrderDesk(database, new RivalPayments(Integer.parseInt(setting("GATEWAY_PORT"))));
        desk.resume();
        HttpServer.open("rival", Integer.parseInt(arguments[0]), new RivalService(desk));
        new CountDownLatch(1).await();
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        if (request.path().equals("/health")) {
            return HttpAnswer.json(OK, json -> json.writeStringField("status", "UP"));
        }
        try {
            desk.take(RivalOrderJson.read(request.body()));
            return HttpAnswer.json(OK, new byte[] {'{', '}'});
        } catch (SQLException | IOException failure) {
            return HttpAnswer.error(INTERNAL_ERROR, "failed", String.valueOf(failure.getMessage()));
        }
    }

    private static HikariConfig pool() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(setting("DATABASE_URL"));
        pool.setUsername(setting("DATABASE_USER"));
        pool.setPassword(setting("DATABASE_PASSWORD"));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(CONNECTIONS);
        pool.setAutoCommit(false);
        pool.setConnectionTimeout(PATIENCE_MS);
        // Every statement is prepared on the server from its first use on.
        pool.addDataSourceProperty("prepareThreshold", "1");
        return pool;
    }

    private static String setting(String name) {
        String value = System.getenv("RIVAL_" + name);
        if (value == null) {
            throw new IllegalArgumentException("RIVAL_" + name + " is not set");
        }
        return value;
    }
}
