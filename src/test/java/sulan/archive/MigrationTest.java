package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** H2 commits each statement by itself, so a kill can leave a script half done. */
class MigrationTest {

    private static final String URL = "jdbc:h2:mem:migration;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    private static final Path SCRIPT = Path.of("src/main/resources/db/migration/V1__archive.sql");

    @Test
    void kill_after_any_statement_of_the_script() throws Exception {
        List<String> statements = Arrays.stream(Files.readString(SCRIPT).split(";\n")).filter(text -> !text.isBlank()).toList();
        for (int done = 0; done <= statements.size(); done++) {
            // the database is gone when the last connection is closed
            try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
                Flyway flyway = Flyway.configure().dataSource(URL, null, null).load();
                flyway.migrate();
                statement.execute("delete from \"flyway_schema_history\" where \"version\" = '1'");
                drop(statement);
                for (String sql : statements.subList(0, done)) {
                    statement.execute(sql);
                }
                assertThat(flyway.migrate().migrationsExecuted).as("after %d statements", done).isEqualTo(1);
                assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
                assertThat(statement.executeQuery("select count(*) from overview").next()).isTrue();
            }
        }
    }

    private static void drop(Statement statement) throws Exception {
        for (String table : List.of("keyword", "listing", "failure", "run", "digest_file", "tag_alias", "tag", "overview",
                "edition", "paper")) {
            statement.execute("drop table " + table + " cascade");
        }
        for (String sequence : List.of("overview_seq", "tag_seq", "keyword_seq", "run_seq", "failure_seq")) {
            statement.execute("drop sequence " + sequence);
        }
    }
}
