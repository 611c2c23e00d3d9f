package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static sulan.ArchiveFixture.CONTRASTIVE;
import static sulan.ArchiveFixture.LONGLORA;
import static sulan.ArchiveFixture.OLD_ID;
import static sulan.ArchiveFixture.UNRATED;
import static sulan.ArchiveFixture.WEDNESDAY;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

@QuarkusTest
class RevisionTest {

    @Inject
    Archive archive;
    @Inject
    ArchiveFixture fixture;
    @Inject
    Heard heard;

    @ApplicationScoped
    static class Heard {
        private final List<Long> numbers = new CopyOnWriteArrayList<>();

        void raised(@Observes(during = TransactionPhase.AFTER_SUCCESS) Revision.Raised raised) {
            numbers.add(raised.number());
        }

        List<Long> numbers() {
            return numbers;
        }
    }

    private long before;

    @BeforeEach
    void fill() {
        fixture.small();
        before = current();
    }

    @Test
    void digest_raises_the_papers_of_its_edition_and_those_that_it_no_longer_lists() {
        archive.record(digest(WEDNESDAY, 1, paper(1, UNRATED, "PoSE", overview("新", null, List.of(), null, null, null))),
                List.of(), "other");
        assertThat(current()).isGreaterThan(before);
        assertThat(revisions()).allSatisfy((id, revision) -> {
            if (List.of(CONTRASTIVE, OLD_ID, "2309.10305", "2309.10020", "2309.11495").contains(id)) {
                assertThat(revision).as(id).isLessThanOrEqualTo(before);
            } else {
                assertThat(revision).as(id).isEqualTo(current());
            }
        });
    }

    @Test
    void digest_with_the_same_content() {
        archive.record(ArchiveFixture.wednesday(), List.of(), "wednesday");
        assertThat(current()).isEqualTo(before);
    }

    @Test
    void edit() {
        archive.edit(LONGLORA, overview("编辑", null, List.of(), null, null, null));
        assertThat(changed()).containsExactly(LONGLORA);
    }

    @Test
    void removal_of_the_demo() {
        fixture.empty();
        archive.recordDemo(ArchiveFixture.wednesday(), List.of(), "a");
        archive.edit(LONGLORA, overview("编辑", null, List.of(), null, null, null));
        long demo = current();
        archive.removeDemo();
        assertThat(current()).isGreaterThan(demo);
        assertThat(revisions()).containsOnly(Map.entry(LONGLORA, current()));
        List<RemovedPaper> removed = QuarkusTransaction.requiringNew()
                .call(() -> RemovedPaper.list("revision > ?1", demo));
        assertThat(removed).hasSize(4).extracting(paper -> paper.paperId).contains(UNRATED).doesNotContain(LONGLORA);
        // and once more, with papers that have left already
        archive.recordDemo(ArchiveFixture.wednesday(), List.of(), "a");
        archive.removeDemo();
        assertThat(QuarkusTransaction.requiringNew().call(() -> RemovedPaper.count("revision = ?1", current()))).isEqualTo(4);
    }

    @Test
    void papers_of_a_tag() {
        QuarkusTransaction.requiringNew()
                .run(() -> Revision.raiseForTags(List.of(Tag.bySlug("lora").orElseThrow()), Instant.now()));
        assertThat(changed()).containsExactly(LONGLORA);
    }

    @Test
    void transaction_that_is_rolled_back() {
        QuarkusTransaction.begin();
        Revision.raise(Instant.now());
        QuarkusTransaction.rollback();
        assertThat(current()).isEqualTo(before);
        assertThat(heard.numbers()).doesNotContain(before + 1);
    }

    @Test
    void event_when_the_change_can_be_read() {
        archive.edit(LONGLORA, overview("编辑", null, List.of(), null, null, null));
        assertThat(heard.numbers()).contains(current());
    }

    @Test
    void writers_come_one_after_the_other() throws Exception {
        CountDownLatch raised = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = new Thread(() -> QuarkusTransaction.requiringNew().run(() -> {
            Revision.raise(Instant.now());
            raised.countDown();
            await(goOn);
        }));
        first.start();
        await(raised);
        Thread second = new Thread(() -> archive.edit(LONGLORA, overview("编辑", null, List.of(), null, null, null)));
        second.start();
        assertThat(current()).as("seen before the commit").isEqualTo(before);
        goOn.countDown();
        first.join();
        second.join();
        assertThat(revisions()).containsEntry(LONGLORA, before + 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> changed() {
        return revisions().entrySet().stream().filter(paper -> paper.getValue() > before).map(Map.Entry::getKey).toList();
    }

    private static long current() {
        return QuarkusTransaction.requiringNew().call(() -> Revision.current().number());
    }

    private static Map<String, Long> revisions() {
        return QuarkusTransaction.requiringNew().call(() -> Paper.<Paper> listAll().stream()
                .collect(Collectors.toMap(paper -> paper.id, paper -> paper.revision)));
    }
}
