package dev.orderbackbone.guards.wrong.payment.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class DomainThatReadsFiles {
    String decide(Path path) throws IOException {
        return Files.readString(path);
    }
}
