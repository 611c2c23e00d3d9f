package sulan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import sulan.archive.Revision;
import sulan.search.FacetCounts.Count;

/** The most frequent tags of many papers, which are found without counting all of them, against counting one by one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacetCountsTest {

    private static final int PAPERS = 12_000;
    /** More than those that are looked up first. */
    private static final int TAGS = 6_000;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final Random random = new Random(1);
    private final Map<String, PaperDocument> papers = new HashMap<>();
    private IndexFolder index;

    @BeforeAll
    void fill(@TempDir Path folder) {
        index = IndexFolder.open(folder);
        // several segments, and papers in them that have been replaced
        for (int part = 0; part < 4; part++) {
            int begin = part * PAPERS / 4;
            write(IntStream.range(begin, begin + PAPERS / 4));
        }
        write(random.ints(800, 0, PAPERS).distinct());
    }

    @AfterAll
    void close() {
        index.close();
    }

    private void write(IntStream numbers) {
        List<PaperDocument> batch = numbers.mapToObj(this::paper).toList();
        batch.forEach(paper -> papers.put(paper.id, paper));
        index.write(batch, List.of());
        index.finish(new Revision(1, Instant.now(), Instant.now()));
    }

    /** Half of them have code and carry the tags that few others carry, so that both halves differ as much as possible. */
    private PaperDocument paper(int number) {
        PaperDocument paper = new PaperDocument();
        paper.id = "%04d.%05d".formatted(2401 + number % 9, number);
        paper.title = "Paper " + number;
        paper.authors = List.of();
        paper.code = random.nextBoolean();
        paper.tagIds = Stream.generate(() -> (long) (paper.code ? TAGS - zipf() : 1 + zipf())).limit(8)
                .collect(Collectors.toSet());
        paper.tags = paper.tagIds.stream().map(tag -> "tag-" + tag).collect(Collectors.toSet());
        paper.recommendation = random.nextInt(10) == 0 ? null : 100 * random.nextInt(1, 6);
        LocalDate day = FIRST.plusDays(number / 20);
        paper.days = List.of(day);
        paper.places = Set.of(Place.of(day, number % 20 + 1, null));
        return paper;
    }

    /** 0 is the most frequent. */
    private int zipf() {
        return (int) Math.pow(TAGS / 2, random.nextDouble()) - 1;
    }

    @Test
    void tags_of_all_papers() {
        assertCounted(PaperQuery.ALL, paper -> true);
    }

    @Test
    void tags_of_half_the_papers_that_are_as_all_are() {
        assertCounted(PaperQuery.ALL.withRecommendation(BigDecimal.valueOf(3)),
                paper -> paper.recommendation != null && paper.recommendation >= 300);
    }

    @Test
    void tags_of_half_the_papers_that_are_quite_different() {
        assertCounted(PaperQuery.ALL.withCode(true), paper -> paper.code);
    }

    @Test
    void tags_of_the_papers_of_a_range_of_days() {
        assertCounted(PaperQuery.ALL.withDates(FIRST.plusDays(100), null),
                paper -> !paper.days.get(0).isBefore(FIRST.plusDays(100)));
    }

    @Test
    void tags_of_few_papers() {
        assertCounted(PaperQuery.ALL.withDates(FIRST, FIRST.plusDays(9)),
                paper -> paper.days.get(0).isBefore(FIRST.plusDays(10)));
    }

    @Test
    void tags_beside_a_tag_that_many_papers_carry() {
        assertCounted(PaperQuery.ALL.withTag("tag-1"), paper -> paper.tagIds.contains(1L));
    }

    @Test
    void nothing_is_counted_of_an_index_without_papers(@TempDir Path folder) {
        PaperQuery query = PaperQuery.ALL.withTag("tag-1").withRated(true);
        try (IndexFolder empty = IndexFolder.open(folder)) {
            empty.finish(new Revision(1, Instant.now(), Instant.now()));
            try (SearchSession session = empty.session();
                    IndexSearch search = new IndexSearch(session, slug -> slug, Duration.ofMinutes(1))) {
                FacetCounts found = search.ask(query, 0, 20, true).counts();
                assertEquals(0, found.total());
                assertEquals(List.of(), found.tags());
                assertEquals(Map.of(query, 0L, PaperQuery.ALL, 0L), search.counts(List.of(query, PaperQuery.ALL)));
            }
        }
    }

    @Test
    void queries_are_counted_together_against_one_by_one() {
        LocalDate from = FIRST.plusDays(40);
        LocalDate to = FIRST.plusDays(80);
        Predicate<PaperDocument> listed = paper -> !paper.days.get(0).isBefore(from) && !paper.days.get(0).isAfter(to);
        Predicate<PaperDocument> tagged = paper -> paper.tagIds.contains(1L);
        Predicate<PaperDocument> untagged = paper -> !paper.tagIds.contains(1L) && !paper.tagIds.contains(2L);
        PaperQuery all = PaperQuery.ALL;
        PaperQuery tag = all.withTag("tag-1");
        PaperQuery not = PaperQuery.parse(Map.of("not", List.of("tag-1", "tag-2")), all);
        Map<PaperQuery, Predicate<PaperDocument>> expected = new HashMap<>();
        expected.put(all, paper -> true);
        expected.put(all.withCode(true), paper -> paper.code);
        expected.put(tag.withCode(true), tagged.and(paper -> paper.code));
        expected.put(tag.withDates(from, to), tagged.and(listed));
        expected.put(not.withDates(from, to), untagged.and(listed));
        expected.put(not.withDates(from, to).withCode(true), untagged.and(listed).and(paper -> paper.code));
        expected.put(all.withWords("paper"), paper -> true);
        expected.put(all.withWords("paper").withDates(from, to), listed);
        expected.put(all.withWords("paper 17"), paper -> paper.title.equals("Paper 17"));
        try (SearchSession session = index.session();
                IndexSearch search = new IndexSearch(session, slug -> slug, Duration.ofMinutes(1))) {
            Map<PaperQuery, Long> counts = search.counts(expected.keySet());
            expected.forEach((query, condition) -> assertEquals(papers.values().stream().filter(condition).count(),
                    counts.get(query), query.toString()));
        }
    }

    @Test
    void queries_that_there_is_no_time_for_are_left_out() {
        try (SearchSession session = index.session();
                IndexSearch search = new IndexSearch(session, slug -> slug, Duration.ZERO)) {
            assertEquals(Map.of(), search.counts(List.of(PaperQuery.ALL, PaperQuery.ALL.withTag("tag-1"))));
        }
    }

    @Test
    void tags_of_papers_that_lack_a_tag() {
        assertCounted(PaperQuery.parse(Map.of("not", List.of("tag-1")), PaperQuery.ALL), paper -> !paper.tagIds.contains(1L));
    }

    @Test
    void tags_beside_a_tag_in_a_few_days() {
        assertCounted(PaperQuery.ALL.withTag("tag-1").withDates(FIRST, FIRST.plusDays(9)),
                paper -> paper.tagIds.contains(1L) && paper.days.get(0).isBefore(FIRST.plusDays(10)));
    }

    @Test
    void months_and_years_whatever_the_dates_and_flags() {
        PaperQuery query = PaperQuery.ALL.withTag("tag-1").withRecommendation(BigDecimal.valueOf(3));
        List<PaperDocument> expected = papers.values().stream().filter(paper -> paper.tagIds.contains(1L)
                && paper.recommendation != null && paper.recommendation >= 300).toList();
        try (SearchSession session = index.session();
                IndexSearch search = new IndexSearch(session, slug -> slug, Duration.ofMinutes(1))) {
            FacetCounts found = search.ask(query.withDates(FIRST.plusDays(15), FIRST.plusDays(400)), 0, 0, true).counts();
            assertEquals(expected.stream().collect(Collectors.groupingBy(
                    paper -> paper.days.get(0).getYear() * 12 + paper.days.get(0).getMonthValue() - 1,
                    Collectors.summingInt(paper -> 1))), found.months());
            assertEquals(expected.stream()
                    .collect(Collectors.groupingBy(paper -> paper.days.get(0).getYear(), Collectors.summingInt(paper -> 1))),
                    found.years());
            FacetCounts all = search.ask(query, 0, 0, true).counts();
            assertEquals(expected.size(), all.total());
            assertEquals(expected.stream().filter(paper -> paper.code).count(), all.code());
            assertEquals(expected.size(), all.rated());
        }
    }

    private void assertCounted(PaperQuery query, Predicate<PaperDocument> condition) {
        Map<Long, Long> counts = papers.values().stream().filter(condition).flatMap(paper -> paper.tagIds.stream())
                .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));
        List<Count> expected = counts.entrySet().stream()
                .map(tag -> new Count(tag.getKey().intValue(), tag.getValue().intValue()))
                .sorted(Comparator.comparingInt(Count::papers).reversed().thenComparing(Count::tag))
                .limit(FacetCounts.MOST_TAGS + query.tags().size()).toList();
        try (SearchSession session = index.session();
                IndexSearch search = new IndexSearch(session, slug -> slug, Duration.ofMinutes(1))) {
            FacetCounts found = search.ask(query, 0, 0, true).counts();
            assertEquals(papers.values().stream().filter(condition).count(), found.total());
            assertEquals(expected, new ArrayList<>(found.tags()));
        }
    }
}
