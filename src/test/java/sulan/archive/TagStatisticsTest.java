package sulan.archive;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import sulan.ListedPapers;
import sulan.archive.TagStatistics.Bucket;
import sulan.archive.TagStatistics.Carried;
import sulan.archive.TagStatistics.Listed;
import sulan.archive.TagStatistics.Recent;
import sulan.archive.TagStatistics.TagBucket;
import sulan.archive.TagStatistics.Together;
import sulan.archive.TagStatistics.Totals;
import sulan.archive.TagStatistics.Unit;

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
                assertThat(statistics().span(tag)).isEqualTo(
                        new TagStatistics.Span(papers.size(), dates.get(0), dates.get(dates.size() - 1)));
                assertThat(statistics().per(Unit.MONTH, tag)).isEqualTo(buckets(papers, date -> date.withDayOfMonth(1)));
                assertThat(statistics().per(Unit.WEEK, tag)).isEqualTo(buckets(papers, date -> date.with(DayOfWeek.MONDAY)));
            }
            return null;
        });
    }

    @Test
    void tag_that_no_paper_carries() {
        curation.merge("sparse-attention", "efficient-language-model", "ann");
        in(() -> {
            Tag tag = Tag.known("sparse-attention").orElseThrow();
            assertThat(statistics().span(tag)).isEqualTo(new TagStatistics.Span(0, null, null));
            assertThat(statistics().per(Unit.MONTH, tag)).isEmpty();
            assertThat(statistics().per(Unit.WEEK, tag)).isEmpty();
            assertThat(statistics().together(tag, 1, 10)).isEmpty();
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
            assertThat(statistics().together(tag, 2, 1000)).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(
                    together.entrySet().stream().filter(entry -> entry.getValue() >= 2)
                            .map(entry -> new Together(entry.getKey(), entry.getValue())).toList());
            assertThat(statistics().together(tag, 2, 3)).isEqualTo(statistics().together(tag, 2, 1000).subList(0, 3));
            return null;
        });
    }

    @Test
    void two_stretches_of_time() {
        in(() -> {
            LocalDate since = DigestGenerator.FIRST.plusDays(5);
            LocalDate from = DigestGenerator.FIRST.plusDays(30);
            LocalDate to = DigestGenerator.FIRST.plusDays(40);
            Map<String, Long> recent = carried(from, to);
            Map<String, Long> before = carried(since, from.minusDays(1));
            Set<String> slugs = new HashSet<>(recent.keySet());
            slugs.addAll(before.keySet());
            assertThat(statistics().recent(since, from, to, 3)).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(
                    slugs.stream().map(slug -> new Recent(slug, recent.getOrDefault(slug, 0L), before.getOrDefault(slug, 0L)))
                            .filter(tag -> tag.recent() >= 3 || tag.before() >= 3).toList());
            assertThat(statistics().papersWithTags(since, from, to)).isEqualTo(
                    new Totals(listed(from, to).size(), listed(since, from.minusDays(1)).size()));
            return null;
        });
    }

    @Test
    void shares_over_time() {
        in(() -> {
            LocalDate from = DigestGenerator.FIRST.plusDays(5);
            LocalDate to = DigestGenerator.FIRST.plusDays(40);
            List<Known> papers = listed(from, to).stream()
                    .map(paper -> new Known(paper.id, paper.tags, paper.dates.stream()
                            .filter(date -> !date.isBefore(from) && !date.isAfter(to)).toList()))
                    .toList();
            for (Unit unit : Unit.values()) {
                UnaryOperator<LocalDate> start = unit == Unit.WEEK ? date -> date.with(DayOfWeek.MONDAY)
                        : date -> date.withDayOfMonth(1);
                assertThat(statistics().listed(unit, from, to)).hasSizeGreaterThan(1).isEqualTo(buckets(papers, start).stream()
                        .map(bucket -> new Listed(bucket.start(), bucket.papers(), bucket.papers())).toList());
                List<String> slugs = List.of("sparse-language-model", "sparse-attention");
                assertThat(statistics().per(unit, slugs, from, to)).containsExactlyInAnyOrderElementsOf(slugs.stream()
                        .flatMap(slug -> buckets(papers.stream().filter(paper -> paper.tags.contains(slug)).toList(), start)
                                .stream().map(bucket -> new TagBucket(slug, bucket.start(), bucket.papers())))
                        .toList());
            }
            return null;
        });
    }

    @Test
    void papers_without_keywords_and_hidden_ones() {
        fixture.small();
        fixture.listed();
        in(() -> {
            // five on Monday, of which one is hidden and one has no keywords; three on the day after
            assertThat(statistics().listed(Unit.WEEK, ArchiveFixture.MONDAY, ArchiveFixture.UNWRITTEN))
                    .containsExactly(new Listed(ArchiveFixture.MONDAY, 7, 6));
            assertThat(statistics().firstListed(ArchiveFixture.MONDAY, ArchiveFixture.MONDAY)).extracting(Carried::slug)
                    .contains("offline-reinforcement-learning").doesNotContain("secret-keyword");
            return null;
        });
    }

    @Test
    void tags_that_are_new() {
        in(() -> {
            LocalDate from = DigestGenerator.FIRST.plusDays(20);
            LocalDate to = DigestGenerator.FIRST.plusDays(40);
            Map<String, Long> before = carried(DigestGenerator.FIRST, from.minusDays(1));
            assertThat(statistics().firstListed(from, to)).isNotEmpty().containsExactlyInAnyOrderElementsOf(
                    carried(from, to).entrySet().stream().filter(entry -> !before.containsKey(entry.getKey()))
                            .map(entry -> new Carried(entry.getKey(), entry.getValue())).toList());
            return null;
        });
    }

    @Test
    void pairs_of_tags() {
        in(() -> {
            LocalDate from = DigestGenerator.FIRST.plusDays(20);
            LocalDate to = DigestGenerator.FIRST.plusDays(40);
            Map<Set<String>, Long> pairs = listed(from, to).stream().flatMap(paper -> paper.tags.stream()
                    .flatMap(one -> paper.tags.stream().filter(other -> one.compareTo(other) < 0)
                            .map(other -> Set.of(one, other))))
                    .collect(groupingBy(pair -> pair, counting()));
            assertThat(statistics().pairs(from, to, 2).stream()
                    .collect(toMap(pair -> Set.of(pair.one(), pair.other()), TagStatistics.Pair::papers)))
                    .isNotEmpty().isEqualTo(pairs.entrySet().stream().filter(entry -> entry.getValue() >= 2)
                            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
            return null;
        });
    }

    @Test
    void recommendations_of_a_time() {
        fixture.small();
        in(() -> {
            // LongLoRA is listed twice, with one overview that is shown
            assertThat(RatingCount.recommendations(ArchiveFixture.WEDNESDAY, ArchiveFixture.FRIDAY))
                    .extracting(count -> count.value() == null ? null : count.value().toPlainString(), RatingCount::papers)
                    .containsExactlyInAnyOrder(tuple("4.50", 2L), tuple("4.00", 2L), tuple("1.50", 1L), tuple(null, 1L));
            return null;
        });
    }

    @Test
    void counts_follow_the_archive() {
        in(() -> {
            assertThat(counts.current().tags()).isEqualTo(ArchiveFixture.tagCounts());
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

    /** Only what changed is read anew; it must come to the same as counting everything. */
    @Test
    void figures_follow_every_change() {
        DigestGenerator others = new DigestGenerator(8, 5, 15);
        LocalDate day = DigestGenerator.FIRST.plusDays(3);
        String paper = in(() -> Edition.<Edition> findById(day).listings.get(0).id.paperId());
        followsAfter(() -> archive.record(others.digest(3), List.of(), "another day"));
        followsAfter(() -> archive.record(others.digest(DAYS + 1), List.of(), "a new day"));
        followsAfter(() -> archive.list(day, List.of(ListedPapers.full(paper, "Listed", 3, "weaving", "sparse attention"),
                ListedPapers.full("2601.09999", "New", 1, "weaving")), List.of(), 0, true, true));
        followsAfter(() -> archive.list(day, List.of(ListedPapers.full(paper, "Listed", 3, "yarn")), List.of(), 0, true, true));
        followsAfter(() -> archive.hide(paper, true));
        followsAfter(() -> archive.hide(paper, false));
        followsAfter(() -> archive.edit(paper, ArchiveFixture.overview("工作", null,
                List.of(new sulan.digest.Keyword("Knitting", "编织")), null, null, null)));
        followsAfter(() -> archive.withdrawEdit(paper));
        followsAfter(() -> curation.merge("sparse-attention", "efficient-language-model", "ann"));
        followsAfter(() -> curation.undoMerge("sparse-attention", "ann"));
        followsAfter(() -> curation.addAlias("Sparse attention", "sparse-language-model", "ann"));
        followsAfter(() -> curation.removeAlias("Sparse attention"));
        followsAfter(() -> curation.rename("sparse-attention", "Attention, sparse", "稀疏"));
        followsAfter(() -> fixture.empty());
        followsAfter(() -> archive.recordDemo(others.digest(0), List.of(), "demo"));
        followsAfter(() -> archive.removeDemo());
    }

    private void followsAfter(Runnable change) {
        in(counts::current);
        change.run();
        in(() -> {
            TagCounts.Counted counted = counts.current();
            assertThat(counted.tags()).isEqualTo(ArchiveFixture.tagCounts());
            TagStatistics anew = new TagStatistics(TaggedPapers.read());
            LocalDate last = LocalDate.of(9000, 1, 1);
            LocalDate middle = DigestGenerator.FIRST.plusDays(20);
            assertThat(counted.papers()).isEqualTo(anew.papersWithTags());
            for (Unit unit : Unit.values()) {
                assertThat(counted.statistics().listed(unit, DigestGenerator.FIRST, last))
                        .isEqualTo(anew.listed(unit, DigestGenerator.FIRST, last));
            }
            assertThat(counted.statistics().recent(DigestGenerator.FIRST, middle, last, 1))
                    .containsExactlyInAnyOrderElementsOf(anew.recent(DigestGenerator.FIRST, middle, last, 1));
            return null;
        });
    }

    private TagStatistics statistics() {
        return counts.current().statistics();
    }

    private static Map<String, Long> carried(LocalDate from, LocalDate to) {
        return listed(from, to).stream().flatMap(paper -> paper.tags.stream()).collect(groupingBy(slug -> slug, counting()));
    }

    private static List<Known> listed(LocalDate from, LocalDate to) {
        return papers().stream()
                .filter(paper -> paper.dates.stream().anyMatch(date -> !date.isBefore(from) && !date.isAfter(to))).toList();
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
