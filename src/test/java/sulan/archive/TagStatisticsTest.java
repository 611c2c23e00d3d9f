package sulan.archive;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.DigestGenerator;
import sulan.archive.TagStatistics.Bucket;
import sulan.archive.TagStatistics.Recent;
import sulan.archive.TagStatistics.Together;

/** What the database counts is what is counted by hand, over papers that are listed more than once, too. */
@QuarkusTest
class TagStatisticsTest {

    private static final int DAYS = 45;

    @Inject
    Archive archive;
    @Inject
    TagCounts counts;
    @Inject
    TagCuration curation;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    void fill() {
        fixture.empty();
        DigestGenerator generator = new DigestGenerator(7, 5, 15);
        for (int day = 0; day < DAYS; day++) {
            archive.record(generator.digest(day), List.of(), "day " + day);
        }
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    private record Known(String id, Set<String> tags, List<LocalDate> dates) {
    }

    @Test
    void papers_over_time() {
        in(() -> {
            for (String slug : List.of("sparse-language-model", "efficient-language-model", "sparse-attention")) {
                Tag tag = Tag.bySlug(slug).orElseThrow();
                List<Known> papers = papers().stream().filter(paper -> paper.tags.contains(slug)).toList();
                List<LocalDate> dates = papers.stream().flatMap(paper -> paper.dates.stream()).sorted().toList();
                assertThat(TagStatistics.span(tag)).isEqualTo(
                        new TagStatistics.Span(papers.size(), dates.get(0), dates.get(dates.size() - 1)));
                assertThat(TagStatistics.perMonth(tag)).isEqualTo(buckets(papers, date -> date.withDayOfMonth(1)));
                assertThat(TagStatistics.perWeek(tag)).isEqualTo(buckets(papers, date -> date.with(DayOfWeek.MONDAY)));
            }
            return null;
        });
    }

    @Test
    void tag_that_no_paper_carries() {
        curation.merge("sparse-attention", "efficient-language-model", "ann");
        in(() -> {
            Tag tag = Tag.known("sparse-attention").orElseThrow();
            assertThat(TagStatistics.span(tag)).isEqualTo(new TagStatistics.Span(0, null, null));
            assertThat(TagStatistics.perMonth(tag)).isEmpty();
            assertThat(TagStatistics.perWeek(tag)).isEmpty();
            assertThat(TagStatistics.together(tag, 1, 10)).isEmpty();
            return null;
        });
    }

    @Test
    void tags_beside_a_tag() {
        in(() -> {
            Map<String, Long> together = papers().stream().filter(paper -> paper.tags.contains("sparse-language-model"))
                    .flatMap(paper -> paper.tags.stream()).filter(slug -> !slug.equals("sparse-language-model"))
                    .collect(groupingBy(slug -> slug, counting()));
            Tag tag = Tag.bySlug("sparse-language-model").orElseThrow();
            assertThat(TagStatistics.together(tag, 2, 1000)).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(
                    together.entrySet().stream().filter(entry -> entry.getValue() >= 2)
                            .map(entry -> new Together(entry.getKey(), entry.getValue())).toList());
            assertThat(TagStatistics.together(tag, 2, 3)).isEqualTo(TagStatistics.together(tag, 2, 1000).subList(0, 3));
            return null;
        });
    }

    @Test
    void two_stretches_of_time() {
        in(() -> {
            LocalDate since = DigestGenerator.FIRST.plusDays(5);
            LocalDate from = DigestGenerator.FIRST.plusDays(30);
            LocalDate to = DigestGenerator.FIRST.plusDays(40);
            Map<String, Long> recent = listedLast(from, to);
            Map<String, Long> before = listedLast(since, from.minusDays(1));
            assertThat(TagStatistics.recent(since, from, to, 3)).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(
                    recent.entrySet().stream().filter(entry -> entry.getValue() >= 3)
                            .map(entry -> new Recent(entry.getKey(), entry.getValue(),
                                    before.getOrDefault(entry.getKey(), 0L)))
                            .toList());
            return null;
        });
    }

    @Test
    void counts_follow_the_archive() {
        in(() -> {
            assertThat(counts.current().tags()).isEqualTo(Tag.counts());
            assertThat(counts.current()).isSameAs(counts.current());
            assertThat(counts.current().papers()).isEqualTo(papers().stream().filter(paper -> !paper.tags.isEmpty()).count());
            return null;
        });
        curation.merge("sparse-attention", "efficient-language-model", "ann");
        assertThat(in(counts::current).bySlug()).doesNotContainKey("sparse-attention");
        curation.undoMerge("sparse-attention", "ann");
        assertThat(in(counts::current).bySlug()).containsKey("sparse-attention");
        curation.rename("sparse-attention", "Attention, sparse", null);
        assertThat(in(counts::current).bySlug().get("sparse-attention").en()).isEqualTo("Attention, sparse");
    }

    private static Map<String, Long> listedLast(LocalDate from, LocalDate to) {
        return papers().stream().filter(paper -> {
            LocalDate last = paper.dates.get(paper.dates.size() - 1);
            return !last.isBefore(from) && !last.isAfter(to);
        }).flatMap(paper -> paper.tags.stream()).collect(groupingBy(slug -> slug, counting()));
    }

    private static List<Bucket> buckets(List<Known> papers, UnaryOperator<LocalDate> start) {
        Map<LocalDate, Long> buckets = new TreeMap<>();
        papers.forEach(paper -> new HashSet<>(paper.dates.stream().map(start).toList())
                .forEach(bucket -> buckets.merge(bucket, 1L, Long::sum)));
        return buckets.entrySet().stream().map(entry -> new Bucket(entry.getKey(), entry.getValue())).toList();
    }

    private static List<Known> papers() {
        return Paper.<Paper> listAll().stream().map(paper -> new Known(paper.id,
                paper.overview.keywords.stream().map(keyword -> keyword.tag.slug).collect(toSet()), paper.listingDates()))
                .toList();
    }

    private static <T> T in(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
