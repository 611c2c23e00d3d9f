package sulan.operator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import sulan.archive.OperatorAlias;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagMerge;
import sulan.archive.TagProposal;

/**
 * What was decided about tags, and the way to those about which something is to be decided.
 *
 * @param q what tags are looked for by; empty if none are
 * @param found the most frequent ones that have it in a name
 * @param frequent the most frequent of all, to choose from
 * @param from what stands in the form of a merge; empty at first, as {@code into}
 * @param problem why the last decision was refused; {@code null} if it was not
 */
record TagOverview(String q, List<TagCount> found, List<TagCount> frequent, long proposals, List<TagMerge> merges,
        List<OperatorAlias> aliases, String from, String into, String problem) {

    static final int MOST_FOUND = 50;
    private static final int FREQUENT = 300;
    private static final int MOST_MERGES = 500;

    static TagOverview of(String q, TagCounts.Counted counts) {
        String looked = q == null ? "" : q.strip();
        return new TagOverview(looked, looked.isEmpty() ? List.of() : found(looked.toLowerCase(Locale.ROOT), counts),
                counts.tags().stream().limit(FREQUENT).toList(), TagProposal.count("state", TagProposal.State.OPEN),
                TagMerge.standing(MOST_MERGES), OperatorAlias.all(), "", "", null);
    }

    private static List<TagCount> found(String part, TagCounts.Counted counts) {
        Set<String> spelt = Tag.slugsWithSpelling(part);
        return counts.tags().stream().filter(tag -> spelt.contains(tag.slug())
                || Stream.of(tag.slug(), tag.en(), tag.zh())
                        .anyMatch(name -> name != null && name.toLowerCase(Locale.ROOT).contains(part)))
                .limit(MOST_FOUND).toList();
    }

    TagOverview refused(String given, String target, String why) {
        return new TagOverview(q, found, frequent, proposals, merges, aliases, given, target, why);
    }
}
