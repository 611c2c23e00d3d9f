package sulan.benchmark;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.FileProfile;

@QuarkusTest
@TestProfile(FileProfile.class)
class H2Benchmark extends ImportBenchmark {

    H2Benchmark() {
        super("H2 (file)");
    }
}
