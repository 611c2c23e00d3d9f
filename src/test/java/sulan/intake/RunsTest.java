package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.Run;
import sulan.archive.Run.Status;
import sulan.intake.OpenRun.Outcome;

@QuarkusTest
class RunsTest {

    @Inject
    Runs runs;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void run_in_which_all_goes_well() throws Exception {
        try (OpenRun run = open()) {
            run.count(Outcome.RECORDED);
            run.count(Outcome.UNCHANGED);
            run.failure(Level.NOTE, Stage.FETCH, "a.md", "文件已不在文件夹中。");
            run.failure(Level.WARNING, Stage.READ, "b.md", "日期变了。");
            assertThat(last().status).isEqualTo(Status.RUNNING);
            assertThat(last().endedAt).isNull();
            run.complete();
        }
        assertThat(last().status).isEqualTo(Status.SUCCEEDED);
        assertThat(last().done()).isEqualTo(2);
        assertThat(last().endedAt).isNotNull();
    }

    @Test
    void run_in_which_something_is_refused() throws Exception {
        try (OpenRun run = open()) {
            run.count(Outcome.UNCHANGED);
            refuse(run);
            run.complete();
        }
        assertThat(last().status).isEqualTo(Status.PARTLY_FAILED);
    }

    @Test
    void run_in_which_all_is_refused() throws Exception {
        try (OpenRun run = open()) {
            refuse(run);
            run.complete();
        }
        assertThat(last().status).isEqualTo(Status.FAILED);
    }

    @Test
    void run_that_breaks_off() {
        assertThatThrownBy(() -> {
            try (OpenRun run = open()) {
                run.count(Outcome.RECORDED);
                throw new IllegalStateException("the disk is full");
            }
        }).hasMessage("the disk is full");
        assertThat(last().status).isEqualTo(Status.FAILED);
        assertThat(last().recorded).isEqualTo(1);
    }

    @Test
    void run_that_is_interrupted() throws Exception {
        try (OpenRun run = open()) {
            run.interrupt();
        }
        assertThat(last().status).isEqualTo(Status.INTERRUPTED);
    }

    @Test
    void run_in_which_something_is_to_be_tried_again() throws Exception {
        try (OpenRun run = open()) {
            run.count(Outcome.RECORDED);
            run.failure(Level.WARNING, Stage.READ, "2309.10668", "稍后再试。");
            run.count(Outcome.REFUSED);
            run.complete();
        }
        assertThat(last().status).isEqualTo(Status.PARTLY_FAILED);
    }

    @Test
    void run_that_is_cancelled() throws Exception {
        try (OpenRun run = open()) {
            assertThat(runs.cancel(run.id())).isTrue();
            assertThat(run.isCancelled()).isTrue();
        }
        assertThat(last().status).isEqualTo(Status.CANCELLED);
        assertThat(runs.cancel(last().id)).isFalse();
    }

    @Test
    void runs_of_two_lanes_at_the_same_time() throws Exception {
        try (OpenRun run = open(); OpenRun other = runs.open(Run.Kind.LISTS, "lists", 1)) {
            assertThat(inTx(() -> Run.open())).extracting(one -> one.kind).containsExactly(Run.Kind.IMPORT, Run.Kind.LISTS);
            run.complete();
            other.complete();
        }
    }

    @Test
    void second_run_at_the_same_time() throws Exception {
        try (OpenRun run = open()) {
            assertThatThrownBy(this::open).isInstanceOf(RunInProgressException.class);
            run.complete();
        }
        assertThat(inTx(() -> Run.count())).isEqualTo(1);
        open().close();
    }

    @Test
    void run_that_a_killed_portal_left_behind() throws Exception {
        QuarkusTransaction.requiringNew().run(this::leaveBehind);
        runs.interruptLeftOver();
        assertThat(last().status).isEqualTo(Status.INTERRUPTED);
        assertThat(last().endedAt).isNotNull();
    }

    @Test
    void run_that_was_left_behind_because_it_could_not_be_closed() throws Exception {
        QuarkusTransaction.requiringNew().run(this::leaveBehind);
        try (OpenRun run = open()) {
            run.complete();
        }
        assertThat(inTx(() -> Run.count("status", Status.INTERRUPTED))).isEqualTo(1);
        assertThat(inTx(() -> Run.count("status", Status.SUCCEEDED))).isEqualTo(1);
    }

    private OpenRun open() throws RunInProgressException {
        return runs.open(Run.Kind.IMPORT, "digests", 2);
    }

    private static void refuse(OpenRun run) {
        run.failure(Level.ERROR, Stage.READ, "bad.md:3", "没有日期。");
        run.count(Outcome.REFUSED);
    }

    private void leaveBehind() {
        Run run = new Run();
        run.kind = Run.Kind.IMPORT;
        run.source = "digests";
        run.status = Status.RUNNING;
        run.startedAt = java.time.Instant.now().minusSeconds(60);
        run.persist();
    }

    private static Run last() {
        return inTx(() -> Run.newest(1).get(0));
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
