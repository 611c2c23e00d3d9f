package sulan.web;

import java.text.Collator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sulan.archive.Edition;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.search.InvalidQueryException;
import sulan.tag.Folding;
import sulan.tag.Vocabulary;

/**
 * The tags that are shown. A tag of one paper that is no concept of the vocabulary is only found by its name: most keywords are
 * written once and never again.
 *
 * @param q a part of a name or an alias to look for; empty for all
 * @param found how many there are
 * @param single how many more there are that are only found by their names
 * @param shown these, or as many of them as one page can bear
 */
public record TagList(String q, Order order, long found, long single, List<Row> shown) {

    private static final int MOST = 500;

    /** The orders of the list. */
    public enum Order {
        /** The most frequent first. */
        WEIGHT,
        NAME,
        /** Only what is more frequent than it was, the most striking first; see {@link RisingTags}. */
        RISING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param rise {@code null} except in the order of rising */
    public record Row(TagCount tag, TagShift rise) {
    }

    /** One of the orders, with the address of the list in it. */
    public record Choice(Order order, boolean chosen, String address) {
    }

    /** @throws InvalidQueryException if there is no such order */
    static TagList of(String words, String sort, TagCounts.Counted counted) {
        return of(words, sort, counted, MOST);
    }

    /** All that are found, on one page. */
    static TagList whole(String words, String sort, TagCounts.Counted counted) {
        return of(words, sort, counted, Integer.MAX_VALUE);
    }

    private static TagList of(String words, String sort, TagCounts.Counted counted, int most) {
        String q = words == null ? "" : words.strip();
        Order order = order(sort);
        Predicate<TagCount> matches = q.isEmpty() ? TagList::isFrequentOrCurated : matching(q);
        List<Row> rows = order == Order.RISING
                ? RisingTags.of(counted).stream().filter(rise -> q.isEmpty() || matches.test(rise.tag()))
                        .map(rise -> new Row(rise.tag(), rise)).toList()
                : counted.tags().stream().filter(matches).map(tag -> new Row(tag, null)).toList();
        long single = q.isEmpty() && order != Order.RISING ? counted.tags().size() - rows.size() : 0;
        List<Row> first = rows.stream().limit(most).toList();
        return new TagList(q, order, rows.size(), single, order == Order.NAME ? sortedByName(first) : first);
    }

    private static Order order(String sort) {
        if (sort == null || sort.isBlank()) {
            return Order.WEIGHT;
        }
        return Arrays.stream(Order.values()).filter(order -> order.word().equals(sort)).findFirst()
                .orElseThrow(() -> new InvalidQueryException("sort", InvalidQueryException.Reason.NO_SUCH_ORDER,
                        Arrays.stream(Order.values()).map(Order::word).collect(Collectors.joining(", ")), sort));
    }

    private static boolean isFrequentOrCurated(TagCount tag) {
        return tag.papers() > 1 || Vocabulary.curated().bySlug(tag.slug()).isPresent();
    }

    /** By a part of a name, or of any other spelling; width and case make no difference. */
    private static Predicate<TagCount> matching(String q) {
        String part = Normalizer.normalize(q, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String folded = Folding.fold(q);
        Set<String> spelt = Tag.slugsWithSpelling(part);
        return tag -> tag.slug().contains(folded) || spelt.contains(tag.slug()) || Stream.of(tag.slug(), tag.en(), tag.zh())
                .anyMatch(name -> name != null && name.toLowerCase(Locale.ROOT).contains(part));
    }

    private static List<Row> sortedByName(List<Row> rows) {
        // a collator is not safe for use by several threads
        Collator collator = Collator.getInstance(Language.current() == Language.ZH ? Locale.CHINA : Locale.ENGLISH);
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> Shown.name(row.tag()), collator)
                        .thenComparing(row -> row.tag().slug()))
                .toList();
    }

    /** Whether the first ones are all that is shown. */
    public boolean isCut() {
        return shown.size() < found;
    }

    public boolean isRising() {
        return order == Order.RISING;
    }

    /** The first of the days of which rising tags are told; {@code null} if there are none. */
    public LocalDate risingFrom() {
        return Edition.newest().map(newest -> RisingTags.from(newest.date)).orElse(null);
    }

    /** The word for the order in addresses; {@code null} for the one that goes without saying. */
    public String sort() {
        return order == Order.WEIGHT ? null : order.word();
    }

    public List<Choice> orders() {
        return Arrays.stream(Order.values()).map(other -> new Choice(other, other == order, address("/tags", other))).toList();
    }

    /** The address of this list. */
    public String address() {
        return address("/tags", order);
    }

    /** The address of its twin. */
    public String twin() {
        return address("/tags.json", order);
    }

    private String address(String path, Order in) {
        String words = q.isEmpty() ? "" : "q=" + Links.encoded(q);
        String sort = in == Order.WEIGHT ? "" : "sort=" + in.word();
        String parameters = words.isEmpty() || sort.isEmpty() ? words + sort : words + "&" + sort;
        return path + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
