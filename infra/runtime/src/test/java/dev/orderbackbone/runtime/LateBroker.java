package dev.orderbackbone.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** A broker that goes on for a while to tell the settings that were in force when it was first asked. */
final class LateBroker implements InvocationHandler {
    private final Admin admin;
    private int staleAnswers;
    private @Nullable Object first;

    private LateBroker(Admin admin, int staleAnswers) {
        this.admin = admin;
        this.staleAnswers = staleAnswers;
    }

    static Admin of(Admin admin, int staleAnswers) {
        return (Admin) Proxy.newProxyInstance(
                LateBroker.class.getClassLoader(), new Class<?>[] {Admin.class}, new LateBroker(admin, staleAnswers));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean isStale = method.getName().equals("describeConfigs") && first != null && staleAnswers-- > 0;
        @Nullable Object answer = isStale ? first : answer(method, arguments);
        if (method.getName().equals("describeConfigs") && first == null) {
            first = answer;
        }
        return answer;
    }

    private @Nullable Object answer(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(admin, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
