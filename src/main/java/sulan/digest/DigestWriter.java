package sulan.digest;

import java.math.BigDecimal;
import java.util.List;

/**
 * Writes a digest in one canonical form of the archive's format. Immutable and safe for use by several threads.
 *
 * <p>
 * Every part of the model is preserved: {@link DigestReader} reads from the document an equal digest, without a
 * diagnostic, whatever Markdown the texts hold. For that the document carries a signature, and every line of a text is
 * indented into the list item of its section. What is not preserved of a document that was read is its form: headings,
 * numbering, bullets, emphasis of labels, the way in which scores were written and scaled, separators, rules, blank
 * lines, and the order of the sections.
 */
public final class DigestWriter {

    /** It stands below the title. */
    private static final int SIGNATURE_WITHIN = 5;
    private static final String ESCAPED = "\\`*_[]<>&#!~|$^{}";

    /** The Markdown document; {@link DigestReader} reads from it an equal digest, without a diagnostic. */
    public String write(Digest digest) {
        StringBuilder document = new StringBuilder();
        writeHead(document, digest);
        for (DigestPaper paper : digest.papers()) {
            writePaper(document, paper);
        }
        return document.toString();
    }

    /** The section of one paper in such a document. It stands for itself, and is not read as a digest. */
    public String write(DigestPaper paper) {
        StringBuilder section = new StringBuilder();
        writePaper(section, paper);
        return section.toString();
    }

    /** Whether a document carries the signature of those that are written here. */
    public static boolean wrote(String document) {
        return document.lines().limit(SIGNATURE_WITHIN).anyMatch(Canonical.SIGNATURE::equals);
    }

    private static void writeHead(StringBuilder document, Digest digest) {
        paragraph(document, Canonical.TITLE_BEGIN + digest.date() + Canonical.TITLE_END);
        paragraph(document, Canonical.SIGNATURE);
        if (digest.sourceUrl() != null || digest.declaredCount() != null) {
            String source = digest.sourceUrl() == null ? null
                    : Canonical.SOURCE_BEGIN + digest.date() + "](" + destination(digest.sourceUrl()) + ")";
            String count = digest.declaredCount() == null ? null
                    : Canonical.COUNT_BEGIN + digest.declaredCount() + Canonical.COUNT_END;
            paragraph(document, "- " + (source == null ? count : count == null ? source : source + " " + count));
        }
        if (digest.note() != null) {
            paragraph(document, prefixed(digest.note(), "> ", ">"));
        }
        if (digest.unplaced() != null) {
            paragraph(document, Canonical.UNPLACED);
            paragraph(document, prefixed(digest.unplaced(), Canonical.ITEM_INDENT, ""));
        }
    }

    /** Brackets in an address end a Markdown link, unless it stands in angle brackets. */
    private static String destination(String address) {
        return address.indexOf('(') < 0 && address.indexOf(')') < 0 && address.indexOf('\\') < 0 ? address
                : "<" + address + ">";
    }

    private static void writePaper(StringBuilder document, DigestPaper paper) {
        paragraph(document, "## " + escaped(paper.title()));
        Overview overview = paper.overview();
        writeSection(document, Section.MAIN_WORK, overview.mainWork());
        writeSection(document, Section.HIGHLIGHTS, overview.highlights());
        writeSection(document, Section.KEYWORDS, keywords(overview.keywords()));
        writeSection(document, Section.RATINGS, ratings(overview));
        writeSection(document, Section.COMMENT, overview.comment());
        writeSection(document, Section.UNPLACED, overview.unplaced());
        if (overview.truncated()) {
            paragraph(document, Canonical.TRUNCATED);
        }
        paragraph(document, Canonical.DETAILS + paper.paperId() + ")");
    }

    private static void writeSection(StringBuilder document, Section section, String text) {
        if (text != null) {
            paragraph(document, Canonical.heading(section));
            paragraph(document, prefixed(text, Canonical.SECTION_INDENT, ""));
        }
    }

    private static String keywords(List<Keyword> keywords) {
        if (keywords.isEmpty()) {
            return null;
        }
        StringBuilder list = new StringBuilder();
        for (Keyword keyword : keywords) {
            String en = keyword.en() == null ? "" : CodeSpan.of(keyword.en());
            String zh = keyword.zh() == null ? "" : "(" + CodeSpan.of(keyword.zh()) + ")";
            paragraph(list, "- " + (en + " " + zh).strip());
        }
        return list.toString().strip();
    }

    /** A criterion without a score is listed only for the sake of its reason. */
    private static String ratings(Overview overview) {
        StringBuilder list = new StringBuilder();
        for (Criterion criterion : Criterion.values()) {
            BigDecimal rating = overview.ratings().get(criterion);
            String reason = overview.reasons().get(criterion);
            if (rating != null || reason != null) {
                paragraph(list, Canonical.label(criterion) + (rating == null ? Canonical.NOT_RATED : Canonical.score(rating)));
            }
            if (reason != null) {
                paragraph(list, prefixed(reason, Canonical.ITEM_INDENT, ""));
            }
        }
        return list.isEmpty() ? null : list.toString().stripTrailing();
    }

    private static String escaped(String title) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            if (isEscaped(title.charAt(i))) {
                escaped.append('\\');
            }
            escaped.append(title.charAt(i));
        }
        return escaped.toString();
    }

    static boolean isEscaped(char c) {
        return ESCAPED.indexOf(c) >= 0;
    }

    private static String prefixed(String text, String prefix, String blank) {
        StringBuilder prefixed = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            prefixed.append(prefixed.isEmpty() ? "" : "\n").append(line.isEmpty() ? blank : prefix + line);
        }
        return prefixed.toString();
    }

    private static void paragraph(StringBuilder document, String text) {
        document.append(document.isEmpty() ? "" : "\n").append(text).append('\n');
    }
}
