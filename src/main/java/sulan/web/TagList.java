package sulan.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.quarkus.qute.i18n.MessageBundles;
import sulan.archive.TagCount;
import sulan.search.InvalidQueryException;

/**
 * The tags that are shown.
 *
 * @param q a part of the names to look for; empty for all
 * @param byName whether they are ordered by name; else the most frequent come first
 * @param found how many there are
 * @param shown these, or as many of them as one page can bear
 */
public record TagList(String q, boolean byName, long found, List<TagCount> shown) {

    private static final int MOST = 500;

    /** @throws InvalidQueryException if there is no such order */
    static TagList of(String words, String sort, List<TagCount> tags) {
        return of(words, sort, tags, MOST);
    }

    /** All that are found, on one page. */
    static TagList whole(String words, String sort, List<TagCount> tags) {
        return of(words, sort, tags, Integer.MAX_VALUE);
    }

    private static TagList of(String words, String sort, List<TagCount> tags, int most) {
        String q = words == null ? "" : words.strip();
        boolean byName = "name".equals(sort);
        if (!byName && sort != null && !sort.isBlank() && !sort.equals("weight")) {
            throw new InvalidQueryException("sort", MessageBundles.get(Messages.class).tagsInvalidSort(sort));
        }
        String part = q.toLowerCase(Locale.ROOT);
        List<TagCount> found = tags.stream()
                .filter(tag -> Stream.of(tag.slug(), tag.en(), tag.zh())
                        .anyMatch(name -> name != null && name.toLowerCase(Locale.ROOT).contains(part)))
                .toList();
        List<TagCount> first = found.stream().limit(most).toList();
        return new TagList(q, byName, found.size(), byName ? sortedByName(first) : first);
    }

    private static List<TagCount> sortedByName(List<TagCount> tags) {
        // a collator is not safe for use by several threads
        Collator collator = Collator.getInstance(Locale.CHINA);
        return tags.stream()
                .sorted(Comparator.comparing((TagCount tag) -> Shown.name(tag), collator).thenComparing(TagCount::slug))
                .toList();
    }

    /** Whether the most frequent ones are all that is shown. */
    public boolean isCut() {
        return shown.size() < found;
    }

    /** The address of this list. */
    public String address() {
        return address(byName);
    }

    public String byWeightAddress() {
        return address(false);
    }

    public String byNameAddress() {
        return address(true);
    }

    private String address(boolean ordered) {
        String words = q.isEmpty() ? "" : "q=" + Links.encoded(q);
        String order = ordered ? "sort=name" : "";
        String parameters = words.isEmpty() || order.isEmpty() ? words + order : words + "&" + order;
        return "/tags" + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
