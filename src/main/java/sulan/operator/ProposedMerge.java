package sulan.operator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import sulan.archive.Paper;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.archive.TagProposal;
import sulan.tag.Concept;
import sulan.tag.Vocabulary;

/**
 * A merge that is proposed, with what is needed to decide about it.
 *
 * @param proposal {@code null} if there is none (any more) at this place
 * @param from the tag that would go; {@code null} as well then, as is {@code into}
 * @param at its place among the open ones, the likeliest at 0
 * @param open how many are open
 * @param problem why the last decision was refused; {@code null} if it was not
 */
record ProposedMerge(TagProposal proposal, Side from, Side into, int at, int open, String problem) {

    private static final int EXAMPLES = 5;

    /**
     * One of the two tags.
     *
     * @param en {@code null} if it has no such name
     * @param zh {@code null} if it has no such name, or the same
     * @param examples the newest papers that carry it
     */
    record Side(String slug, String en, String zh, long papers, List<Paper> examples) {

        static Side of(String slug, TagCounts.Counted counts) {
            Optional<Tag> tag = Optional.ofNullable(Tag.bySlugs(List.of(slug)).get(slug));
            Optional<Concept> concept = Vocabulary.curated().bySlug(slug);
            TagCount count = counts.bySlug().get(slug);
            String en = tag.isPresent() ? tag.get().en : concept.map(Concept::en).orElse(null);
            String zh = tag.isPresent() ? tag.get().zh : concept.map(Concept::zh).orElse(null);
            return new Side(slug, en, Objects.equals(zh, en) ? null : zh, count == null ? 0 : count.papers(),
                    Paper.withTag(slug, EXAMPLES));
        }
    }

    /** The one at a place, or the last if there are not so many. */
    static ProposedMerge at(int place, TagCounts.Counted counts, String problem) {
        int open = (int) TagProposal.count("state", TagProposal.State.OPEN);
        int at = Math.max(0, Math.min(place, open - 1));
        List<TagProposal> likeliest = TagProposal.inState(TagProposal.State.OPEN, at + 1);
        if (likeliest.size() <= at) {
            return new ProposedMerge(null, null, null, 0, 0, problem);
        }
        TagProposal proposal = likeliest.get(at);
        return new ProposedMerge(proposal, Side.of(proposal.fromSlug, counts), Side.of(proposal.intoSlug, counts), at, open,
                problem);
    }

    /** Its place as people count. */
    public int number() {
        return at + 1;
    }
}
