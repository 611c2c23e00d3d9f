package sulan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sulan.search.InvalidQueryException.Reason;
import sulan.search.PaperQuery.Sort;

class PaperQueryTest {

    private static final LocalDate DAY = LocalDate.of(2023, 9, 20);
    private static final PaperQuery WEEK = PaperQuery.ofRange(LocalDate.of(2023, 9, 18), LocalDate.of(2023, 9, 24));

    record Step(PaperQuery base, PaperQuery query) {
    }

    @Property(tries = 3000, seed = "20230920")
    void parse_is_the_inverse_of_write(@ForAll("steps") Step step) {
        String parameters = step.query.toParameters(step.base);
        assertThat(parameters).matches("[A-Za-z0-9.*_+%=&-]*");
        assertThat(PaperQuery.parse(decoded(parameters), step.base)).isEqualTo(step.query);
    }

    @Property(seed = "20230920")
    void write_says_only_what_differs(@ForAll("steps") Step step) {
        assertThat(step.query.toParameters(step.query)).isEmpty();
        assertThat(step.base.toParameters(step.base)).isEmpty();
        assertThat(step.query.toParameters(step.base).isEmpty()).isEqualTo(step.query.equals(step.base));
    }

    @Property(seed = "20230920")
    void order_and_page_are_no_filters(@ForAll("steps") Step step) {
        PaperQuery turned = step.base.withSort(step.query.sort()).withSize(step.query.size()).withPage(step.query.page());
        assertThat(turned.isFiltered(step.base)).isFalse();
        assertThat(step.query.isFiltered(step.base)).isEqualTo(!step.query.withSort(step.base.sort())
                .withSize(step.base.size()).withPage(step.base.page()).equals(step.base));
    }

    @Provide
    Arbitrary<Step> steps() {
        return Arbitraries.of(PaperQuery.ALL, PaperQuery.ofDay(DAY), WEEK, PaperQuery.ofTag("large-language-model"))
                .flatMap(base -> queries(base).map(query -> new Step(base, query)));
    }

