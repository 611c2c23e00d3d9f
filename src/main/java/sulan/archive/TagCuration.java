package sulan.archive;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import sulan.tag.Concept;
import sulan.tag.Folding;
import sulan.tag.Vocabulary;

/**
 * What the operator decides about tags. Each call is one transaction, or a part of the caller's. Decisions are kept as such and
 * stand above the vocabulary and above whatever is imported later; where keywords lead is worked out from them, so that a
 * decision that is taken back leaves everything as it would be without it.
 */
@ApplicationScoped
public class TagCuration {

    private final Clock clock;

    TagCuration(Clock clock) {
        this.clock = clock;
    }

    /**
     * Merges a tag into another: all its papers, and those that are recorded later, carry the other one, and its slug, names
     * and aliases lead there.
     *
     * @param from slug of the tag that goes
     * @param into slug of the tag that stays
     * @param by the operator's name
     * @throws TagDecisionException if one of them is not there or was merged already, or if they are one
     */
    @Transactional
    public void merge(String from, String into, String by) {
        Tagging.lock();
        merge(standing(from), standing(into), by);
    }

    private void merge(Tag from, Tag into, String by) {
        if (from.equals(into)) {
            throw new TagDecisionException("标签不能合并到它自己：" + from.slug);
        }
        changed(List.of(from));
        TagMerge merge = new TagMerge();
        merge.fromTag = from;
        merge.intoTag = into;
        merge.mergedAt = clock.instant();
        merge.mergedBy = by;
        merge.persist();
        from.mergedInto = into;
        Keyword.update("tag = ?1 where tag = ?2", into, from);
    }

    /**
     * Undoes the merge of a tag. What had been merged into it before, or since, is with it again. A proposal that was accepted
     * by the merge is open again.
     *
     * @param from slug of the tag that went
     * @throws TagDecisionException if it was not merged
     */
    @Transactional
    public void undoMerge(String from, String by) {
        Tagging.lock();
        Tag tag = known(from);
        TagMerge merge = TagMerge.standing(tag)
                .orElseThrow(() -> new TagDecisionException("标签“" + from + "”没有合并，无需撤销。"));
        merge.undoneAt = clock.instant();
        merge.undoneBy = by;
        tag.mergedInto = null;
        Keyword.update("tag = ?1 where resolved in ?2", tag, tag.withMerged());
        changed(List.of(tag));
        TagProposal.<TagProposal> list("fromSlug = ?1 and intoSlug = ?2 and state = ?3", from, merge.intoTag.slug,
                TagProposal.State.ACCEPTED).forEach(proposal -> decide(proposal, TagProposal.State.OPEN, null));
    }

    /**
     * Sends a spelling to a tag, whatever the vocabulary says of it: keywords that are written so, in English or in Chinese
     * alone, carry the tag. An alias that the operator gave it before is replaced.
     *
     * @param spelling however it is written; all that is folded alike goes with it
     * @param slug of the tag
     * @throws TagDecisionException if there is no such tag, or if it was merged
     */
    @Transactional
    public void addAlias(String spelling, String slug, String by) {
        Tagging.lock();
        if (spelling == null || spelling.isBlank()) {
            throw new TagDecisionException("别名不能为空。");
        }
        Tag tag = standing(slug);
        String folded = Folding.fold(spelling);
        OperatorAlias alias = OperatorAlias.<OperatorAlias> findByIdOptional(folded).orElseGet(OperatorAlias::new);
        alias.folded = folded;
        alias.spelling = spelling.strip();
        alias.tag = tag;
        alias.decidedAt = clock.instant();
        alias.decidedBy = by;
        alias.persist();
        resolve(folded);
    }

    /**
     * Takes back an alias that the operator gave.
     *
     * @throws TagDecisionException if there is none; those of the vocabulary are changed there
     */
    @Transactional
    public void removeAlias(String spelling) {
        String folded = Folding.fold(spelling);
        if (!OperatorAlias.deleteById(folded)) {
            throw new TagDecisionException("“" + spelling + "”不是管理员添加的别名。词表中的别名请在词表文件中修改。");
        }
        resolve(folded);
    }

