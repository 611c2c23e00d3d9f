package sulan.search;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sulan.search.InvalidQueryException.Reason;

/**
 * What a list of papers shows: all filters, the order and the page. Page, fragment and twins of every list are made from it. It
 * is {@linkplain #parse read from an address} and {@linkplain #toParameters written back to one}.
 *
 * <p>
 * A list that belongs to a page (a day, a tag) is a query of its own, its <em>base</em>: the address of that page only says
 * what differs from it.
 *
 * @param q what is looked for, in Chinese or English, in the language of {@link Words}; empty for no search
 * @param tags slugs of tags that a paper must all have
 * @param not slugs of tags that it must not have
 * @param from first date of listing, or {@code null}
 * @param to last date of listing, or {@code null}
 * @param practicality the least rating, 0 to 5, or {@code null}; papers without this rating are left out
 * @param novelty likewise
 * @param recommendation likewise
 * @param rated whether papers without any rating are left out
 * @param code whether papers are left out of which no address of their code is known
 * @param page counted from 1
 * @param size papers on a page, 1 to {@value #MAX_SIZE}
 */
public record PaperQuery(String q, List<String> tags, List<String> not, LocalDate from, LocalDate to, BigDecimal practicality,
        BigDecimal novelty, BigDecimal recommendation, boolean rated, boolean code, Sort sort, int page, int size) {

    public static final int MAX_SIZE = 100;
    public static final int MAX_TAGS = 20;
    public static final int MAX_WORDS_LENGTH = 200;
    /** How deep a list can be paged; further down there is always a narrower query. */
    public static final int MAX_DEPTH = 10_000;
    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern RATING = Pattern.compile("[0-9](\\.[0-9]{1,2})?");

    /** All papers, the newest first. */
    public static final PaperQuery ALL = new PaperQuery("", List.of(), List.of(), null, null, null, null, null, false, false,
            Sort.NEWEST, 1, 20);

    /** The orders of a list. Each is total; {@link PaperSearch} says how ties go on. */
    public enum Sort {
        NEWEST,
        RECOMMENDATION,
        PRACTICALITY,
        NOVELTY,
        UPVOTES,
        /** How well the words fit; without words the same as newest. */
        RELEVANCE,
        /** As the edition lists them; only in the list of a day. */
        POSITION;

        /** The word for it in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws InvalidQueryException if a value lies outside its range */
    public PaperQuery {
        q = q == null ? "" : Words.spaced(q);
        tags = tags.stream().distinct().toList();
        not = not.stream().distinct().toList();
        practicality = plain(practicality);
        novelty = plain(novelty);
        recommendation = plain(recommendation);
        if (q.length() > MAX_WORDS_LENGTH) {
            throw new InvalidQueryException("q", Reason.WORDS_TOO_LONG, MAX_WORDS_LENGTH);
        }
        if (tags.size() + not.size() > MAX_TAGS) {
            throw new InvalidQueryException("tag", Reason.TOO_MANY_TAGS, MAX_TAGS);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidQueryException("size", Reason.SIZE_OUT_OF_RANGE, MAX_SIZE);
        }
        if (page < 1 || (long) page * size > MAX_DEPTH) {
            throw new InvalidQueryException("page", Reason.PAGE_OUT_OF_RANGE, size, MAX_DEPTH / size, MAX_DEPTH);
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidQueryException("from", Reason.DATES_REVERSED);
        }
    }

    /** One form for equal ratings, so that 4 and 4.0 make equal queries. */
    private static BigDecimal plain(BigDecimal rating) {
        BigDecimal stripped = rating == null ? null : rating.stripTrailingZeros();
        return stripped == null || stripped.scale() >= 0 ? stripped : stripped.setScale(0);
    }

    /** The papers of one edition, as it lists them. */
    public static PaperQuery ofDay(LocalDate date) {
        return new PaperQuery("", List.of(), List.of(), date, date, null, null, null, false, false, Sort.POSITION, 1, MAX_SIZE);
    }

    /** The papers of a range of days, best first. */
    public static PaperQuery ofRange(LocalDate from, LocalDate to) {
        return new PaperQuery("", List.of(), List.of(), from, to, null, null, null, false, false, Sort.RECOMMENDATION, 1, 20);
    }

    /** The papers of one tag, the newest first. */
    public static PaperQuery ofTag(String slug) {
        return new PaperQuery("", List.of(slug), List.of(), null, null, null, null, null, false, false, Sort.NEWEST, 1, 20);
    }

    /**
     * Reads the parameters of an address. Parameters that are not known are left alone, blank ones are as if they were not
     * there.
     *
     * @param parameters decoded, each with its values in order
     * @param base what holds where the address says nothing; its tags stay, its dates can only be narrowed
     * @throws InvalidQueryException if a value makes no sense; it says which do
     */
    public static PaperQuery parse(Map<String, List<String>> parameters, PaperQuery base) {
        Parameters given = new Parameters(parameters);
        List<String> tags = new ArrayList<>(base.tags);
        tags.addAll(given.all("tag"));
        List<String> not = new ArrayList<>(base.not);
        not.addAll(given.all("not"));
        LocalDate from = given.one("from", base.from, PaperQuery::date);
        LocalDate to = given.one("to", base.to, PaperQuery::date);
        return new PaperQuery(
                given.one("q", base.q, (name, value) -> value),
                tags,
                not,
                base.from != null && from.isBefore(base.from) ? base.from : from,
                base.to != null && to.isAfter(base.to) ? base.to : to,
                given.one("practicality", base.practicality, PaperQuery::rating),
                given.one("novelty", base.novelty, PaperQuery::rating),
                given.one("recommendation", base.recommendation, PaperQuery::rating),
                given.one("rated", base.rated, PaperQuery::flag),
                given.one("code", base.code, PaperQuery::flag),
                given.one("sort", base.sort, (name, value) -> sort(name, value, base)),
                given.one("page", base.page, PaperQuery::number),
                given.one("size", base.size, PaperQuery::number));
    }

    private static LocalDate date(String name, String value) {
        try {
            if (DATE.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new InvalidQueryException(name, Reason.NO_DATE, value);
    }

    private static BigDecimal rating(String name, String value) {
        if (RATING.matcher(value).matches() && new BigDecimal(value).compareTo(BigDecimal.valueOf(5)) <= 0) {
            return new BigDecimal(value);
        }
        throw new InvalidQueryException(name, Reason.NO_RATING, value);
    }

    private static Boolean flag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidQueryException(name, Reason.NO_FLAG, value);
        };
    }

    private static Sort sort(String name, String value, PaperQuery base) {
        List<Sort> possible = base.sorts();
        return possible.stream().filter(sort -> sort.word().equals(value)).findFirst()
                .orElseThrow(() -> new InvalidQueryException(name, Reason.NO_SUCH_ORDER,
                        possible.stream().map(Sort::word).collect(Collectors.joining(", ")), value));
    }

    private static Integer number(String name, String value) {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new InvalidQueryException(name, Reason.NO_NUMBER, value);
        }
    }

    /** The orders that this list can have. */
    public List<Sort> sorts() {
        return Arrays.stream(Sort.values()).filter(sort -> oneDay().isPresent() || sort != Sort.POSITION).toList();
    }

    /** What the words ask for. */
    public Words words() {
        return Words.parse(q);
    }

    /** The day whose papers this list shows, if it is only one. */
    public Optional<LocalDate> oneDay() {
        return from != null && from.equals(to) ? Optional.of(from) : Optional.empty();
    }

    /**
     * The inverse of {@link #parse}: the parameters that lead from the base to this query, percent-encoded and joined by
     * {@code &}, always in the same order; empty if there is no difference.
     */
    public String toParameters(PaperQuery base) {
        StringJoiner parameters = new StringJoiner("&");
        BiFunction<String, Object, Object> add = (name, value) -> parameters
                .add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        if (!q.equals(base.q)) {
            add.apply("q", q);
        }
        tags.stream().filter(tag -> !base.tags.contains(tag)).forEach(tag -> add.apply("tag", tag));
        not.stream().filter(tag -> !base.not.contains(tag)).forEach(tag -> add.apply("not", tag));
        addIfOther(add, "from", from, base.from);
        addIfOther(add, "to", to, base.to);
        addIfOther(add, "practicality", practicality, base.practicality);
        addIfOther(add, "novelty", novelty, base.novelty);
        addIfOther(add, "recommendation", recommendation, base.recommendation);
        addIfOther(add, "rated", rated, base.rated);
        addIfOther(add, "code", code, base.code);
        addIfOther(add, "sort", sort.word(), base.sort.word());
        addIfOther(add, "page", page, base.page);
        addIfOther(add, "size", size, base.size);
        return parameters.toString();
    }

    private static void addIfOther(BiFunction<String, Object, Object> add, String name, Object value, Object base) {
        if (value != null && !value.equals(base)) {
            add.apply(name, value instanceof BigDecimal rating ? rating.toPlainString() : value);
        }
    }

    /** Whether anything is filtered that the base does not filter. Order and page are no filters. */
    public boolean isFiltered(PaperQuery base) {
        return !withSort(base.sort).withPage(base.page).withSize(base.size).equals(base);
    }

    public PaperQuery withWords(String words) {
        return new PaperQuery(words, tags, not, from, to, practicality, novelty, recommendation, rated, code, sort, 1, size);
    }

    public PaperQuery withTag(String slug) {
        return new PaperQuery(q, changed(tags, list -> list.add(slug)), not, from, to, practicality, novelty, recommendation,
                rated, code, sort, 1, size);
    }

    public PaperQuery withoutTag(String slug) {
        return new PaperQuery(q, changed(tags, list -> list.remove(slug)), not, from, to, practicality, novelty,
                recommendation, rated, code, sort, 1, size);
    }

    public PaperQuery withoutNot(String slug) {
        return new PaperQuery(q, tags, changed(not, list -> list.remove(slug)), from, to, practicality, novelty,
                recommendation, rated, code, sort, 1, size);
    }

    /** The same tags, wanted or not, with one slug in the place of another. */
    PaperQuery withTagReplaced(String slug, String other) {
        return new PaperQuery(q, changed(tags, list -> Collections.replaceAll(list, slug, other)),
                changed(not, list -> Collections.replaceAll(list, slug, other)), from, to, practicality, novelty,
                recommendation, rated, code, sort, page, size);
    }

    public PaperQuery withDates(LocalDate first, LocalDate last) {
        return new PaperQuery(q, tags, not, first, last, practicality, novelty, recommendation, rated, code, sort, 1, size);
    }

    public PaperQuery withPracticality(BigDecimal least) {
        return new PaperQuery(q, tags, not, from, to, least, novelty, recommendation, rated, code, sort, 1, size);
    }

    public PaperQuery withNovelty(BigDecimal least) {
        return new PaperQuery(q, tags, not, from, to, practicality, least, recommendation, rated, code, sort, 1, size);
    }

    public PaperQuery withRecommendation(BigDecimal least) {
        return new PaperQuery(q, tags, not, from, to, practicality, novelty, least, rated, code, sort, 1, size);
    }

    public PaperQuery withRated(boolean onlyRated) {
        return new PaperQuery(q, tags, not, from, to, practicality, novelty, recommendation, onlyRated, code, sort, 1, size);
    }

    public PaperQuery withCode(boolean onlyWithCode) {
        return new PaperQuery(q, tags, not, from, to, practicality, novelty, recommendation, rated, onlyWithCode, sort, 1,
                size);
    }

    public PaperQuery withSort(Sort order) {
        return new PaperQuery(q, tags, not, from, to, practicality, novelty, recommendation, rated, code, order, 1, size);
    }

    public PaperQuery withPage(int number) {
        return new PaperQuery(q, tags, not, from, to, practicality, novelty, recommendation, rated, code, sort, number, size);
    }

    public PaperQuery withSize(int papers) {
        return new PaperQuery(q, tags, not, from, to, practicality, novelty, recommendation, rated, code, sort, 1, papers);
    }

    private static List<String> changed(List<String> list, Change change) {
        List<String> copy = new ArrayList<>(list);
        change.apply(copy);
        return copy;
    }

    private interface Change {
        boolean apply(List<String> list);
    }

    /** The parameters of an address, blank values left out. */
    private record Parameters(Map<String, List<String>> values) {

        List<String> all(String name) {
            return values.getOrDefault(name, List.of()).stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
        }

        <T> T one(String name, T otherwise, BiFunction<String, String, T> read) {
            List<String> given = all(name);
            return given.isEmpty() ? otherwise : read.apply(name, given.get(given.size() - 1));
        }
    }
}