    private static Arbitrary<PaperQuery> queries(PaperQuery base) {
        Arbitrary<String> words = Arbitraries.oneOf(Arbitraries.of("", "大 模型", "C++ & C#", "50%_!"),
                Arbitraries.strings().ofMaxLength(30)
                        .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c))));
        Arbitrary<List<String>> tags = Arbitraries.of("transformer", "c++", "对比解码", "large-language-model", "a&b=c").list()
                .ofMaxSize(4);
        Arbitrary<BigDecimal> least = Arbitraries.of("0", "1.5", "4", "4.0", "4.25", "4.50", "5").map(BigDecimal::new)
                .injectNull(0.3);
        Arbitrary<LocalDate> dates = base.from() == null
                ? Arbitraries.of(DAY, DAY.plusDays(1), DAY.minusYears(1)).injectNull(0.3)
                : Arbitraries.integers().between(0, (int) (base.to().toEpochDay() - base.from().toEpochDay()))
                        .map(base.from()::plusDays);
        return Combinators.combine(words, Combinators.combine(tags, tags).as(List::of),
                Combinators.combine(dates, dates).as(PaperQueryTest::inOrder),
                Combinators.combine(least, least, least).as((a, b, c) -> new BigDecimal[] { a, b, c }),
                Arbitraries.of(List.of(true, false), List.of(false, true), List.of(false, false)),
                Arbitraries.of(Sort.values()), Arbitraries.integers().between(1, 100),
                Arbitraries.integers().between(1, PaperQuery.MAX_SIZE))
                .as((q, both, range, ratings, flags, sort, page, size) -> {
                    List<String> all = new ArrayList<>(base.tags());
                    all.addAll(both.get(0));
                    PaperQuery query = new PaperQuery(q, all, both.get(1), range.get(0), range.get(1), ratings[0], ratings[1],
                            ratings[2], flags.get(0), flags.get(1), base.sort(), page, size);
                    return base.sorts().contains(sort) ? query.withSort(sort).withPage(page) : query;
                });
    }

    private static List<LocalDate> inOrder(LocalDate one, LocalDate other) {
        List<LocalDate> dates = new ArrayList<>();
        boolean swap = one != null && other != null && one.isAfter(other);
        dates.add(swap ? other : one);
        dates.add(swap ? one : other);
        return dates;
    }

    private static Map<String, List<String>> decoded(String parameters) {
        Map<String, List<String>> decoded = new LinkedHashMap<>();
        for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split("&")) {
            String[] parts = parameter.split("=", 2);
            decoded.computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return decoded;
    }

    @Test
    void everything_in_an_address() {
        PaperQuery query = PaperQuery.parse(decoded("q=long+context&tag=lora&tag=llm&not=survey&from=2023-01-01&to=2023-12-31"
                + "&practicality=3&novelty=3.5&recommendation=4.50&rated=true&code=true&sort=novelty&page=2&size=50"),
                PaperQuery.ALL);
        assertThat(query).isEqualTo(new PaperQuery("long context", List.of("lora", "llm"), List.of("survey"),
                LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31), new BigDecimal("3"), new BigDecimal("3.5"),
                new BigDecimal("4.5"), true, true, Sort.NOVELTY, 2, 50));
    }

    @Test
    void form_that_was_sent_empty() {
        assertThat(PaperQuery.parse(decoded("q=&tag=&from=&to=&recommendation=+&sort=&page=&rated="), WEEK)).isEqualTo(WEEK);
    }

    @Test
    void parameters_of_others() {
        assertThat(PaperQuery.parse(decoded("utm_source=mail&fbclid=1"), PaperQuery.ALL)).isEqualTo(PaperQuery.ALL);
    }

    @Test
    void parameter_given_twice() {
        assertThat(PaperQuery.parse(decoded("sort=novelty&sort=practicality"), PaperQuery.ALL).sort())
                .isEqualTo(Sort.PRACTICALITY);
        assertThat(PaperQuery.parse(decoded("tag=a&tag=b&tag=a"), PaperQuery.ALL).tags()).containsExactly("a", "b");
    }

    @Test
    void dates_of_the_base_can_only_be_narrowed() {
        assertThat(PaperQuery.parse(decoded("from=2020-01-01&to=2030-01-01"), WEEK)).isEqualTo(WEEK);
        PaperQuery narrow = PaperQuery.parse(decoded("from=2023-09-19&to=2023-09-20"), WEEK);
        assertThat(narrow.from()).isEqualTo("2023-09-19");
        assertThat(narrow.to()).isEqualTo("2023-09-20");
        assertThatThrownBy(() -> PaperQuery.parse(decoded("from=2024-01-01"), WEEK)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> PaperQuery.parse(decoded("to=2023-01-01"), WEEK)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void tags_of_the_base_stay() {
        assertThat(PaperQuery.parse(decoded("tag=lora"), PaperQuery.ofTag("llm")).tags()).containsExactly("llm", "lora");
    }

    @Test
    void position_is_an_order_of_one_day_only() {
        assertThat(PaperQuery.ofDay(DAY).sorts()).contains(Sort.POSITION);
        assertThat(PaperQuery.ALL.sorts()).doesNotContain(Sort.POSITION);
        assertThat(WEEK.sorts()).doesNotContain(Sort.POSITION);
        assertThat(PaperQuery.parse(decoded("sort=position"), PaperQuery.ofDay(DAY)).sort()).isEqualTo(Sort.POSITION);
    }

    @Test
    void another_filter_leads_to_the_first_page() {
        PaperQuery second = PaperQuery.ALL.withPage(2);
        Set<Integer> pages = List.of(second.withWords("x"), second.withTag("x"), second.withoutTag("x"),
                second.withDates(DAY, null), second.withPracticality(BigDecimal.ONE), second.withNovelty(BigDecimal.ONE),
                second.withRecommendation(BigDecimal.ONE), second.withRated(true), second.withSort(Sort.NOVELTY),
                second.withSize(50)).stream().map(PaperQuery::page).collect(Collectors.toSet());
        assertThat(pages).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "sort=best | sort | NO_SUCH_ORDER", "sort=position | sort | NO_SUCH_ORDER", "sort=NEWEST | sort | NO_SUCH_ORDER",
            "from=2023-9-20 | from | NO_DATE", "to=2023-02-30 | to | NO_DATE", "from=x | from | NO_DATE",
            "to=%2B999999999-12-31 | to | NO_DATE", "from=-0001-01-01 | from | NO_DATE",
            "from=2023-09-21&to=2023-09-20 | from | DATES_REVERSED",
            "recommendation=6 | recommendation | NO_RATING", "practicality=-1 | practicality | NO_RATING",
            "novelty=many | novelty | NO_RATING", "novelty=5.01 | novelty | NO_RATING", "novelty=NaN | novelty | NO_RATING",
            "novelty=1e-9 | novelty | NO_RATING", "novelty=4.125 | novelty | NO_RATING", "novelty=٤ | novelty | NO_RATING",
            "rated=yes | rated | NO_FLAG", "rated=TRUE | rated | NO_FLAG",
            "page=0 | page | PAGE_OUT_OF_RANGE", "page=-1 | page | PAGE_OUT_OF_RANGE", "page=501 | page | PAGE_OUT_OF_RANGE",
            "page=two | page | NO_NUMBER", "page=99999999999 | page | NO_NUMBER", "size=0 | size | SIZE_OUT_OF_RANGE",
            "size=101 | size | SIZE_OUT_OF_RANGE", "size=x | size | NO_NUMBER" })
    void value_that_makes_no_sense(String parameters, String parameter, Reason reason) {
        assertThatThrownBy(() -> PaperQuery.parse(decoded(parameters), PaperQuery.ALL))
                .isInstanceOfSatisfying(InvalidQueryException.class, e -> {
                    assertThat(e.parameter()).isEqualTo(parameter);
                    assertThat(e.reason()).isEqualTo(reason);
                });
    }

    @Test
    void orders_that_there_are() {
        assertThatThrownBy(() -> PaperQuery.parse(decoded("sort=best"), PaperQuery.ALL))
                .isInstanceOfSatisfying(InvalidQueryException.class, e -> assertThat(e.values())
                        .containsExactly("newest, recommendation, practicality, novelty, upvotes, relevance", "best"));
    }

    @Test
    void too_many_words_or_tags() {
        assertThatThrownBy(() -> PaperQuery.ALL.withWords("x".repeat(201))).hasMessageContaining("200");
        String tags = IntStream.range(0, 21).mapToObj(i -> "tag=t" + i).collect(Collectors.joining("&"));
        assertThatThrownBy(() -> PaperQuery.parse(decoded(tags), PaperQuery.ALL)).hasMessageContaining("20");
    }
}
