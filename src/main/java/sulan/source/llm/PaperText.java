package sulan.source.llm;

import java.util.List;
import java.util.Objects;

/**
 * What the model is told of a paper. All of it was written by others and is data to the model, never an instruction.
 *
 * @param id the arXiv id without version
 * @param title the title
 * @param summary the abstract, as the author wrote it
 * @param concepts names of the vocabulary that fit the paper, as "English | 中文"; possibly empty
 */
public record PaperText(String id, String title, String summary, List<String> concepts) {

    /**
     * @throws NullPointerException if anything is {@code null}: without an abstract there is nothing to write an overview from
     */
    public PaperText {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        concepts = List.copyOf(concepts);
    }
}
