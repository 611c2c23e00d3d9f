package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static sulan.ListedPapers.bare;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.LateDay.Reason;
import sulan.digest.Diagnostic;

/** Days that are late, in a week that ends on a Wednesday. */
@QuarkusTest
class LateDayTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 6, 10);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 6, 7);

    @Inject
    Archive archive;
    @Inject
    Deadlines deadlines;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void deadlines_as_they_come() {
        assertThat(deadlines.huggingface().expectedAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(deadlines.overview().lateAfter()).isEqualTo(Duration.ofHours(36));
    }

    @Test
    void weekday_without_papers() {
        list(WEDNESDAY);
        assertThat(lateAt("2026-06-10T11:59:59Z")).isEmpty();
        assertThat(lateAt("2026-06-10T12:00:00Z")).containsExactly(new LateDay(WEDNESDAY, Reason.NO_PAPERS));
        list(WEDNESDAY, "2606.00001");
        assertThat(lateAt("2026-06-10T12:00:00Z")).isEmpty();
    }

    @Test
    void sunday_without_papers() {
        list(SUNDAY);
        assertThat(lateAt("2026-06-10T12:00:00Z")).isEmpty();
    }

    @Test
    void weekday_that_could_not_be_asked_for() {
        archive.listFailed(WEDNESDAY, "不通。");
        assertThat(lateAt("2026-06-10T12:00:00Z")).as("never reached").isEmpty();
        list(SUNDAY);
        assertThat(lateAt("2026-06-10T12:00:00Z")).containsExactly(new LateDay(WEDNESDAY, Reason.NO_PAPERS));
    }

    @Test
    void weekdays_of_other_weeks() {
        list(WEDNESDAY.minusDays(7));
        list(WEDNESDAY.minusDays(6));
        assertThat(lateAt("2026-06-10T12:00:00Z")).containsExactly(new LateDay(WEDNESDAY.minusDays(6), Reason.NO_PAPERS));
    }

    @Test
    void day_that_grows_for_too_long_and_one_of_which_an_entry_is_missing() {
        archive.list(WEDNESDAY, List.of(bare("2606.00001", "One")), List.of(), 0, true, false);
        archive.list(WEDNESDAY.minusDays(1), List.of(bare("2606.00002", "Two")),
                List.of(new Diagnostic(Diagnostic.Level.ERROR, 0, 2, "没有编号")), 1, true, true);
        assertThat(lateAt("2026-06-10T11:59:59Z")).isEmpty();
        assertThat(lateAt("2026-06-10T12:00:00Z"))
                .containsExactly(new LateDay(WEDNESDAY.minusDays(1), Reason.NOT_COMPLETE));
        assertThat(lateAt("2026-06-11T12:00:00Z")).containsExactly(new LateDay(WEDNESDAY, Reason.NOT_COMPLETE),
                new LateDay(WEDNESDAY.minusDays(1), Reason.NOT_COMPLETE));
    }

    @Test
    void day_of_which_no_overviews_are_wanted() {
        archive.list(WEDNESDAY, List.of(bare("2606.00001", "One")), List.of(), 0, true, true);
        assertThat(lateAt("2026-06-14T00:00:00Z")).isEmpty();
    }

    @Test
    void archive_without_lists() {
        fixture.small();
        assertThat(lateAt("2023-09-23T12:00:00Z")).isEmpty();
    }

    private void list(LocalDate date, String... ids) {
        archive.list(date, List.of(ids).stream().map(id -> bare(id, "Paper")).toList(), List.of(), 0, true, false);
    }

    private List<LateDay> lateAt(String now) {
        return QuarkusTransaction.requiringNew().call(() -> LateDay.at(Instant.parse(now), deadlines));
    }
}
