package sulan.tag;

import java.util.List;

/**
 * Two tags that may be one. Nothing is merged by it; the operator decides.
 *
 * @param from slug of the tag that would go
 * @param into slug of the tag that would stay: a concept of the vocabulary, or the more frequent one
 * @param reasons why, the strongest first
 * @param score how likely it is, above 0 and below 1; only their order means something
 * @param papers how many papers carry the tag that would go
 */
public record MergeProposal(String from, String into, List<Reason> reasons, double score, long papers) {

    public MergeProposal {
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason for a merge.
     *
     * @param evidence what the two tags share or how they differ: the Chinese name, the acronym, or the two spellings
     */
    public record Reason(Kind kind, String evidence, double score) {
    }

    /** What makes two tags look like one. */
    public enum Kind {
        SHARED_CHINESE_NAME,
        ACRONYM,
        SIMILAR_SPELLING
    }
}
