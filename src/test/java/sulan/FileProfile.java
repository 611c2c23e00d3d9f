package sulan;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The tests on H2 in a file, at the address that the portal has by default. */
public class FileProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("sulan.data", "target/file-" + System.nanoTime(),
                "quarkus.datasource.jdbc.url", "jdbc:h2:file:${sulan.data}/sulan;${h2.options}");
    }
}
