package sulan.search;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.Paper;
import sulan.archive.Revision;
import sulan.archive.TagCount;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;
import sulan.digest.ListedPaper;
import sulan.digest.Overview;
import sulan.digest.Ratings;
import sulan.digest.Reasons;
import sulan.search.PaperHits.Facet;
import sulan.search.PaperQuery.Sort;
import sulan.tag.Folding;
import sulan.tag.Vocabulary;

/**
 * The search against a plain reading of its rules over the same papers in memory: random combinations of filters and orders
 * over a generated archive with many ties, papers listed again, editions recorded in any order and anew, edits, Hugging Face's
 * lists with keywords of their own, comparisons of days, hidden papers, and texts with the signs that mean something to a
 * database.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperSearchTest {

    private static final int QUERIES = 160;
    private static final List<String> RATINGS = List.of("2.0", "3.0", "3.5", "4.0", "4.0", "4.25", "4.5", "4.5", "5.0");
    private static final List<Keyword> KEYWORDS = List.of(new Keyword("Large language models", "大语言模型"),
            new Keyword("Large Language Model", null), new Keyword("LoRA", "低秩适配"), new Keyword("Diffusion", "扩散"),
            new Keyword("Diffusion models", "扩散模型"), new Keyword("C++", null), new Keyword(null, "多模态"),
            new Keyword("Multimodal", "多模态"), new Keyword("50%_!", null), new Keyword("Compression", "压缩"),
            new Keyword("Alignment", "对齐"), new Keyword("Agents", "智能体"));
    private static final List<String> WORDS = List.of("Language", "languages", "Model", "ｍｏｄｅｌｓ", "context", "扩散", "模型", "扩散模型",
            "大模型GPT", "100%", "a_b", "so!", "GPT-4", "“引号”", "it's", "\\back", "长上下文", "下文");
    private static final List<String> CONDITIONS = List.of("rec>=4", "prac<4.5", "nov=3.5", "rec>4.25", "nov<=3", "date:2022",
            "date:2022-03..2022-06", "date:..2022-01-15", "tag:lora", "-tag:扩散模型", "title:model", "author:\"Ada Lovelace\"",
            "author:li", "-模型", "(GPT OR context)", "\"language model\"", "-(so OR back)", "型G", "下", "!!!");
    private static final List<String> AUTHORS = List.of("Ada Lovelace", "Li Wei", "Wei Liu");

    @Inject
    Archive archive;
    @Inject
    PaperSearch search;
    @Inject
    ArchiveFixture fixture;
    @Inject
    UserTransaction transaction;

    private final Random random = new Random(20230920);
    private final Map<String, Known> papers = new TreeMap<>();

    /** A paper as the archive should know it. */
    private static final class Known {
        String id;
        String title;
        final TreeMap<LocalDate, Integer> listings = new TreeMap<>();
        Overview overview;
        Integer upvotes;
        List<String> authors = List.of();
        String summary;
        String lead;
        String organization;
        List<String> listedKeywords = List.of();
        final Map<LocalDate, Integer> choices = new HashMap<>();
        boolean code;

        LocalDate listedOn() {
            return listings.lastKey();
        }

        BigDecimal sum() {
            Ratings ratings = overview.ratings();
            return ratings.novelty() == null || ratings.practicality() == null ? null
                    : ratings.novelty().add(ratings.practicality());
        }

        List<String> tags() {
            return Stream.concat(overview.keywords().stream(), listedKeywords.stream().map(word -> new Keyword(word, null)))
                    .map(word -> Vocabulary.curated().resolve(word).slug()).toList();
        }

        Stream<String> texts() {
            Reasons reasons = overview.reasons();
            Stream<String> own = Stream.of(title, summary, lead, organization, overview.mainWork(), overview.highlights(),
                    overview.comment(),
                    reasons.practicality(), reasons.novelty(), reasons.recommendation());
            Stream<String> keywords = overview.keywords().stream().flatMap(word -> Stream.of(word.en(), word.zh()));
            return Stream.of(own, keywords, listedKeywords.stream(), authors.stream()).flatMap(Function.identity())
                    .filter(text -> text != null);
        }
    }

    @BeforeAll
    void fill() throws Exception {
        List<Digest> digests = digests();
        for (Digest digest : digests) {
            for (DigestPaper listed : digest.papers()) {
                Known paper = papers.computeIfAbsent(listed.paperId(), id -> new Known());
                paper.id = listed.paperId();
                paper.title = listed.title();
                paper.listings.put(digest.date(), listed.position());
                // nothing said about it leaves standing what an earlier day says
                paper.overview = paper.overview == null || !listed.overview().equals(Overview.EMPTY) ? listed.overview()
                        : paper.overview;
            }
        }
        fixture.empty();
        List<Digest> inAnyOrder = new ArrayList<>(digests);
        Collections.shuffle(inAnyOrder, random);
        for (Digest digest : inAnyOrder) {
            if (random.nextInt(5) == 0) {
                archive.record(earlierVersion(digest), List.of(), "earlier " + digest.date());
            }
            archive.record(digest, List.of(), "hash " + digest.date());
        }
        for (Known paper : papers.values()) {
            if (random.nextInt(20) == 0) {
                paper.overview = overview();
                archive.edit(paper.id, paper.overview);
            }
        }
        fillFromLists();
        compareDays();
        hideSome();
        transaction.begin();
        long revision = Revision.raise(Instant.now());
        for (Known paper : papers.values()) {
            paper.upvotes = random.nextInt(3) == 0 ? null : random.nextInt(6);
            Paper known = Paper.findById(paper.id);
            known.upvotes = paper.upvotes;
            paper.authors = random.nextInt(2) == 0 ? List.of() : List.of(AUTHORS.get(random.nextInt(3)), AUTHORS.get(0));
            known.authors = paper.authors;
            paper.summary = random.nextInt(2) == 0 ? null : words(2);
            known.summary = paper.summary;
            paper.code = random.nextInt(3) == 0;
            known.codeUrl = paper.code ? "https://example.org/" + paper.id : null;
            known.revision = revision;
        }
        transaction.commit();
        fixture.awaitIndex();
    }

    /**
     * Hugging Face's lists, of days with and without a digest; some papers have an overview, others only what the list says.
     */
    private void fillFromLists() {
        List<LocalDate> dates = new ArrayList<>(dates());
        Collections.shuffle(dates, random);
        List<LocalDate> listed = new ArrayList<>(dates.subList(0, 12));
        IntStream.rangeClosed(1, 4).forEach(day -> listed.add(Collections.max(dates).plusDays(day)));
        for (LocalDate date : listed) {
            List<String> known = List.copyOf(papers.keySet());
            List<ListedPaper> list = new ArrayList<>();
            for (int i = 2 + random.nextInt(5); i > 0; i--) {
                String id = random.nextBoolean() ? known.get(random.nextInt(known.size()))
                        : "2507.%05d".formatted(random.nextInt(100_000));
                if (list.stream().noneMatch(paper -> paper.id().equals(id))) {
                    list.add(listed(id));
                }
            }
            archive.list(date, list, List.of(), 0, true, true);
            list.forEach(paper -> take(date, paper));
        }
    }

    private ListedPaper listed(String id) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String word = KEYWORDS.get(random.nextInt(KEYWORDS.size())).en();
            if (word != null && !words.contains(word)) {
                words.add(word);
            }
        }
        String title = papers.containsKey(id) ? papers.get(id).title : words(2);
        return new ListedPaper(id, title, null, List.of(), null, null, null, null,
                random.nextInt(3) == 0 ? words(1) : null, null, null, null, List.of(), null, null, null,
                random.nextInt(3) == 0 ? words(2) : null, null, words);
    }

    /**
     * As {@link Archive#list} has it: a place is kept, a new one is behind all others; what is said anew on a later day counts.
     */
    private void take(LocalDate date, ListedPaper listed) {
        int last = papers.values().stream().filter(paper -> paper.listings.containsKey(date))
                .mapToInt(paper -> paper.listings.get(date)).max().orElse(0);
        boolean isNew = !papers.containsKey(listed.id());
        Known paper = papers.computeIfAbsent(listed.id(), id -> new Known());
        boolean newest = isNew || !date.isBefore(paper.listedOn());
        if (isNew) {
            paper.id = listed.id();
            paper.title = listed.title();
            paper.overview = Overview.EMPTY;
        }
        paper.listings.putIfAbsent(date, last + 1);
        paper.lead = paper.lead == null || newest && listed.lead() != null ? listed.lead() : paper.lead;
        paper.organization = paper.organization == null || newest && listed.organization() != null ? listed.organization()
                : paper.organization;
        paper.listedKeywords = listed.keywords().isEmpty() ? paper.listedKeywords : listed.keywords();
    }

    private void compareDays() {
        for (LocalDate date : dates()) {
            List<String> ids = new ArrayList<>(
                    papers.values().stream().filter(paper -> paper.listings.containsKey(date)).map(paper -> paper.id).toList());
            if (random.nextInt(3) > 0) {
                Collections.shuffle(ids, random);
                List<String> best = ids.subList(0, 1 + random.nextInt(ids.size()));
                archive.order(date, best);
                best.forEach(id -> papers.get(id).choices.put(date, best.indexOf(id) + 1));
            }
        }
    }

    private void hideSome() {
        for (String id : List.copyOf(papers.keySet())) {
            if (random.nextInt(30) == 0) {
                archive.hide(id, true);
                papers.remove(id);
            }
        }
    }

    private List<LocalDate> dates() {
        return papers.values().stream().flatMap(paper -> paper.listings.keySet().stream()).distinct().sorted().toList();
    }

    /** Editions by date, with gaps; some list papers of earlier ones again. */
    private List<Digest> digests() {
        List<Digest> digests = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        LocalDate date = LocalDate.of(2021, 11, 20);
        for (int edition = 0; edition < 45; edition++) {
            date = date.plusDays(1 + random.nextInt(random.nextInt(4) == 0 ? 90 : 3));
            List<DigestPaper> listed = new ArrayList<>();
            int count = 3 + random.nextInt(12);
            for (int position = 1; position <= count; position++) {
                String again = seen.isEmpty() || random.nextInt(8) > 0 ? null : seen.get(random.nextInt(seen.size()));
                String id = again != null && listed.stream().noneMatch(paper -> paper.paperId().equals(again)) ? again
                        : "%04d.%05d".formatted(2100 + edition, random.nextInt(100_000));
                listed.add(new DigestPaper(position, words(2), id, overview()));
            }
            listed.forEach(paper -> seen.add(paper.paperId()));
            digests.add(new Digest(date, null, null, null, listed, null));
        }
        return digests;
    }

    private Digest earlierVersion(Digest digest) {
        return new Digest(digest.date(), 1, null, "旧", digest.papers().stream()
                .map(paper -> new DigestPaper(paper.position(), paper.title(), paper.paperId(), overview())).toList(), null);
    }

    private Overview overview() {
        if (random.nextInt(12) == 0) {
            return new Overview(null, null, List.of(), Ratings.NONE, Reasons.NONE, null, null, false);
        }
        List<Keyword> keywords = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            keywords.add(KEYWORDS.get(random.nextInt(KEYWORDS.size())));
        }
        return new Overview(words(1), words(1), keywords, new Ratings(rating(), rating(), rating()),
                new Reasons(null, random.nextInt(3) == 0 ? words(1) : null, null), null, null, false);
    }

    private BigDecimal rating() {
        return random.nextInt(7) == 0 ? null : new BigDecimal(RATINGS.get(random.nextInt(RATINGS.size())));
    }

    private String words(int count) {
        return random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }

    @Test
    void ids_order_and_total() {
        int fruitful = 0;
        for (int i = 0; i < QUERIES; i++) {
            PaperQuery query = query();
            List<Known> expected = found(query);
            fruitful += expected.size() > 1 ? 1 : 0;
            PaperHits hits = search.search(query);
            String address = query.toParameters(PaperQuery.ALL);
            assertThat(hits.total()).as(address).isEqualTo(expected.size()).isEqualTo(count(query));
            int start = Math.min(expected.size(), (query.page() - 1) * query.size());
            List<Known> page = expected.subList(start, Math.min(expected.size(), start + query.size()));
            List<String> all = search.all(query).stream().map(hit -> hit.paper().id).toList();
            if (query.sort() == Sort.RELEVANCE && !query.q().isEmpty()) {
                // how well words fit is the index's secret, but it has to keep to it from page to page
                assertThat(all).as(address).containsExactlyInAnyOrderElementsOf(ids(expected));
                assertThat(ids(hits)).as(address).isEqualTo(all.subList(start, Math.min(all.size(), start + query.size())));
            } else {
                assertThat(ids(hits)).as(address).isEqualTo(ids(page));
                assertThat(all).as(address).isEqualTo(ids(expected));
            }
        }
        assertThat(fruitful).as("queries that find more than one paper").isGreaterThan(QUERIES / 4);
    }

    private static List<String> ids(PaperHits hits) {
        return hits.items().stream().map(hit -> hit.paper().id).toList();
    }

    private static List<String> ids(List<Known> papers) {
        return papers.stream().map(paper -> paper.id).toList();
    }

    private static String slug(String spelling) {
        return Vocabulary.curated().bySpelling(spelling).map(concept -> concept.slug()).orElse(Folding.fold(spelling));
    }

    @Test
    void every_order() {
        for (Sort sort : PaperQuery.ALL.sorts()) {
            PaperQuery query = PaperQuery.ALL.withWords(sort == Sort.RELEVANCE ? "" : "model").withSort(sort);
            assertThat(search.all(query)).as(sort.word()).extracting(hit -> hit.paper().id)
                    .containsExactlyElementsOf(found(query).stream().map(paper -> paper.id).toList());
        }
    }

    @Test
    void words_from_a_chinese_keyboard() {
        long plain = count(PaperQuery.ALL.withWords("model 模型"));
        assertThat(plain).isPositive();
        assertThat(count(PaperQuery.ALL.withWords("ｍｏｄｅｌ　模型"))).isEqualTo(plain);
    }

    @Test
    void frequent_tags() {
        List<TagCount> frequent = search.frequentTags();
        assertThat(frequent).isNotEmpty().hasSizeLessThanOrEqualTo(FacetCounts.MOST_TAGS)
                .isSortedAccordingTo(Comparator.comparing(TagCount::papers).reversed().thenComparing(TagCount::slug));
        frequent.forEach(tag -> assertThat(tag.papers()).as(tag.slug())
                .isEqualTo(count(PaperQuery.ofTag(tag.slug()))));
        assertThat(frequent).as("all tags, as the archive counts them")
                .isEqualTo(QuarkusTransaction.requiringNew().call(ArchiveFixture::tagCounts));
    }

    @Test
    void arxiv_id_or_address_of_a_paper() {
        String id = papers.values().stream().map(paper -> paper.id).filter(known -> known.contains(".")).findFirst()
                .orElseThrow();
        for (String words : List.of(id, id + "v2", "https://arxiv.org/abs/" + id, "https://arxiv.org/pdf/" + id + "v1.pdf",
                "https://huggingface.co/papers/" + id)) {
            assertThat(search.all(PaperQuery.ALL.withWords(words))).as(words).extracting(hit -> hit.paper().id)
                    .containsExactly(id);
        }
    }

    @Test
    void tag_spelt_otherwise() {
        PaperHits hits = search.search(PaperQuery.ofTag("Large Language Models"));
        assertThat(hits.query().tags()).containsExactly("large-language-model");
        assertThat(hits.total()).isEqualTo(count(PaperQuery.ofTag("large-language-model")));
    }

    @Test
    void more_words_than_can_be_searched() {
        assertThatThrownBy(
                () -> count(PaperQuery.ALL.withWords("a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5")))
                .isInstanceOf(InvalidQueryException.class).hasMessageContaining("30");
    }

    @Test
    void every_day_in_every_order() {
        for (LocalDate date : dates()) {
            PaperQuery day = PaperQuery.ofDay(date);
            for (Sort sort : day.sorts()) {
                PaperQuery query = day.withSort(sort);
                assertThat(search.search(query).items()).as(date + " " + sort).extracting(hit -> hit.paper().id)
                        .containsExactlyElementsOf(found(query).stream().map(paper -> paper.id).toList());
            }
        }
    }

    @Test
    void facets_count_what_a_click_leads_to() {
        for (int i = 0; i < QUERIES / 8; i++) {
            PaperQuery query = query();
            String address = query.toParameters(PaperQuery.ALL);
            PaperHits.Facets facets = search.search(query).facets();
            for (Facet tag : facets.tags()) {
                assertThat(tag.count()).as("%s tag %s", address, tag)
                        .isEqualTo(count(query.withTag(tag.value())));
            }
            for (Facet year : facets.years()) {
                LocalDate first = LocalDate.of(Integer.parseInt(year.value()), 1, 1);
                assertThat(year.count()).as("%s year %s", address, year)
                        .isEqualTo(count(query.withDates(first, first.plusYears(1).minusDays(1))));
            }
            for (Facet month : facets.months()) {
                LocalDate first = LocalDate.parse(month.value() + "-01");
                assertThat(month.count()).as("%s month %s", address, month)
                        .isEqualTo(count(query.withDates(first, first.plusMonths(1).minusDays(1))));
            }
            for (Facet rated : facets.rated()) {
                assertThat(rated.count()).as("%s rated", address).isEqualTo(count(query.withRated(true)));
            }
            for (Facet code : facets.code()) {
                assertThat(code.count()).as("%s code", address).isEqualTo(count(query.withCode(true)));
            }
            for (Facet least : facets.recommendations()) {
                assertThat(least.count()).as("%s recommendation %s", address, least)
                        .isEqualTo(count(query.withRecommendation(new BigDecimal(least.value()))));
            }
        }
    }

    @Test
    void facets_are_complete() {
        for (int i = 0; i < QUERIES / 4; i++) {
            PaperQuery query = query();
            String address = query.toParameters(PaperQuery.ALL);
            PaperHits.Facets facets = search.search(query).facets();
            Map<String, Long> tags = found(query).stream().flatMap(paper -> paper.tags().stream().distinct())
                    .filter(tag -> !query.tags().contains(tag))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(counts(facets.tags())).as(address).isEqualTo(tags);
            assertThat(facets.tags()).as(address).isSortedAccordingTo(comparing(Facet::count, reverseOrder()));
            Map<String, Long> years = found(query.withDates(null, null)).stream()
                    .flatMap(paper -> paper.listings.keySet().stream().map(LocalDate::getYear).distinct())
                    .collect(Collectors.groupingBy(String::valueOf, Collectors.counting()));
            assertThat(counts(facets.years())).as(address).isEqualTo(years);
            assertThat(facets.years()).as(address).isSortedAccordingTo(comparing(Facet::value, reverseOrder()));
        }
    }

    @Test
    void rank_in_the_newest_edition() {
        for (Known paper : papers.values()) {
            PaperHit hit = search.find(paper.id);
            assertRank(hit, paper, paper.listedOn());
        }
    }

    @Test
    void rank_in_the_day_of_the_list() {
        LocalDate date = papers.values().stream().filter(paper -> paper.listings.size() > 1)
                .map(paper -> paper.listings.firstKey()).findFirst().orElseThrow();
        for (PaperHit hit : search.search(PaperQuery.ofDay(date)).items()) {
            assertRank(hit, papers.get(hit.paper().id), date);
        }
    }

    private void assertRank(PaperHit hit, Known paper, LocalDate date) {
        List<Known> day = papers.values().stream().filter(other -> other.listings.containsKey(date)).sorted(tiesIn(date))
                .toList();
        assertThat(hit.day()).isEqualTo(date);
        assertThat(hit.dayCount()).isEqualTo(day.size());
        assertThat(hit.rank()).isEqualTo(paper.overview.ratings().recommendation() == null ? null : day.indexOf(paper) + 1);
    }

    @Test
    void paper_that_is_not_there() {
        assertThat(search.find("2309.99999")).isNull();
        assertThat(search.find("")).isNull();
    }

    private static Map<String, Long> counts(List<Facet> facets) {
        return facets.stream().collect(Collectors.toMap(Facet::value, Facet::count));
    }

    /** A query with up to five filters; most of them find something. */
    private PaperQuery query() {
        PaperQuery query = PaperQuery.ALL.withSort(PaperQuery.ALL.sorts().get(random.nextInt(PaperQuery.ALL.sorts().size())));
        for (int i = random.nextInt(6); i > 0; i--) {
            query = switch (random.nextInt(11)) {
                case 0, 1 -> query.withTag(slug(anyTag()));
                case 2 -> PaperQuery.parse(Map.of("not", List.of(slug(anyTag()))), query);
                case 3 -> query.withWords(words(1 + random.nextInt(2)));
                case 8 -> query.withWords((query.q() + " " + CONDITIONS.get(random.nextInt(CONDITIONS.size()))));
                case 9 -> query.withCode(true);
                case 4 -> dates(query);
                case 5 -> query.withPracticality(least());
                case 6 -> query.withNovelty(least());
                case 7 -> query.withRecommendation(least());
                default -> query.withRated(true);
            };
        }
        return query.withSize(List.of(1, 7, 20, 100).get(random.nextInt(4))).withPage(1 + random.nextInt(3));
    }

    private String anyTag() {
        Keyword keyword = KEYWORDS.get(random.nextInt(KEYWORDS.size()));
        return keyword.en() == null ? keyword.zh() : keyword.en();
    }

    private PaperQuery dates(PaperQuery query) {
        List<LocalDate> dates = papers.values().stream().map(Known::listedOn).toList();
        LocalDate one = dates.get(random.nextInt(dates.size()));
        LocalDate other = random.nextInt(4) == 0 ? one : dates.get(random.nextInt(dates.size()));
        return switch (random.nextInt(4)) {
            case 0 -> query.withDates(one, null);
            case 1 -> query.withDates(null, one);
            default -> query.withDates(one.isBefore(other) ? one : other, one.isBefore(other) ? other : one);
        };
    }

    private BigDecimal least() {
        return new BigDecimal(RATINGS.get(random.nextInt(RATINGS.size())));
    }

    /** What the query should find, in order. */
    private List<Known> found(PaperQuery query) {
        return papers.values().stream().filter(matches(query)).sorted(order(query)).toList();
    }

    private static Predicate<Known> matches(PaperQuery query) {
        Expression words = Words.parse(query.q()).expression();
        return paper -> {
            Ratings ratings = paper.overview.ratings();
            return holds(words, paper) != Boolean.FALSE
                    && paper.tags().containsAll(query.tags())
                    && Collections.disjoint(paper.tags(), query.not())
                    && listed(paper, query.from(), query.to())
                    && atLeast(ratings.practicality(), query.practicality())
                    && atLeast(ratings.novelty(), query.novelty())
                    && atLeast(ratings.recommendation(), query.recommendation())
                    && (!query.rated() || !ratings.equals(Ratings.NONE))
                    && (!query.code() || paper.code);
        };
    }

    /** {@code null} if the expression asks for nothing. */
    private static Boolean holds(Expression expression, Known paper) {
        if (expression instanceof Expression.All all) {
            return joined(all.parts(), paper, (one, other) -> one && other);
        } else if (expression instanceof Expression.Any any) {
            return joined(any.parts(), paper, (one, other) -> one || other);
        } else if (expression instanceof Expression.Not not) {
            Boolean part = holds(not.part(), paper);
            return part == null ? null : !part;
        } else if (expression instanceof Expression.Tagged tagged) {
            return paper.tags().contains(slug(tagged.tag()));
        } else if (expression instanceof Expression.Listed listed) {
            return listed(paper, listed.from(), listed.to());
        } else if (expression instanceof Expression.Rated rated) {
            BigDecimal rating = paper.overview.ratings().get(rated.criterion());
            return rating != null && switch (rated.comparison()) {
                case AT_LEAST -> rating.compareTo(rated.value()) >= 0;
                case MORE -> rating.compareTo(rated.value()) > 0;
                case AT_MOST -> rating.compareTo(rated.value()) <= 0;
                case LESS -> rating.compareTo(rated.value()) < 0;
                case EQUAL -> rating.compareTo(rated.value()) == 0;
            };
        }
        Expression.Text text = (Expression.Text) expression;
        PlainText wanted = new PlainText(text.text());
        Stream<String> texts = switch (text.field()) {
            case ANYWHERE -> paper.texts();
            case TITLE -> Stream.of(paper.title);
            case AUTHOR -> paper.authors.stream();
        };
        return wanted.isEmpty() ? null : texts.anyMatch(there -> new PlainText(there).contains(wanted));
    }

    private static Boolean joined(List<Expression> parts, Known paper, BinaryOperator<Boolean> join) {
        return parts.stream().map(part -> holds(part, paper)).filter(holds -> holds != null).reduce(join).orElse(null);
    }

    private static boolean listed(Known paper, LocalDate from, LocalDate to) {
        return paper.listings.keySet().stream().anyMatch(date -> (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to)));
    }

    private static boolean atLeast(BigDecimal rating, BigDecimal least) {
        return least == null || rating != null && rating.compareTo(least) >= 0;
    }

    private static Comparator<Known> order(PaperQuery query) {
        Comparator<Known> newest = comparing(Known::listedOn, reverseOrder());
        return switch (query.sort()) {
            case NEWEST -> newest.thenComparing(ties());
            case RECOMMENDATION -> query.oneDay().map(PaperSearchTest::tiesIn).orElse(ties());
            case PRACTICALITY -> highest(paper -> paper.overview.ratings().practicality()).thenComparing(ties());
            case NOVELTY -> highest(paper -> paper.overview.ratings().novelty()).thenComparing(ties());
            case UPVOTES -> highest((Known paper) -> paper.upvotes).thenComparing(ties());
            case RELEVANCE -> newest.thenComparing(ties());
            case POSITION -> comparing((Known paper) -> paper.listings.get(query.from()));
        };
    }

    /** The comparison of a day's papers decides among those of the day. */
    private static Comparator<Known> tiesIn(LocalDate day) {
        return highest((Known paper) -> paper.overview.ratings().recommendation())
                .thenComparing(paper -> paper.choices.get(day), nullsLast(naturalOrder()))
                .thenComparing(ties());
    }

    /** As design and Javadoc have it. */
    private static Comparator<Known> ties() {
        return highest((Known paper) -> paper.overview.ratings().recommendation())
                .thenComparing(highest(Known::sum))
                .thenComparing(highest((Known paper) -> paper.upvotes))
                .thenComparing(Known::listedOn, reverseOrder())
                .thenComparing(paper -> paper.listings.get(paper.listedOn()))
                .thenComparing(paper -> paper.id);
    }

    private static <T extends Comparable<? super T>> Comparator<Known> highest(Function<Known, T> value) {
        return comparing(value, nullsLast(reverseOrder()));
    }

    private long count(PaperQuery query) {
        return search.counts(List.of(query)).get(query);
    }
}
