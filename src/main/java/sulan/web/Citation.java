package sulan.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sulan.archive.Paper;

/**
 * What a paper is cited by. Nothing is guessed: if the day is not known, year and month are, because they are part of an arXiv
 * id.
 *
 * @param id the arXiv id without version
 * @param authors in the paper's order; empty if they are not known
 * @param month when the first version appeared; {@code null} if it cannot be told
 * @param day the day of it; {@code null} if it is not known
 * @param subject arXiv's class for it, such as {@code hep-th}; {@code null} if it cannot be told. Only ids from before April
 *        2007 say it.
 */
public record Citation(String id, String title, List<String> authors, YearMonth month, LocalDate day, String subject) {

    /** Today's ids begin with year and month, the older ones with a subject before them. */
    private static final Pattern ID = Pattern.compile("(?:([a-z-]+(?:\\.[A-Z]{2})?)/)?(\\d{2})(0[1-9]|1[0-2])\\.?\\d{3,5}");
    /** arXiv began in 1991. */
    private static final int FIRST_YEAR = 91;

    static Citation of(Paper paper) {
        Matcher id = ID.matcher(paper.id);
        boolean known = id.matches();
        LocalDate day = paper.publishedAt == null ? null : LocalDate.ofInstant(paper.publishedAt, ZoneOffset.UTC);
        YearMonth month = day != null ? YearMonth.from(day) : known ? month(id) : null;
        return new Citation(paper.id, paper.title, paper.authors, month, day, known ? id.group(1) : null);
    }

    private static YearMonth month(Matcher id) {
        int year = Integer.parseInt(id.group(2));
        return YearMonth.of(year + (year < FIRST_YEAR ? 2000 : 1900), Integer.parseInt(id.group(3)));
    }

    /** The day, or else the month, such as {@code 2023-09}; {@code null} if neither is known. */
    String date() {
        return day != null ? day.toString() : month != null ? month.toString() : null;
    }

    /** The same with slashes, as in the names that Google Scholar reads. */
    public String slashedDate() {
        return date() == null ? null : date().replace('-', '/');
    }

    /** The citation as a sentence, for those who have no use for a format. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (!authors.isEmpty()) {
            parts.add(names());
        }
        parts.add(title.replaceAll("\\s+", " ").strip());
        if (month != null) {
            parts.add(String.valueOf(month.getYear()));
        }
        parts.add("arXiv:" + id);
        return parts.stream().map(part -> part.matches(".*[.?!]") ? part + " " : part + ". ").collect(Collectors.joining())
                + arxiv();
    }

    private String names() {
        int last = authors.size() - 1;
        return last == 0 ? authors.get(0) : String.join(", ", authors.subList(0, last)) + " and " + authors.get(last);
    }

    String arxiv() {
        return Links.arxiv(id);
    }

    public String pdf() {
        return Links.pdf(id);
    }
}
