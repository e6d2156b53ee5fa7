package dev.orderbackbone.projection.operations;

import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out all of the backbone but the projection. A tool that has the services on its class path, since it asks their deciders, must not become one of
 * them: it would decide on orders and call the payment gateway beside them.
 */
final class NothingElse implements BeanConfiguration {
    private static final String OURS = "dev.orderbackbone.";
    private static final String WANTED = "dev.orderbackbone.projection.";

    @Override
    public Package getPackage() {
        return NothingElse.class.getPackage();
    }

    @Override
    public String getName() {
        return OURS;
    }

    @Override
    public @Nullable String getVersion() {
        return null;
    }

    /** By its name: to load the class might need libraries that the tool does not have. */
    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public boolean isWithin(BeanDefinitionReference reference) {
        return isWithin(reference.getBeanDefinitionName());
    }

    @Override
    public boolean isWithin(String className) {
        return className.startsWith(OURS) && !className.startsWith(WANTED);
    }

    @Override
    public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
        return false;
    }
}
