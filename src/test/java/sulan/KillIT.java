package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sulan.archive.EditionStatus;
import sulan.digest.Digest;
import sulan.source.huggingface.ListedPaperJson;

/** The portal is killed, as {@code kill -9} does, while it imports; what it leaves behind is looked at in its database. */
class KillIT {

    private static final int KILLS = 10;
    /** So many digests are new at each start, so that any machine is busy with them when it is killed. */
    private static final int NEW_AT_START = 60;
    /** So many saved answers, for the same reason. */
    private static final int SAVED = 400;

    /** Papers that are missing from a whole, one row each: editions that do not have what their digest declares. */
    private static final String TORN = """
            select e.date, e.declared_count, count(l.paper_id), count(o.id), count(k.overview_id)
            from edition e
            left join listing l on l.edition_date = e.date
            left join overview o on o.edition_date = e.date and o.paper_id = l.paper_id
            left join (select overview_id from keyword group by overview_id having count(*) = 5) k on k.overview_id = o.id
            left join paper p on p.id = l.paper_id and p.listed_on is not null and p.overview_id is not null
            group by e.date, e.declared_count
            having count(l.paper_id) <> e.declared_count or count(o.id) <> e.declared_count
                or count(k.overview_id) <> e.declared_count or count(p.id) <> e.declared_count""";
    /** Editions without the file that brought them, and the other way round. */
    private static final String UNACCOUNTED = """
            select cast(e.date as varchar) from edition e where not exists (select 1 from digest_file f
                where f.edition_date = e.date and f.content_hash = e.content_hash and f.state = 'RECORDED')
            union all select f.name from digest_file f where not exists (select 1 from edition e
                where f.edition_date = e.date and f.content_hash = e.content_hash and f.state = 'RECORDED')""";

    @TempDir
    Path home;

