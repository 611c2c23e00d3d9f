package sulan.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.PostgresProfile;

@QuarkusTest
@TestProfile(PostgresProfile.class)
class TrendPagesOnPostgresTest extends TrendPagesTest {
}
