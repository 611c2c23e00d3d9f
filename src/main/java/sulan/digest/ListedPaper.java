package sulan.digest;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paper as a daily list gives it, before anything was written about it. All but id and title can be {@code null}, or empty,
 * when the list does not say.
 *
 * @param id the arXiv id without version, such as {@code 2309.10668}
 * @param title plain text on one line
 * @param summary the abstract, in plain text
 * @param authors their names in the paper's order; empty if they are not known
 * @param publishedAt when its first version appeared
 * @param listedAt when it was put on the list
 * @param submittedAt when it was submitted
 * @param submittedBy the name of the person who put it on the list
 * @param organization who it comes from, such as a laboratory
 * @param upvotes how many people recommend it, 0 or more
 * @param comments how many comments it has, 0 or more
 * @param thumbnailUrl address of a small picture, http or https
 * @param media addresses of pictures and films, http or https
 * @param projectUrl address of the project's page, http or https
 * @param codeUrl address of the code, http or https
 * @param codeStars how many stars the code has, 0 or more
 * @param lead what it does, in one sentence, in English
 * @param leadModel the language model that wrote the sentence and the keywords
 * @param keywords in English, as they are written; possibly empty
 */
public record ListedPaper(String id, String title, String summary, List<String> authors, Instant publishedAt, Instant listedAt,
        Instant submittedAt, String submittedBy, String organization, Integer upvotes, Integer comments, String thumbnailUrl,
        List<String> media, String projectUrl, String codeUrl, Integer codeStars, String lead, String leadModel,
        List<String> keywords) {

    /** How arXiv's ids look, today's and those from before April 2007. */
    static final Pattern ARXIV_ID = Pattern.compile("\\d{4}\\.\\d{4,5}|[a-z-]+(\\.[A-Z]{2})?/\\d{7}");

    /** @throws IllegalArgumentException if the id is not one of arXiv's, or the title is blank */
    public ListedPaper {
        if (id == null || !ARXIV_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an arXiv id: " + id);
        }
        title = Fragments.title(title);
        if (title == null) {
            throw new IllegalArgumentException("a paper has a title");
        }
        authors = List.copyOf(authors);
        media = List.copyOf(media);
        keywords = List.copyOf(keywords);
    }
}
