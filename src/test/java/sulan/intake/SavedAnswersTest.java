package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sulan.source.huggingface.ListedPaperJson.list;
import static sulan.source.huggingface.ListedPaperJson.paper;
import static sulan.source.huggingface.ListedPaperJson.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.DayList;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.Failure;
import sulan.archive.Paper;
import sulan.archive.Run;
import sulan.archive.SavedList;

/** A folder of saved answers. */
@QuarkusTest
class SavedAnswersTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 22);
    private static final LocalDate NEXT = LocalDate.of(2025, 1, 23);

    @Inject
    ArchiveFixture fixture;
    @Inject
    ListRecorder recorder;
    @Inject
    Runs runs;
    @Inject
    Clock clock;
    @TempDir
    Path folder;

    private SavedAnswers portal;

    @BeforeEach
    void start() {
        fixture.empty();
        portal = newPortal();
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void answers_of_two_days() throws Exception {
        write("2025-01-22.json", list(papers(DAY, 3)));
        write("more/2025-01-23.json", "{\"status\": 200, \"data\": " + list(papers(NEXT, 2)) + "}");
        write("README.md", "not for the portal");
        portal.poll();
        assertThat(lastRun()).isEqualTo("SUCCEEDED 2: 2 recorded, 0 unchanged, 0 refused");
        assertThat(portal.isLoaded()).isTrue();
        tx(() -> {
            assertThat(Edition.summaries())
                    .extracting(edition -> edition.date() + " " + edition.papers() + " " + edition.status())
                    .containsExactly("2025-01-22 3 " + EditionStatus.LISTED, "2025-01-23 2 " + EditionStatus.LISTED);
            assertThat(SavedList.<SavedList> listAll()).extracting(file -> file.name)
                    .containsExactlyInAnyOrder("2025-01-22.json", "more/2025-01-23.json");
        });
        portal.poll();
        newPortal().poll();
        assertThat(inTx(() -> Run.count())).as("nothing to do at the next look, or start").isEqualTo(1);
    }

    @Test
    void states_of_one_day_whatever_folder_they_are_in() throws Exception {
        write("a/2025-01-22T06-15Z.json", list(paper("2501.00003"), paper("2501.00001").upvotes(9)));
        write("b/2025-01-22T04-16Z.json", list(paper("2501.00001").upvotes(2), paper("2501.00002")));
        portal.poll();
        tx(() -> {
            assertThat(Edition.<Edition> findById(DAY).listings).extracting(listing -> listing.id.paperId())
                    .containsExactly("2501.00001", "2501.00002", "2501.00003");
            assertThat(DayList.<DayList> findById(DAY).missing).isEqualTo(1);
        });
        assertThat(failures()).containsExactly("NOTE a/2025-01-22T06-15Z.json");
    }

    @Test
    void entries_and_files_that_cannot_be_read() throws Exception {
        write("2025-01-22.json", "[\"{'title': None}\", " + paper("2501.00001").json() + ", 7]");
        write("2025-01-23.json", "[\"{'title': None}\"]");
        write("2025-01-24.json", "[{\"paper\": ");
        write("january.json", list(paper("2501.00009")));
        write("2025-02-30.json", list(paper("2501.00008")));
        portal.poll();
        assertThat(lastRun()).isEqualTo("PARTLY_FAILED 5: 1 recorded, 0 unchanged, 4 refused");
        assertThat(failures()).containsExactly("ERROR 2025-01-22.json#1", "ERROR 2025-01-22.json#3", "ERROR 2025-01-23.json#1",
                "ERROR 2025-01-24.json", "ERROR 2025-02-30.json", "ERROR january.json");
        tx(() -> {
            assertThat(Paper.<Paper> listAll()).extracting(paper -> paper.id).containsExactly("2501.00001");
            assertThat(DayList.<DayList> findById(DAY).leftOut).isEqualTo(2);
            assertThat(DayList.<DayList> findById(NEXT).leftOut).isEqualTo(1);
            assertThat(DayList.<DayList> findById(LocalDate.of(2025, 1, 24))).isNull();
        });
        newPortal().poll();
        assertThat(inTx(() -> Run.count())).as("told once").isEqualTo(1);
    }

    @Test
    void kill_after_the_first_file() throws Exception {
        write("2025-01-22.json", list(papers(DAY, 3)));
        portal.poll();
        tx(() -> {
            Run killed = Run.newest(1).get(0);
            killed.status = Run.Status.RUNNING;
            killed.endedAt = null;
        });
        write("2025-01-23.json", list(papers(NEXT, 2)));
        runs.interruptLeftOver();
        newPortal().poll();
        assertThat(lastRun()).as("what was left").isEqualTo("SUCCEEDED 1: 1 recorded, 0 unchanged, 0 refused");
    }

    @Test
    void stop_before_the_first_file() throws Exception {
        write("2025-01-22.json", list(papers(DAY, 3)));
        portal.stop();
        portal.poll();
        assertThat(lastRun()).isEqualTo("INTERRUPTED 1: 0 recorded, 0 unchanged, 0 refused");
        assertThat(portal.isLoaded()).isFalse();
        newPortal().poll();
        assertThat(lastRun()).isEqualTo("SUCCEEDED 1: 1 recorded, 0 unchanged, 0 refused");
    }

    @Test
    void file_that_changes_and_one_that_is_being_written() throws Exception {
        write("2025-01-22.json", list(papers(DAY, 1)));
        portal.poll();
        write("2025-01-22.json", list(papers(DAY, 2)));
        portal.poll();
        tx(() -> assertThat(Edition.summaries().get(0).papers()).as("it may be written still").isEqualTo(1));
        portal.poll();
        tx(() -> assertThat(Edition.summaries().get(0).papers()).isEqualTo(2));
        write("2025-01-22.json", "[");
        portal.poll();
        portal.poll();
        assertThat(failures()).containsExactly("ERROR 2025-01-22.json");
        tx(() -> assertThat(Edition.summaries().get(0).papers()).as("nothing is taken away").isEqualTo(2));
    }

    @Test
    void folder_that_is_not_there() throws Exception {
        portal = new SavedAnswers(new WatchedFolder(folder.resolve("none"), ".json"), recorder, runs, clock);
        portal.poll();
        portal.poll();
        assertThat(lastRun()).startsWith("FAILED 0");
        assertThat(inTx(() -> Run.count())).as("told once").isEqualTo(1);
        assertThat(portal.isLoaded()).as("there may be other things to show").isTrue();
        Files.createDirectory(folder.resolve("none"));
        write("none/2025-01-22.json", list(papers(DAY, 1)));
        portal.poll();
        assertThat(lastRun()).startsWith("SUCCEEDED 1");
    }

    @Test
    void another_run_at_the_same_time() throws Exception {
        write("2025-01-22.json", list(papers(DAY, 1)));
        try (OpenRun run = runs.open(Run.Kind.LISTS, "lists", 0)) {
            assertThatThrownBy(() -> portal.poll()).isInstanceOf(RunInProgressException.class);
            run.complete();
        }
        portal.poll();
        assertThat(lastRun()).startsWith("SUCCEEDED 1");
    }

    private SavedAnswers newPortal() {
        return new SavedAnswers(new WatchedFolder(folder, ".json"), recorder, runs, clock);
    }

    /** A file that nobody has touched for a while. */
    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private static List<String> failures() {
        return inTx(() -> Failure.<Failure> list("order by id").stream().map(failure -> failure.level + " " + failure.place)
                .toList());
    }

    private static String lastRun() {
        return inTx(() -> {
            Run run = Run.newest(1).get(0);
            return "%s %d: %d recorded, %d unchanged, %d refused".formatted(run.status, run.total, run.recorded, run.unchanged,
                    run.refused);
        });
    }

    private static void tx(Runnable assertions) {
        QuarkusTransaction.requiringNew().run(assertions);
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
