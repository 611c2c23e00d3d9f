package sulan.archive;

import java.nio.file.Path;

import jakarta.annotation.Priority;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;

/**
 * Lets {@code sulan.data} be written as any path is: {@code data2} for a folder in the current one, which H2 refuses unless it
 * begins with {@code ./}, and {@code ~/data} for one in the home folder, which only shells and H2 understand.
 */
// inside of the interceptor that puts the value into the database's address, at 300: it asks the next one only
@Priority(Priorities.LIBRARY + 290)
public class DataFolderName implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        return value == null || value.getValue() == null || !name.equals("sulan.data") ? value
                : value.withValue(explicit(value.getValue()));
    }

    static String explicit(String folder) {
        String path = folder.replace('\\', '/');
        if (path.equals("~") || path.startsWith("~/")) {
            return System.getProperty("user.home") + path.substring(1);
        }
        // what an expression begins with is not known here; mostly it is a folder's full name
        boolean explicit = path.isEmpty() || path.startsWith("${") || path.startsWith("./") || path.startsWith("../")
                || Path.of(folder).isAbsolute();
        return explicit ? folder : "./" + folder;
    }
}
