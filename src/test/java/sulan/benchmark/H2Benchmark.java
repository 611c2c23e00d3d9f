package sulan.benchmark;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(H2Benchmark.InFile.class)
class H2Benchmark extends ImportBenchmark {

    H2Benchmark() {
        super("H2 (file)");
    }

    /** The database in a file, at the address that the portal has by default. */
    public static class InFile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sulan.data", "target/benchmark-" + System.nanoTime(),
                    "quarkus.datasource.jdbc.url", "jdbc:h2:file:${sulan.data}/sulan;${h2.options}");
        }
    }
}
