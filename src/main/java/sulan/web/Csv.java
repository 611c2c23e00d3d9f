package sulan.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.digest.Ratings;
import sulan.search.PaperHit;

/**
 * Papers as a table (RFC 4180) that spreadsheets open right: in UTF-8 with a byte order mark, and ids with the prefix
 * {@code arXiv:}, because {@code 2309.10150} by itself is taken for a number and loses its zero.
 *
 * <p>
 * A text that a spreadsheet would take for a formula gets an apostrophe in front. So does one that begins with apostrophes
 * before such a sign; whoever takes one apostrophe off all these has the texts as they were.
 */
public final class Csv {

    /** What spreadsheets know UTF-8 by. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Chinese spreadsheets take the wide signs for the narrow ones. */
    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r\\n＝＋－＠]");
    private static final ObjectWriter WRITER = writer();

    private Csv() {
    }

    /**
     * A line. What is not known is empty. Several dates, tags or keywords are separated by a semicolon.
     *
     * @param rankDate the edition in which the paper has its rank, among so many
     */
    @JsonPropertyOrder({ "id", "title", "listedOn", "recommendation", "practicality", "novelty", "rankDate", "rank", "rankOf",
            "upvotes", "tags", "keywords", "mainWork", "highlights", "recommendationReason", "practicalityReason",
            "noveltyReason", "comment", "page", "arxiv" })
    record Row(String id, String title, String listedOn, BigDecimal recommendation, BigDecimal practicality, BigDecimal novelty,
            String rankDate, Integer rank, int rankOf, Integer upvotes, String tags, String keywords, String mainWork,
            String highlights, String recommendationReason, String practicalityReason, String noveltyReason, String comment,
            String page, String arxiv) {

        static Row of(PaperHit hit, String root) {
            Paper paper = hit.paper();
            Overview overview = paper.overview == null ? new Overview() : paper.overview;
            Ratings ratings = overview.ratings();
            return new Row("arXiv:" + paper.id, harmless(paper.title),
                    paper.listingDates().stream().map(Object::toString).collect(Collectors.joining("; ")),
                    ratings.recommendation(), ratings.practicality(), ratings.novelty(),
                    hit.day() == null ? null : hit.day().toString(), hit.rank(), hit.dayCount(), paper.upvotes,
                    harmless(paper.shownTags().stream().map(tag -> tag.slug).collect(Collectors.joining("; "))),
                    harmless(paper.shownKeywords().stream().map(word -> word.en == null ? word.zh
                            : word.zh == null ? word.en : word.en + " (" + word.zh + ")").collect(Collectors.joining("; "))),
                    harmless(overview.mainWork), harmless(overview.highlights), harmless(overview.recommendationReason),
                    harmless(overview.practicalityReason), harmless(overview.noveltyReason), harmless(overview.comment),
                    root + Links.paper(paper.id), Links.arxiv(paper.id));
        }
    }

    /** A text as it may stand in a cell; {@code null} if it is {@code null}. */
    public static String harmless(String text) {
        return text != null && FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static ObjectWriter writer() {
        CsvMapper mapper = CsvMapper.csvBuilder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).build();
        return mapper.writer(mapper.schemaFor(Row.class).withHeader().withLineSeparator("\r\n"));
    }

    /**
     * The table, with the names of the columns in the first line.
     *
     * @param root the address of this portal, without a slash at the end
     */
    static String of(List<PaperHit> hits, String root) {
        try {
            return BYTE_ORDER_MARK
                    + WRITER.writeValueAsString(hits.stream().map(hit -> Row.of(hit, root)).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table cannot be written", e);
        }
    }
}
