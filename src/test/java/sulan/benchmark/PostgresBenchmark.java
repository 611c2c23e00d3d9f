package sulan.benchmark;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.PostgresProfile;

@QuarkusTest
@TestProfile(PostgresProfile.class)
class PostgresBenchmark extends ImportBenchmark {

    PostgresBenchmark() {
        super("PostgreSQL");
    }
}