    /**
     * Gives a tag other names; its slug stays.
     *
     * @param en the English name, or {@code null}
     * @param zh the Chinese name, or {@code null}
     * @throws TagDecisionException if there is no such tag, or neither name
     */
    @Transactional
    public void rename(String slug, String en, String zh) {
        Tag tag = known(slug);
        String english = en == null || en.isBlank() ? null : en.strip();
        String chinese = zh == null || zh.isBlank() ? null : zh.strip();
        if (english == null && chinese == null) {
            throw new TagDecisionException("标签至少要有一个名称。");
        }
        tag.en = english;
        tag.zh = chinese;
        tag.renamed = true;
        changed(List.of(tag));
    }

    /**
     * Merges as proposed.
     *
     * @throws TagDecisionException if the proposal is not open, or can no longer be carried out
     */
    @Transactional
    public void accept(long proposal, String by) {
        Tagging.lock();
        TagProposal accepted = open(proposal);
        decide(accepted, TagProposal.State.ACCEPTED, by);
        Tag into = Tag.known(accepted.intoSlug).orElseGet(() -> Vocabulary.curated().bySlug(accepted.intoSlug)
                .map(TagCuration::tagOf).orElseThrow(() -> missing(accepted.intoSlug)));
        merge(standing(accepted.fromSlug), standing(into), by);
    }

    /**
     * Decides that the two tags of a proposal are two; they are not proposed again.
     *
     * @throws TagDecisionException if the proposal is not open
     */
    @Transactional
    public void decline(long proposal, String by) {
        decide(open(proposal), TagProposal.State.DECLINED, by);
    }

    private void decide(TagProposal proposal, TagProposal.State state, String by) {
        proposal.state = state;
        proposal.decidedAt = by == null ? null : clock.instant();
        proposal.decidedBy = by;
    }

    private static TagProposal open(long id) {
        TagProposal proposal = TagProposal.findById(id);
        if (proposal == null || proposal.state != TagProposal.State.OPEN) {
            throw new TagDecisionException("这个合并建议已经处理过，或者不再成立。请刷新页面。");
        }
        return proposal;
    }

    private static Tag tagOf(Concept concept) {
        Tag tag = new Tag();
        tag.slug = concept.slug();
        tag.en = concept.en();
        tag.zh = concept.zh().equals(concept.en()) ? null : concept.zh();
        tag.persist();
        return tag;
    }

    /** Leads the keywords that are written so to their tags anew. */
    private void resolve(String folded) {
        changed(Tag.list("from Tag t where exists (select 1 from Keyword k where k.tag = t and k.folded = ?1)", folded));
        List<sulan.digest.Keyword> written = Keyword.getEntityManager()
                .createQuery("select distinct k.en, k.zh from Keyword k where k.folded = :folded", sulan.digest.Keyword.class)
                .setParameter("folded", folded).getResultList();
        Tags tags = Tags.of(written, Vocabulary.curated());
        Map<Tag, List<sulan.digest.Keyword>> byTag = written.stream().collect(groupingBy(tags::get));
        // nearly always all of them lead to one tag; only what a bracket decides can differ
        byTag.forEach((tag, keywords) -> {
            if (byTag.size() == 1) {
                Keyword.update("resolved = ?1, tag = ?2 where folded = ?3", tag, tag.leadsTo(), folded);
            } else {
                keywords.forEach(keyword -> Keyword.update("resolved = ?1, tag = ?2 where folded = ?3 and en = ?4", tag,
                        tag.leadsTo(), folded, keyword.en()));
            }
        });
    }

    /** Says that what is shown of the papers of these tags changes. */
    private void changed(Collection<Tag> tags) {
        Revision.raiseForTags(tags, clock.instant());
    }

    private static Tag known(String slug) {
        return Tag.known(slug).orElseThrow(() -> missing(slug));
    }

    private static Tag standing(String slug) {
        return standing(known(slug));
    }

    private static Tag standing(Tag tag) {
        if (tag.mergedInto != null) {
            throw new TagDecisionException("标签“" + tag.slug + "”已经合并到“" + tag.leadsTo().slug + "”，请直接使用后者。");
        }
        return tag;
    }

    private static TagDecisionException missing(String slug) {
        return new TagDecisionException("没有标签“" + slug + "”。");
    }
}
