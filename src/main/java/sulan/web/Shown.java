package sulan.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import sulan.archive.Edition;
import sulan.archive.EditionStatus;
import sulan.archive.Overview;
import sulan.archive.Paper;
import sulan.archive.Run;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.digest.Diagnostic;
import sulan.search.Matching;
import sulan.search.PaperHit;

/** How templates ask for what entities do not say themselves. */
@TemplateExtension
final class Shown {

    /** A sentence shorter than this says too little to stand alone. */
    private static final int SHORT_SENTENCE = 40;
    private static final int LONGEST_LEAD = 400;
    private static final int FEW = 20;
    private static final int FEW_AUTHORS = 4;
    private static final int LEADING_AUTHORS = 10;
    /** So much stands before and after what was found. */
    private static final int PASSAGE = 60;
    /** The end of a sentence; a point only where no digit or letter follows, as in {@code 4.5} and {@code seq2seq.py}. */
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?]|\\.(?=\\s|$)");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Shown() {
    }

    static String address(Paper paper) {
        return Links.paper(paper.id);
    }

    /** What there is of the paper for programs. */
    static List<Twin.Link> twins(Paper paper) {
        return Stream.of(Twin.BIB, Twin.RIS, Twin.MD, Twin.JSON).map(twin -> twin.link(address(paper))).toList();
    }

    static String address(Tag tag) {
        return Links.tag(tag.slug);
    }

    static String address(TagCount tag) {
        return Links.tag(tag.slug());
    }

    static String address(LocalDate day) {
        return Links.day(day);
    }

    /** How many papers the edition lists. */
    static long papers(Edition edition) {
        return edition.shownListings().size();
    }

    /** The name in the language of the interface, or else the other. */
    static String name(Tag tag) {
        return Language.current().choose(tag.zh, tag.en);
    }

    static String name(TagCount tag) {
        return Language.current().choose(tag.zh(), tag.en());
    }

    /** The language of a text that can be in either, for the attribute {@code lang}. */
    static String lang(String text) {
        return (text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN).tag();
    }

    static String lang(RawString text) {
        return lang(text.getValue());
    }

    /** With a comma before every three digits. */
    static String grouped(Number number) {
        return String.format(Locale.ROOT, "%,d", number.longValue());
    }

    /**
     * What the page of a paper is about, for those who have not opened it: in the language of the interface; {@code null} if
     * there is nothing in it.
     */
    static String description(Paper paper) {
        if (Language.current() == Language.ZH && paper.overview != null && paper.overview.mainWork != null) {
            return lead(paper.overview.mainWork);
        }
        return paper.lead != null ? paper.lead : paper.summary == null ? null : beginning(paper.summary);
    }

    static Period inWeek(LocalDate day) {
        return Period.weekOf(day);
    }

    static Period inMonth(LocalDate day) {
        return Period.monthOf(day);
    }

    static String arxiv(Paper paper) {
        return Links.arxiv(paper.id);
    }

    static String pdf(Paper paper) {
        return Links.pdf(paper.id);
    }

    static String huggingFace(Paper paper) {
        return Links.huggingFace(paper.id);
    }

    /** Address of the code; {@code null} if none is known. */
    static String code(Paper paper) {
        return Links.web(paper.codeUrl);
    }

    /** Address of the project's page; {@code null} if none is known. */
    static String project(Paper paper) {
        return Links.web(paper.projectUrl);
    }

    /** The first authors, as many as a line has room for. */
    static List<String> firstAuthors(Paper paper) {
        return paper.authors.subList(0, Math.min(FEW_AUTHORS, paper.authors.size()));
    }

    /** The authors that a paper's own page names at once. */
    static List<String> leadingAuthors(Paper paper) {
        return paper.authors.subList(0, paper.authors.size() - furtherAuthors(paper).size());
    }

    /** Those that it folds away; never only one, which would take no less room. */
    static List<String> furtherAuthors(Paper paper) {
        int authors = paper.authors.size();
        return authors <= LEADING_AUTHORS + 1 ? List.of() : paper.authors.subList(LEADING_AUTHORS, authors);
    }

    /** Whether some daily list of Hugging Face's has it. */
    static boolean isListedByHuggingFace(Paper paper) {
        return paper.listings.stream().anyMatch(listing -> listing.huggingFace);
    }

    /** A sign that stands for it in a narrow place, beside the word for those who cannot see it. */
    static String sign(EditionStatus status) {
        return switch (status) {
            case COMPLETE -> "";
            case GROWING, WRITING -> "…";
            case LISTED, NOTHING_LISTED -> "○";
            case PARTLY_FAILED, FAILED -> "!";
        };
    }

    static Citation citation(Paper paper) {
        return Citation.of(paper);
    }

    /** The paper for search engines, to stand in a {@code script} element. */
    static RawString jsonLd(Paper paper) {
        return new RawString(JsonLd.of(paper));
    }

    /** A Markdown fragment as HTML. */
    static RawString markdown(String fragment) {
        return new RawString(Markdown.html(fragment));
    }

    /** The title, its formulas told as such. */
    static RawString shownTitle(Paper paper) {
        return new RawString(Markdown.marked(paper.title, List.of()));
    }

    /** The title, with what the list's words have found marked. */
    static RawString markedTitle(PaperHit hit) {
        return new RawString(Markdown.marked(hit.paper().title, hit.matching().inTitle(hit.paper().title)));
    }

    /** A plain text, with what the list's words have found marked. */
    static RawString marked(PaperHit hit, String text) {
        return new RawString(Markdown.marked(text, hit.matching().inText(text)));
    }

    /** The same of a name that there may not be. */
    static RawString markedName(PaperHit hit, String name) {
        return name == null ? null : marked(hit, name);
    }

    /**
     * Where the list's words stand in a paper, if nothing that a card has anyway shows them: a part of the first text that has
     * them; {@code null} if there is none.
     */
    static RawString passage(PaperHit hit) {
        Matching matching = hit.matching();
        if (matching == Matching.NONE || !matching.inTitle(hit.paper().title).isEmpty()
                || onCard(hit.paper()).anyMatch(text -> !matching.inText(text).isEmpty())) {
            return null;
        }
        return folded(hit.paper()).filter(text -> !matching.inText(text).isEmpty()).findFirst()
                .map(text -> marked(hit, around(text, matching.inText(text).get(0)))).orElse(null);
    }

    /** The texts of a card. */
    private static Stream<String> onCard(Paper paper) {
        Overview overview = paper.overview;
        Stream<String> lead = overview == null ? Stream.ofNullable(paper.lead)
                : Stream.ofNullable(overview.mainWork).map(Shown::lead);
        Stream<String> keywords = (overview == null ? paper.listedKeywords : overview.keywords).stream()
                .flatMap(keyword -> Stream.of(keyword.zh, keyword.en).filter(Objects::nonNull));
        return Stream.of(lead, keywords, firstAuthors(paper).stream()).flatMap(Function.identity());
    }

    /** The texts that a card has no room for. */
    private static Stream<String> folded(Paper paper) {
        Overview overview = paper.overview;
        Stream<String> written = overview == null ? Stream.empty()
                : overview.texts().map(Markdown::text);
        return Stream.concat(written, Stream.of(paper.lead, paper.summary).filter(Objects::nonNull));
    }

    private static String around(String text, Matching.Range found) {
        int from = Math.max(0, found.start() - PASSAGE);
        int to = Math.min(text.length(), found.end() + PASSAGE);
        return (from > 0 ? "…" : "") + text.substring(whole(text, from), whole(text, to)) + (to < text.length() ? "…" : "");
    }

    /** Not in the middle of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** A Markdown fragment as HTML, with what the list's words have found marked. */
    static RawString markedMarkdown(PaperHit hit, String fragment) {
        return new RawString(Markdown.html(fragment, hit.matching()));
    }

    /** The beginning of a plain text. */
    static String beginning(String text) {
        return text.length() <= LONGEST_LEAD ? text : text.substring(0, whole(text, LONGEST_LEAD)) + "…";
    }

    /** The first sentence of a Markdown fragment, with the next ones if it is short, as plain text; cut if it does not end. */
    static String lead(String fragment) {
        String text = Markdown.text(fragment);
        Matcher end = SENTENCE_END.matcher(text);
        int to = text.length();
        while (to == text.length() && end.find()) {
            to = end.end() >= SHORT_SENTENCE ? end.end() : to;
        }
        return beginning(text.substring(0, to));
    }

    static List<Rating> shownRatings(Overview overview) {
        return Rating.of(overview);
    }

    static boolean isRated(Overview overview) {
        return overview.practicality != null || overview.novelty != null || overview.recommendation != null;
    }

    static boolean hasReasons(Overview overview) {
        return overview.practicalityReason != null || overview.noveltyReason != null || overview.recommendationReason != null;
    }

    /** The first ones, as many as a reader can take in. */
    static List<Diagnostic> few(List<Diagnostic> diagnostics) {
        return diagnostics.subList(0, Math.min(FEW, diagnostics.size()));
    }

    /** Those that a reader should know of; what was understood and only mended is the operator's. */
    static List<Diagnostic> worthShowing(List<Diagnostic> diagnostics) {
        return diagnostics.stream().filter(diagnostic -> diagnostic.level() != Diagnostic.Level.INFO).toList();
    }

    static long seconds(Run run) {
        return Duration.between(run.startedAt, run.endedAt).toSeconds();
    }

    /** The date of a moment, as arXiv counts: in UTC. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** A moment as a date with hour and minute. */
    static String minute(Instant moment) {
        return MINUTE.format(moment);
    }
}
