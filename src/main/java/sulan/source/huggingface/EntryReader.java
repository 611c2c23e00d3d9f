package sulan.source.huggingface;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import sulan.digest.Diagnostic;
import sulan.digest.ListedPaper;

/**
 * Makes a paper of an entry. Id and title are needed; of an entry without one of them nothing is kept.
 *
 * <p>
 * What its times mean was found by comparing the fields of saved answers from May 2024 to June 2026:
 * <ul>
 * <li>{@code paper.publishedAt}, always there: when the first version was submitted to arXiv, in UTC. From April 2026 only the
 * day, at midnight.
 * <li>{@code paper.submittedOnDailyAt}, since March 2025: when {@code submittedOnDailyBy}, a member of Hugging Face, put the
 * paper on the day's list. It lies on the list's date. A paper that is listed again has another moment and another member. In
 * June 2026 only the day, at midnight.
 * <li>{@code publishedAt} of the entry: until January 2025 the same, as the time at which the authors' records were made shows;
 * in
 * UTC in May 2024, and up to five hours early in December 2024 and January 2025. Since March 2025 it is
 * {@code paper.publishedAt} in
 * New York's time that is marked as UTC, so it says nothing; one can tell that by its being earlier.
 * </ul>
 * So listing and submission are one moment. It belongs to the listing as {@link ListedPaper#listedAt()}, and goes with the name
 * of the submitter as {@link ListedPaper#submittedAt()}.
 */
final class EntryReader {

    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 300;
    /** Papers on large experiments have some thousands. */
    private static final int MOST_AUTHORS = 10_000;
    private static final int MOST_ADDRESSES = 50;
    private static final int MOST_KEYWORDS = 100;
    /** The picture that is made of every paper; {@code mediaUrl} had it before there was {@code thumbnail}. */
    private static final String THUMBNAILS = "/social-thumbnails/";

    private static final JsonMapper JSON = new JsonMapper();

    private final Consumer<Diagnostic> diagnostics;

