package sulan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.NotFoundException;

import sulan.archive.Edition;
import sulan.archive.Paper;

/** There is no such day, paper, or tag: what to tell the reader, and where to go instead. For pages and twins alike. */
final class MissingException extends NotFoundException {

    /** A way out of an error: a text and the address it leads to. */
    public record Way(String text, String address) {
    }

    private final String heading;
    private final List<Way> ways;

    private MissingException(String heading, String message, List<Way> ways) {
        super(message);
        this.heading = heading;
        this.ways = ways;
    }

    /** What was given as a date and is none. */
    static MissingException date(String given) {
        ProblemMessages texts = texts();
        List<Way> ways = new ArrayList<>();
        Edition.newest()
                .ifPresent(newest -> ways.add(new Way(texts.missingNewest(shown(newest.date)), Links.day(newest.date))));
        ways.add(new Way(texts.missingCalendar(), "/days"));
        return new MissingException(texts.missingDate(), texts.missingDateHelp(given), ways);
    }

    /** A date without an edition. */
    static MissingException edition(LocalDate date) {
        ProblemMessages texts = texts();
        return new MissingException(texts.missingEdition(shown(date)), texts.missingDayHelp(), neighbours(date));
    }

    /** What was given as a week or a month and is none. */
    static MissingException period(Period.Kind kind, String given) {
        ProblemMessages texts = texts();
        return new MissingException(texts.missingPeriod(),
                kind == Period.Kind.WEEK ? texts.missingWeekHelp(given) : texts.missingMonthHelp(given),
                List.of(new Way(texts.missingCalendar(), "/days")));
    }

    /** A week or month without an edition. */
    static MissingException editions(Period period) {
        ProblemMessages texts = texts();
        List<Way> ways = new ArrayList<>();
        Edition.dateBefore(period.from()).map(period::of)
                .ifPresent(before -> ways.add(new Way(texts.missingBefore(shown(before)), before.path())));
        Edition.dateAfter(period.to()).map(period::of)
                .ifPresent(after -> ways.add(new Way(texts.missingAfter(shown(after)), after.path())));
        ways.add(new Way(texts.missingCalendar(), "/days"));
        return new MissingException(texts.missingEditions(shown(period)), texts.missingEditionHelp(), ways);
    }

    /** An id that no paper has, or one of a paper that the operator keeps from readers. */
    static MissingException paper(String id) {
        ProblemMessages texts = texts();
        List<Way> ways = new ArrayList<>();
        if (id.matches("\\d{4}\\.\\d{4,5}")) {
            ways.add(new Way(texts.missingPaperArxiv(id), Links.arxiv(id)));
            ways.add(new Way(texts.missingPaperHf(id), Links.huggingFace(id)));
        }
        ways.add(new Way(texts.missingPapers(), "/papers"));
        boolean hidden = Paper.count("id = ?1 and hidden", id) > 0;
        return hidden ? new MissingException(texts.hiddenPaper(id), texts.hiddenPaperHelp(), ways)
                : new MissingException(texts.missingPaper(id), texts.missingPaperHelp(), ways);
    }

    static MissingException run(String given) {
        ProblemMessages texts = texts();
        return new MissingException(texts.missingRun(given), texts.missingRunHelp(),
                List.of(new Way(texts.missingRunStatus(), "/status")));
    }

    static MissingException tag(String given) {
        ProblemMessages texts = texts();
        return new MissingException(texts.missingTag(given), texts.missingTagHelp(),
                List.of(new Way(texts.missingTagSearch(given), "/papers?q=" + Links.encoded(given)),
                        new Way(texts.missingTags(), "/tags")));
    }

    private static List<Way> neighbours(LocalDate date) {
        ProblemMessages texts = texts();
        List<Way> ways = new ArrayList<>();
        Edition.dateBefore(date)
                .ifPresent(before -> ways.add(new Way(texts.missingBefore(shown(before)), Links.day(before))));
        Edition.dateAfter(date).ifPresent(after -> ways.add(new Way(texts.missingAfter(shown(after)), Links.day(after))));
        ways.add(new Way(texts.missingCalendar(), "/days"));
        return ways;
    }

    private static String shown(LocalDate date) {
        return Language.ofReader().textsOf(Messages.class).date(date);
    }

    private static String shown(Period period) {
        return Language.ofReader().textsOf(Messages.class).roundUp(period);
    }

    private static ProblemMessages texts() {
        return Language.ofReader().textsOf(ProblemMessages.class);
    }

    String heading() {
        return heading;
    }

    List<Way> ways() {
        return ways;
    }
}
