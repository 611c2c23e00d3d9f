package sulan.source.llm;

import java.util.Set;

import jakarta.annotation.Priority;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;

/**
 * Takes an environment variable of the language model that is there but empty, as container tools make it of {@code KEY=}, for
 * one that is not there. Else the portal would not start with it: the extension refuses an empty key.
 */
// inside of the interceptor that puts the variables into other settings, at 300: it asks the next one only
@Priority(Priorities.LIBRARY + 290)
public class EmptyVariables implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final Set<String> NAMES = Set.of("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        return value != null && value.getValue() != null && value.getValue().isBlank() && NAMES.contains(name) ? null : value;
    }
}
