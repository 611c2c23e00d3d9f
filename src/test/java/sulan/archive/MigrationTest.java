package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H2 commits each statement by itself, so a kill can leave a script half done. */
class MigrationTest {

    private static final String URL = "jdbc:h2:mem:migration;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    static Stream<Path> scripts() throws Exception {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void kill_after_any_statement_of_a_script(Path script) throws Exception {
        int version = Integer.parseInt(script.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
        List<String> statements = Arrays.stream(Files.readString(script).split(";\n")).filter(text -> !text.isBlank()).toList();
        for (int done = 0; done <= statements.size(); done++) {
            // the database is gone when the last connection is closed
            try (Connection connection = DriverManager.getConnection(URL); Statement statement = connection.createStatement()) {
                // the history, which Flyway wants to be there when there are tables, and the scripts before this one
                flyway("latest").baseline();
                if (version > 1) {
                    flyway(String.valueOf(version - 1)).migrate();
                }
                for (String sql : statements.subList(0, done)) {
                    statement.execute(sql);
                }
                Flyway rest = flyway("latest");
                assertThat(rest.migrate().success).as("after %d statements", done).isTrue();
                assertThat(rest.validateWithResult().validationSuccessful).isTrue();
                assertThat(statement.executeQuery("select count(*) from overview").next()).isTrue();
            }
        }
    }

    private static Flyway flyway(String target) {
        return Flyway.configure().dataSource(URL, null, null).baselineVersion("0").target(target).load();
    }
}