    /** @param diagnostics takes what is odd */
    EntryReader(Consumer<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * @param node an entry, whatever it is
     * @param number its number, counted from 1
     * @return the paper, or {@code null} if it cannot be read; then an ERROR says why
     */
    ListedPaper read(JsonNode node, int number) {
        if (node.isTextual()) {
            return leaveOut(number, "是一段文字（像是 Python 的写法），不是对象", node);
        }
        if (!node.isObject()) {
            return leaveOut(number, "不是对象", node);
        }
        try {
            Entry entry = JSON.treeToValue(node, Entry.class);
            return entry.paper() == null ? leaveOut(number, "没有 paper", node) : paper(entry, number, node);
        } catch (JsonProcessingException e) {
            return leaveOut(number, "的 paper 不是对象", node);
        }
    }

    private ListedPaper paper(Entry entry, int number, JsonNode node) {
        JsonNode id = entry.paper().id();
        String withoutVersion = id != null && id.isTextual() ? ArxivId.withoutVersion(id.textValue()) : null;
        if (withoutVersion == null) {
            return leaveOut(number, "没有 arXiv 编号", node);
        }
        Fields fields = new Fields(number, withoutVersion, diagnostics);
        String title = title(fields, entry);
        if (title == null) {
            return leaveOut(number, "没有标题", node);
        }
        return paper(entry, withoutVersion, title, fields);
    }

    /** The entry's own is the same, but of before the paper's was corrected. */
    private static String title(Fields fields, Entry entry) {
        String title = fields.text("paper.title", entry.paper().title(), PlainText::title, LONGEST_TITLE);
        return title != null ? title : fields.text("title", entry.title(), PlainText::title, LONGEST_TITLE);
    }

    private ListedPaper paper(Entry entry, String id, String title, Fields fields) {
        Entry.Paper paper = entry.paper();
        String summary = summary(fields, entry);
        // two may have the same name
        List<String> authors = fields.lines("paper.authors", paper.authors(),
                author -> author.isTextual() ? author : author.get("name"), LONGEST_NAME, MOST_AUTHORS);
        Instant publishedAt = fields.moment("paper.publishedAt", paper.publishedAt());
        Instant listedAt = listedAt(fields, entry, publishedAt);
        Integer upvotes = fields.count("paper.upvotes", paper.upvotes());
        fields.expect("paper.summary", summary);
        fields.expect("paper.authors", authors);
        fields.expect("paper.publishedAt", publishedAt);
        fields.expect("paper.upvotes", upvotes);
        return new ListedPaper(id, title, summary, authors, publishedAt, listedAt, listedAt, submitter(fields, entry),
                organization(fields, entry), upvotes, fields.count("numComments", entry.numComments()),
                thumbnail(fields, entry), media(fields, entry), fields.address("paper.projectPage", paper.projectPage()),
                fields.address("paper.githubRepo", paper.githubRepo()),
                fields.count("paper.githubStars", paper.githubStars()),
                fields.text("paper.ai_summary", paper.aiSummary(), PlainText::line, LONGEST_TEXT),
                fields.text("paper.ai_summary_model", paper.aiSummaryModel(), PlainText::line, LONGEST_NAME),
                keywords(fields, paper));
    }

    private static List<String> keywords(Fields fields, Entry.Paper paper) {
        return fields.lines("paper.ai_keywords", paper.aiKeywords(), keyword -> keyword, LONGEST_NAME, MOST_KEYWORDS).stream()
                .distinct().toList();
    }

    private static String summary(Fields fields, Entry entry) {
        String summary = fields.text("paper.summary", entry.paper().summary(), PlainText::paragraphs, LONGEST_TEXT);
        return summary != null ? summary : fields.text("summary", entry.summary(), PlainText::paragraphs, LONGEST_TEXT);
    }

    private static Instant listedAt(Fields fields, Entry entry, Instant publishedAt) {
        Instant submitted = fields.moment("paper.submittedOnDailyAt", entry.paper().submittedOnDailyAt());
        if (submitted != null) {
            return submitted;
        }
        Instant ofEntry = fields.moment("publishedAt", entry.publishedAt());
        return ofEntry != null && publishedAt != null && ofEntry.isAfter(publishedAt) ? ofEntry : null;
    }

    private static String submitter(Fields fields, Entry entry) {
        boolean ofEntry = Fields.isGiven(entry.submittedBy());
        return name(fields, ofEntry ? "submittedBy" : "paper.submittedOnDailyBy",
                ofEntry ? entry.submittedBy() : entry.paper().submittedOnDailyBy(), "fullname", "name", "user");
    }

    private static String organization(Fields fields, Entry entry) {
        boolean ofEntry = Fields.isGiven(entry.organization());
        return name(fields, ofEntry ? "organization" : "paper.organization",
                ofEntry ? entry.organization() : entry.paper().organization(), "fullname", "name");
    }

    /** The first name that is given. */
    private static String name(Fields fields, String name, JsonNode bearer, String... keys) {
        if (!Fields.isGiven(bearer)) {
            return null;
        }
        for (String key : keys) {
            String value = fields.text(name + "." + key, bearer.get(key), PlainText::line, LONGEST_NAME);
            if (value != null) {
                return value;
            }
        }
        fields.expect(name, null);
        return null;
    }

    private static String thumbnail(Fields fields, Entry entry) {
        return Fields.isGiven(entry.thumbnail()) || !isThumbnail(entry.mediaUrl())
                ? fields.address("thumbnail", entry.thumbnail())
                : fields.address("mediaUrl", entry.mediaUrl());
    }

    private static List<String> media(Fields fields, Entry entry) {
        if (Fields.isGiven(entry.mediaUrls())) {
            return fields.addresses("mediaUrls", entry.mediaUrls(), MOST_ADDRESSES);
        }
        if (Fields.isGiven(entry.paper().mediaUrls())) {
            return fields.addresses("paper.mediaUrls", entry.paper().mediaUrls(), MOST_ADDRESSES);
        }
        String single = isThumbnail(entry.mediaUrl()) ? null : fields.address("mediaUrl", entry.mediaUrl());
        return single == null ? List.of() : List.of(single);
    }

    private static boolean isThumbnail(JsonNode mediaUrl) {
        return mediaUrl != null && mediaUrl.isTextual() && mediaUrl.textValue().contains(THUMBNAILS);
    }

    private <T> T leaveOut(int number, String reason, JsonNode node) {
        String id = ArxivId.mentionedIn(node.isTextual() ? node.textValue() : node.toString());
        String which = id == null ? "" : "（提到 arXiv " + id + "）";
        diagnostics.accept(new Diagnostic(Diagnostic.Level.ERROR, 0, number,
                "第 " + number + " 条" + which + reason + "，这一条没有收入。"));
        return null;
    }
}
