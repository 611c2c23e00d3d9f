package sulan.archive;

import jakarta.transaction.Transactional;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.PostgresProfile;

@QuarkusTest
@TestProfile(PostgresProfile.class)
class QueryPlanOnPostgresTest extends QueryPlanTest {

    /** PostgreSQL goes through a table as small as this one whenever it can, so it is told to do that only where it must. */
    @Override
    @Transactional
    String plan(String question) {
        entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();
        return super.plan(question);
    }
}
