package sulan.web;

import java.util.regex.Pattern;

import sulan.archive.Paper;

/** A paper for reference managers, in the format RIS: each line a tag of two letters and a value, closed by {@code ER}. */
final class Ris {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final StringBuilder lines = new StringBuilder();

    private Ris() {
    }

    /** Must be called within the transaction that found the paper. */
    static String of(Paper paper) {
        Citation citation = Citation.of(paper);
        Ris ris = new Ris();
        // no type is for preprints; this one is taken by all
        ris.add("TY", "GEN");
        ris.add("TI", citation.title());
        citation.authors().forEach(author -> ris.add("AU", author));
        if (citation.month() != null) {
            ris.add("PY", String.valueOf(citation.month().getYear()));
            ris.add("DA", citation.slashedDate() + (citation.day() == null ? "//" : "/"));
        }
        ris.add("DB", "arXiv");
        ris.add("AN", "arXiv:" + citation.id());
        if (paper.summary != null) {
            ris.add("AB", paper.summary);
        }
        paper.shownTags().forEach(tag -> ris.add("KW", tag.en == null ? tag.zh : tag.en));
        ris.add("UR", citation.arxiv());
        ris.add("L1", citation.pdf());
        ris.add("ER", "");
        return ris.lines.toString();
    }

    private void add(String tag, String value) {
        lines.append(tag).append("  - ").append(WHITE_SPACE.matcher(value).replaceAll(" ").strip()).append("\r\n");
    }
}
