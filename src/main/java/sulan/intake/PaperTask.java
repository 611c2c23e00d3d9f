package sulan.intake;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Keyword;
import sulan.archive.Paper;
import sulan.archive.PendingOverview;
import sulan.source.llm.PaperText;
import sulan.tag.Vocabulary;

/**
 * A paper whose turn it is to get an overview.
 *
 * @param text what the model is told of it
 * @param date the edition for which it is written
 * @param model the model that was chosen; {@code null}: the one of the settings
 * @param left an answer that an earlier run has left behind; {@code null} if there is none
 */
record PaperTask(PaperText text, LocalDate date, String model, Answer left) {

    private static final FittingConcepts CONCEPTS = new FittingConcepts(Vocabulary.curated());

    /** @return {@code null} if it is no longer wanted */
    static PaperTask of(String paperId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            PendingOverview pending = PendingOverview.findById(paperId);
            if (pending == null || pending.state != PendingOverview.State.WAITING || pending.paper.summary == null) {
                return null;
            }
            Answer left = Answer.leftOf(paperId);
            boolean fits = left != null && (pending.model == null || pending.model.equals(left.model()));
            return new PaperTask(text(pending.paper), pending.editionDate, pending.model, fits ? left : null);
        });
    }

    /** What the model is told of a paper that has an abstract, within the caller's transaction. */
    static PaperText text(Paper paper) {
        List<sulan.digest.Keyword> keywords = paper.listedKeywords.stream().map(Keyword::content).toList();
        return new PaperText(paper.id, paper.title, paper.summary, CONCEPTS.names(paper.title, paper.summary, keywords));
    }

    String id() {
        return text.id();
    }
}
