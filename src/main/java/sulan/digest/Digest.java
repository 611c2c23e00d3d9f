package sulan.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digest of one day: the day's papers in the order in which they were listed, each with its overview.
 *
 * @param date the day
 * @param declaredCount how many papers the document says it recommends, or {@code null}
 * @param sourceUrl address of the list it was made from (http or https), or {@code null}
 * @param note the quoted note that stands before the papers, a Markdown fragment without the quote's {@code >}, or {@code null}
 * @param papers positions count from 1 without gap; no two papers have the same id
 * @param unplaced text that belongs to no paper and to none of the fields above, or {@code null}; kept so that nothing is lost
 */
public record Digest(LocalDate date, Integer declaredCount, String sourceUrl, String note, List<DigestPaper> papers,
        String unplaced) {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\\p{Cntrl}]+");

    /** 使用 GPT-4 进行内容生成, 由 GPT-4 撰写 */
    private static final Pattern MODEL = Pattern.compile("(?:使用|采用|利用|借助|通过|由|用)[\\s*`]*"
            + "([A-Za-z][A-Za-z0-9]*(?:[-. ][A-Za-z0-9]+){0,5})[\\s*`]*(?:模型)?(?:进行|自动|来)?(?:内容)?(?:生成|撰写|编写|写成|写作|总结)");

    /**
     * @throws IllegalArgumentException if the date is missing, the count negative, the address not one of http or https, or if
     *         the
     *         papers are not numbered from 1 or share an id
     */
    public Digest {
        if (date == null) {
            throw new IllegalArgumentException("a digest has a date");
        }
        if (declaredCount != null && declaredCount < 0) {
            throw new IllegalArgumentException("a count is not negative, but was " + declaredCount);
        }
        if (sourceUrl != null && !ADDRESS.matcher(sourceUrl).matches()) {
            throw new IllegalArgumentException("not an http address: " + sourceUrl);
        }
        note = Fragments.normalized(note);
        unplaced = Fragments.normalized(unplaced);
        papers = List.copyOf(papers);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < papers.size(); i++) {
            DigestPaper paper = papers.get(i);
            if (paper.position() != i + 1) {
                throw new IllegalArgumentException("positions count from 1 without gap, but number " + (i + 1) + " was "
                        + paper.position());
            }
            if (!ids.add(paper.paperId())) {
                throw new IllegalArgumentException("two papers with the id " + paper.paperId());
            }
        }
    }

    /** What its file is called, without the extension, such as {@code 20230920-hf-daily-papers}. */
    public String name() {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE) + "-hf-daily-papers";
    }

    /**
     * The language model that the note names as the one that wrote the overviews, such as {@code GPT-4}; {@code null} if it
     * names none.
     */
    public String model() {
        Matcher model = note == null ? null : MODEL.matcher(note);
        return model != null && model.find() ? model.group(1) : null;
    }
}
