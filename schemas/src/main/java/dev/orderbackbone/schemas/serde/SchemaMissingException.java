package dev.orderbackbone.schemas.serde;

import java.util.List;

/** The registry has not got the schemas that this release writes with. Services do not register: whoever deploys must. */
public final class SchemaMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaMissingException(List<String> subjects) {
        super(
                "the schema registry has no schema equal to this release's under " + String.join(", ", subjects)
                        + ". Register this release's schemas (SchemaDeployment.registerAll, a step of every deployment), then start again.");
    }
}
