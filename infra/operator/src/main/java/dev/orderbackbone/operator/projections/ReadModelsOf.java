package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.projection.operations.BusyException;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.ReadModelOperations.Database;
import dev.orderbackbone.projection.operations.RefusedException;
import dev.orderbackbone.projection.operations.UnreachableException;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.Map;

/** The read models of an installation. What is expected to go wrong with them is said in a sentence. */
public final class ReadModelsOf implements AutoCloseable {
    private final ReadModelOperations operations;

    /** For these operations. */
    public ReadModelsOf(ReadModelOperations operations) {
        this.operations = operations;
    }

    /** Connects; to be closed. */
    public static ReadModelsOf installation(InstallationOptions installation) {
        Endpoints endpoints = installation.endpoints();
        return new ReadModelsOf(ReadModelOperations.connect(
                new Database(endpoints.jdbcUrl(), endpoints.databaseUser(), endpoints.databasePassword()),
                new KafkaSettings(endpoints.bootstrapServers(), Map.of()),
                () -> MessageDeserializer.create(installation.registry())));
    }

    /** What is asked of the read models. */
    @FunctionalInterface
    public interface Question<T> {
        T of(ReadModelOperations operations) throws InterruptedException;
    }

    /**
     * Asks, or has something done.
     *
     * @throws CommandFailure if it is refused, somebody is in the way, or the database does not answer.
     */
    public <T> T ask(Question<T> question) throws InterruptedException {
        try {
            return question.of(operations);
        } catch (RefusedException | BusyException refused) {
            throw new CommandFailure(String.valueOf(refused.getMessage()), refused);
        } catch (UnreachableException unavailable) {
            throw new CommandFailure(
                    "the read models cannot be reached; what was stored is whole, and the same command goes on with it: "
                            + unavailable.getMessage(),
                    unavailable);
        }
    }

    @Override
    public void close() {
        operations.close();
    }
}