    @Test
    void kills_at_random_moments_of_an_import() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KillIT: seed " + seed);
        Random random = new Random(seed);
        DigestGenerator generator = new DigestGenerator(seed);
        Path digests = home.resolve("digests");
        String setting = "sulan.digests=" + digests;
        int written = 0;
        int inTheMiddle = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int there = written == 0 ? 0 : count("edition");
            generator.write(digests, written, there + NEW_AT_START);
            written = Math.max(written, there + NEW_AT_START);
            Portal portal = Portal.start(home, setting);
            // one kill in five comes at any moment of the start, the others when some editions have gone in
            if (kill % 5 == 0) {
                Portal.pause(random.nextInt(6000));
            } else {
                int enough = there + 1 + random.nextInt(NEW_AT_START / 4);
                portal.waitUntil("%d editions are there".formatted(enough), () -> editionsShown(portal) >= enough);
                Portal.pause(random.nextInt(200));
            }
            portal.kill();
            int editions = count("edition");
            System.out.printf("KillIT: kill %d left %d of %d editions%n", kill, editions, written);
            inTheMiddle += there < editions && editions < written ? 1 : 0;
            assertThat(rows(TORN)).isEmpty();
            assertThat(rows(UNACCOUNTED)).isEmpty();
        }
        assertThat(inTheMiddle).as("kills that hit an import that had got somewhere").isPositive();

        try (Portal portal = Portal.start(home, setting).ready()) {
            assertThat(portal.status("/days/" + DigestGenerator.FIRST)).isEqualTo(200);
        }
        assertThat(count("edition")).isEqualTo(written);
        assertThat(rows(TORN)).isEmpty();
        assertThat(rows(UNACCOUNTED)).isEmpty();
        assertThat(count("overview")).as("exactly once").isEqualTo(papers(generator, written));
        assertThat(rows("select id from run where status = 'RUNNING'")).isEmpty();
        assertThat(rows("select id from run where status = 'INTERRUPTED'")).isNotEmpty();
        assertThat(rows("select message from failure")).isEmpty();
    }

    @Test
    void stop_in_the_middle_of_an_import() throws Exception {
        new DigestGenerator(5).write(home.resolve("digests"), 0, NEW_AT_START);
        Portal portal = Portal.start(home, "sulan.digests=" + home.resolve("digests"));
        portal.waitUntil("an edition is there", () -> editionsShown(portal) > 0);
        portal.close();
        assertThat(portal.log()).doesNotContain("ERROR", "Exception");
        assertThat(count("edition")).isPositive().isLessThan(NEW_AT_START);
        assertThat(rows(TORN)).isEmpty();
        assertThat(rows(UNACCOUNTED)).isEmpty();
        assertThat(rows("select status from run")).containsExactly("INTERRUPTED");
    }

    @Test
    void kills_while_saved_answers_are_read() throws Exception {
        Path dumps = Files.createDirectory(home.resolve("dumps"));
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int day = 0; day < SAVED; day++) {
            LocalDate date = first.plusDays(day);
            Path file = Files.writeString(dumps.resolve(date + ".json"),
                    ListedPaperJson.list(ListedPaperJson.papers(date, 20)));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        }
        String setting = "sulan.huggingface.dumps=" + dumps;
        int inTheMiddle = 0;
        for (int kill = 1; kill <= 3; kill++) {
            int before = kill == 1 ? 0 : count("saved_list");
            Portal portal = Portal.start(home, setting);
            portal.waitUntil("answers are read", () -> daysListed(portal) > before);
            Portal.pause(new Random().nextInt(200));
            portal.kill();
            int read = count("saved_list");
            System.out.printf("KillIT: kill %d left %d of %d answers%n", kill, read, SAVED);
            inTheMiddle += before < read && read < SAVED ? 1 : 0;
            assertThat(count("edition")).as("an answer and what it brought").isEqualTo(read);
            assertThat(count("listing")).isEqualTo(20 * read);
        }
        assertThat(inTheMiddle).isPositive();
        try (Portal portal = Portal.start(home, setting).ready()) {
            assertThat(portal.status("/days/" + first)).isEqualTo(200);
        }
        assertThat(count("saved_list")).isEqualTo(SAVED);
        assertThat(count("listing")).isEqualTo(20 * SAVED);
        assertThat(rows("select status from run where kind = 'DUMPS'")).contains("INTERRUPTED", "SUCCEEDED")
                .doesNotContain("RUNNING", "FAILED");
    }

    @Test
    void start_without_a_network() throws Exception {
        try (Portal portal = Portal.start(home, "sulan.huggingface.enabled=true", "sulan.huggingface.url=http://127.0.0.1:1",
                "sulan.huggingface.pause=1ms").ready()) {
            portal.waitUntil("the look has ended", () -> portal.log().contains("LISTS: "));
            assertThat(portal.log()).doesNotContain("ERROR", "\tat ");
            assertThat(portal.log().lines().filter(line -> line.contains("WARN") && line.contains("sulan.intake")))
                    .as("warnings of intake: one for the whole look").hasSize(1);
            assertThat(portal.status("/days/2023-09-20")).isEqualTo(200);
            assertThat(portal.body("/status.json")).contains("Hugging Face");
        }
        assertThat(rows("select status from run where kind = 'LISTS'")).containsExactly("FAILED");
        assertThat(count("edition")).as("the demo").isEqualTo(8);
    }

    @Test
    void kill_while_the_demo_is_loaded() throws Exception {
        Portal portal = Portal.start(home);
        portal.waitUntil("the demo begins", () -> portal.log().contains("DEMO of"));
        portal.kill();
        assertThat(count("edition")).isLessThan(8);
        Portal.start(home).ready().close();
        assertThat(count("edition")).isEqualTo(8);
        assertThat(count("listing")).isEqualTo(77);
        assertThat(count("overview")).isEqualTo(77);
    }

    /** How many editions readers see; while the others go in, each of them is whole. */
    private static int editionsShown(Portal portal) {
        String days = portal.body("/days.json");
        assertThat(days).doesNotContain(EditionStatus.PARTLY_FAILED.word());
        return days.split("\"" + EditionStatus.COMPLETE.word() + "\"", -1).length - 1;
    }

    private static int daysListed(Portal portal) {
        return portal.body("/days.json").split("\"" + EditionStatus.LISTED.word() + "\"", -1).length - 1;
    }

    private static int papers(DigestGenerator generator, int digests) {
        int papers = 0;
        for (int index = 0; index < digests; index++) {
            Digest digest = generator.digest(index);
            papers += digest.papers().size();
        }
        return papers;
    }

    private int count(String table) throws SQLException {
        return Integer.parseInt(rows("select count(*) from " + table).get(0));
    }

    private List<String> rows(String query) throws SQLException {
        String url = "jdbc:h2:file:" + home.resolve("data/sulan") + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sulan", "sulan");
                ResultSet result = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : " ").append(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }
}
