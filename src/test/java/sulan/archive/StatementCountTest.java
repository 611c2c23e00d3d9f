package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.DigestGenerator;
import sulan.ListedPapers;
import sulan.digest.Digest;
import sulan.digest.ListedPaper;

/** What keeps importing linear: the statements of a digest depend neither on its papers nor on the size of the archive. */
@QuarkusTest
class StatementCountTest {

    /** Ids come in blocks of 50 and rows in batches of 50: a few more statements for many keywords. */
    private static final int BLOCKS = 12;
    private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

    @Inject
    Archive archive;
    @Inject
    ArchiveFixture fixture;
    @Inject
    EntityManager entities;
    @Inject
    EntityManagerFactory factory;

    private Statistics statistics;

    @BeforeEach
    void count() {
        fixture.empty();
        statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
    }

    @AfterEach
    void stopCounting() {
        statistics.setStatisticsEnabled(false);
        fixture.empty();
    }

    @Test
    void digest_of_many_papers() {
        long few = statements(new DigestGenerator(1, 5, 5).digest(0), "few");
        long many = statements(new DigestGenerator(1, 60, 60).digest(100), "many");
        assertThat(many).isLessThan(few + BLOCKS);
    }

    @Test
    void changed_digest_of_many_papers() {
        statements(new DigestGenerator(1, 5, 5).digest(0), "a");
        long few = statements(new DigestGenerator(2, 5, 5).digest(0), "b");
        statements(new DigestGenerator(1, 60, 60).digest(100), "a");
        long many = statements(new DigestGenerator(2, 60, 60).digest(100), "b");
        assertThat(many).isLessThan(few + BLOCKS);
    }

    @Test
    void digest_in_a_larger_archive() {
        DigestGenerator generator = new DigestGenerator(1, 20, 20);
        statements(generator.digest(0), "warm");
        long early = statements(generator.digest(1), "early");
        for (int index = 2; index < 40; index++) {
            statements(generator.digest(index), "between");
        }
        assertThat(statements(generator.digest(40), "late")).isLessThan(early + BLOCKS);
    }

    @Test
    void list_of_many_papers() {
        long few = statements(DAY, 5, 1);
        long many = statements(DAY.plusDays(1), 80, 1);
        assertThat(many).isLessThan(few + BLOCKS);
    }

    @Test
    void changed_list_of_many_papers() {
        statements(DAY, 5, 1);
        long few = statements(DAY, 6, 2);
        statements(DAY.plusDays(1), 80, 1);
        assertThat(statements(DAY.plusDays(1), 90, 2)).isLessThan(few + BLOCKS);
    }

    private long statements(LocalDate date, int papers, int upvotes) {
        List<ListedPaper> listed = IntStream.range(0, papers)
                .mapToObj(i -> ListedPapers.full("26%02d.%05d".formatted(date.getDayOfMonth(), i), "Paper " + i, upvotes,
                        "loom " + i % 7, "yarn", "thread " + i + upvotes))
                .toList();
        return statements(() -> archive.list(date, listed, List.of(), 0, true, false));
    }

    private long statements(Digest digest, String hash) {
        return statements(() -> assertThat(archive.record(digest, List.of(), hash)).isTrue());
    }

    private long statements(Runnable recording) {
        // before the commit, after which the index reads what is new
        long count = QuarkusTransaction.requiringNew().call(() -> {
            long before = statistics.getPrepareStatementCount();
            recording.run();
            entities.flush();
            return statistics.getPrepareStatementCount() - before;
        });
        fixture.awaitIndex();
        return count;
    }
}
