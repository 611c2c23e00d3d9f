package sulan.source.huggingface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import sulan.digest.Diagnostic;
import sulan.digest.ListedPaper;

/** One reading of a list, answer by answer. A paper counts at its first place; entries are numbered over all answers. */
final class ListReading {

    private final List<ListedPaper> papers = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final EntryReader reader = new EntryReader(diagnostics::add);
    private final Map<String, Integer> numbers = new HashMap<>();
    private int entries;

    /** @return whether any entry is other than one before */
    boolean take(Answer answer) {
        boolean isNew = false;
        for (JsonNode entry : answer.entries()) {
            entries++;
            ListedPaper paper = reader.read(entry, entries);
            Integer before = paper == null ? null : numbers.putIfAbsent(paper.id(), entries);
            isNew |= before == null;
            if (before != null) {
                note(Diagnostic.Level.INFO, entries, "第 " + entries + " 条（" + paper.id() + "）与第 " + before + " 条是同一篇论文，只收一次。");
            } else if (paper != null) {
                papers.add(paper);
            }
        }
        return isNew;
    }

    /** There seems to be more, but no more is asked for. */
    void breakOff() {
        note(Diagnostic.Level.WARNING, 0, "Hugging Face 的列表好像没有尽头，只取了前 " + entries + " 条。");
    }

    /** Not one entry can be had. */
    void giveUp(UnreadableAnswerException reason) {
        note(Diagnostic.Level.ERROR, 0, "这份回答" + reason.readerReason() + "，一篇论文也读不出来；请换一份完整的。");
    }

    private void note(Diagnostic.Level level, int number, String message) {
        diagnostics.add(new Diagnostic(level, 0, number, message));
    }

    DailyList list() {
        return new DailyList(papers, diagnostics);
    }
}
