package sulan.operator;

import java.util.List;

import sulan.archive.OperatorAlias;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagMerge;
import sulan.archive.TagSpellings;

/**
 * A tag as the operator edits it.
 *
 * @param aliases those that the operator gave it
 * @param candidates Chinese names that it was given and that do not lead to it
 * @param merges what was merged into it, directly
 * @param frequent the most frequent tags, to choose from
 * @param input what stands in the forms
 * @param problem why the last decision was refused; {@code null} if it was not
 */
record TagView(Tag tag, long papers, List<OperatorAlias> aliases, List<TagSpellings.Candidate> candidates,
        List<TagMerge> merges, List<TagCount> frequent, Input input, String problem) {

    private static final int FREQUENT = 300;

    /** What stands in the forms; nothing is {@code null}. */
    record Input(String en, String zh, String spelling, String into) {

        static Input of(Tag tag) {
            return new Input(text(tag.en), text(tag.zh), "", "");
        }

        static String text(String given) {
            return given == null ? "" : given;
        }
    }

    static TagView of(Tag tag, TagCounts.Counted counts) {
        TagCount count = counts.bySlug().get(tag.slug);
        return new TagView(tag, count == null ? 0 : count.papers(), OperatorAlias.of(List.of(tag)),
                TagSpellings.of(tag).candidates(), TagMerge.standingInto(tag),
                counts.tags().stream().limit(FREQUENT).toList(), Input.of(tag), null);
    }

    TagView refused(Input given, String why) {
        return new TagView(tag, papers, aliases, candidates, merges, frequent, given, why);
    }
}
