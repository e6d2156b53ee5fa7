/**
 * The schema registry: Confluent's REST API, which Confluent, Apicurio, Karapace and Redpanda all speak, as far as the backbone needs it.
 *
 * <p>Services only look up ({@code idOf}, {@code schemaById}); the one that registers is {@link dev.orderbackbone.schemas.registry.SchemaDeployment},
 * which the deployment runs. A registry that does not answer ({@link dev.orderbackbone.schemas.registry.RegistryUnavailableException}) is never taken
 * for one that says no: nothing may be parked because of the former.
 */
@NullMarked
package dev.orderbackbone.schemas.registry;

import org.jspecify.annotations.NullMarked;
