package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sulan.DigestGenerator.Form;
import sulan.digest.Digest;

/** What the packaged portal does with the folder that its settings name, or without one, as readers see it. */
class FolderIT {

    /** A day of the demo. */
    private static final String DEMO_DAY = "/days/2023-09-20.json";

    private final DigestGenerator generator = new DigestGenerator(3, 5, 8);
    private final Digest first = generator.digest(0);
    private final Digest second = generator.digest(1);
    @TempDir
    Path home;
    private Path digests;

    @BeforeEach
    void folder() throws IOException {
        digests = Files.createDirectory(home.resolve("digests"));
    }

    @Test
    void file_put_in_changed_renamed_and_removed_while_the_portal_runs() throws Exception {
        write("first.md", first);
        try (Portal portal = Portal.start(home, "sulan.digests=digests").ready()) {
            assertThat(portal.status(day(first))).isEqualTo(200);
            assertThat(portal.status(day(second))).isEqualTo(404);

            write("second.md", second);
            portal.waitUntil("the file put in shows", () -> portal.status(day(second)) == 200);

            Digest changed = new Digest(second.date(), 1, null, null, second.papers().subList(0, 1), null);
            write("second.md", changed);
            portal.waitUntil("the change shows", () -> portal.body(day(second)).contains("\"declaredCount\":1"));

            Files.move(digests.resolve("second.md"), digests.resolve("renamed.md"));
            portal.waitUntil("the new name is noted", () -> portal.body("/status.json").contains("文件已改名为 renamed.md"));
            assertThat(portal.status(day(second))).isEqualTo(200);

            Files.delete(digests.resolve("renamed.md"));
            portal.waitUntil("the removal is noted", () -> portal.body("/status.json").contains("文件已不在文件夹中"));
            assertThat(portal.status(day(second))).isEqualTo(200);
        }
    }

    @Test
    void bad_file_among_good_ones() throws Exception {
        write("first.md", first);
        Files.writeString(digests.resolve("bad.md"), "Nothing that a digest has.");
        try (Portal portal = Portal.start(home, "sulan.digests=digests").ready()) {
            assertThat(portal.status(day(first))).isEqualTo(200);
            assertThat(portal.body("/status.json")).contains("bad.md");
        }
    }

    @Test
    void plain_start_shows_the_demo_until_there_are_real_digests() throws Exception {
        try (Portal portal = Portal.start(home).ready()) {
            assertThat(portal.status(DEMO_DAY)).isEqualTo(200);
        }
        write("first.md", first);
        try (Portal portal = Portal.start(home, "sulan.digests=digests").ready()) {
            assertThat(portal.status(day(first))).isEqualTo(200);
            assertThat(portal.status(DEMO_DAY)).isEqualTo(404);
        }
        try (Portal portal = Portal.start(home).ready()) {
            assertThat(portal.status(day(first))).isEqualTo(200);
            assertThat(portal.status(DEMO_DAY)).isEqualTo(404);
        }
    }

    @Test
    void demo_that_is_not_wanted() throws Exception {
        Portal.start(home).ready().close();
        try (Portal portal = Portal.start(home, "sulan.demo=false").ready()) {
            assertThat(portal.status(DEMO_DAY)).isEqualTo(404);
            assertThat(portal.status("/")).isEqualTo(200);
        }
    }

    @Test
    void index_deleted_under_the_running_portal_and_between_two_starts() throws Exception {
        write("first.md", first);
        try (Portal portal = Portal.start(home, "sulan.digests=digests").ready()) {
            deleteIndex();
            portal.waitUntil("the index is made anew", () -> portal.body("/status.json").contains("\"index\""));
            assertThat(portal.body("/papers.json")).contains("\"total\":" + first.papers().size());
        }
        deleteIndex();
        try (Portal portal = Portal.start(home, "sulan.digests=digests").ready()) {
            assertThat(portal.body("/papers.json")).contains("\"total\":" + first.papers().size());
        }
    }

    @Test
    void restart_with_the_index_as_it_is() throws Exception {
        write("first.md", first);
        Portal.start(home, "sulan.digests=digests").ready().close();
        // whatever goes into the mark of the mapping may come in another order at another start
        for (int start = 0; start < 3; start++) {
            try (Portal portal = Portal.start(home, "sulan.digests=digests").ready()) {
                assertThat(portal.status(day(first))).isEqualTo(200);
                assertThat(portal.log()).doesNotContain("INDEX of", "unfinished, or not of this archive");
            }
        }
    }

    private void deleteIndex() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data/index"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void folder_that_does_not_exist_yet() throws Exception {
        try (Portal portal = Portal.start(home, "sulan.digests=later")) {
            portal.waitUntil("the folder is missed", () -> portal.body("/status.json").contains("文件夹不存在"));
            assertThat(portal.status("/q/health/ready")).isEqualTo(503);
            assertThat(portal.status("/q/health/live")).isEqualTo(200);
            write("first.md", first);
            Files.move(digests, home.resolve("later"));
            portal.ready();
            assertThat(portal.status(day(first))).isEqualTo(200);
        }
    }

    @Test
    void second_portal_on_the_same_data_folder() throws Exception {
        try (Portal portal = Portal.start(home, "sulan.data=data2", "sulan.demo=false").ready()) {
            assertThat(home.resolve("data2")).isDirectory();
            try (Portal other = Portal.start(home, "sulan.data=data2")) {
                assertThat(other.exitCode()).isEqualTo(1);
                assertThat(other.log()).contains("Another portal is running on the same data folder.")
                        .doesNotContain("\tat ");
            }
            assertThat(portal.status("/")).isEqualTo(200);
        }
    }

    private void write(String name, Digest digest) throws IOException {
        Path file = digests.resolve(name);
        Files.writeString(file, DigestGenerator.markdown(digest, Form.CANONICAL));
    }

    private static String day(Digest digest) {
        return "/days/" + digest.date() + ".json";
    }
}
