package sulan.web;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import sulan.archive.Failure;
import sulan.archive.Overview;
import sulan.archive.Run;
import sulan.digest.Criterion;
import sulan.search.PaperQuery;
import sulan.search.Words;

/**
 * All texts of the pages. {@code messages/msg_zh.properties} has them in Chinese, {@code msg_en.properties} in English. What
 * has a text for each constant of an enum is marked by {@code @Message}, without which Qute cannot make a second language of
 * it.
 */
@MessageBundle
public interface Messages {

    // The frame of every page
    String siteName();

    String siteZh();

    String siteDescription();

    String skip();

    String navMain();

    String navFooter();

    String navHome();

    String navDays();

    String navPapers();

    String navTags();

    String navStatus();

    String navAbout();

    String navOperator();

    String footer();

    String unreachable();

    String searchAll();

    String searchPlaceholder();

    String searchGo();

    String previous();

    String next();

    // Dates
    String date(LocalDate date);

    String year(int year);

    String month(int year, int month);

    String monthDay(int month, int day);

    String weekday(int day);

    String weekdayShort(int day);

    String range(LocalDate from, LocalDate to);

    // A paper
    @Message
    String criterion(Criterion criterion);

    String unrated();

    String noOverview();

    String rankTitle();

    String mainWork();

    String highlights();

    String keywords();

    String ratings();

    String reasons();

    String truncated();

    String truncatedHelp();

    String unplaced();

    String unplacedOfDay();

    String diagnostics();

    String moreDiagnostics(int count);

    String elsewhere();

    String code();

    String project();

    String summary();

    @Message
    String origin(Overview.Origin origin);

    String broughtBy(LocalDate date);

    String writtenBy(String model);

    String writtenByUnknown();

    String writtenForDemo();

    String listedOn();

    // Lists of papers
    String papers(long count);

    String papersUnit(long count);

    String papersTitle();

    String papersDescription(long count);

    String listOfPapers();

    String pageOf(int page, int pages);

    String sortBy();

    @Message
    String sort(PaperQuery.Sort sort);

    String chips();

    String remove();

    String clear();

    String chipTag(String tag);

    String chipNot(String tag);

    String chipDates(String from, String to);

    String chipRecommendation(String least);

    String chipPracticality(String least);

    String chipNovelty(String least);

    String chipRated();

    String suggestions();

    String suggestionsSaid();

    String suggestedTags();

    String suggestedPapers();

    // How the words of a query were read
    String saidText(String field, boolean phrase, String text);

    String saidNotText(String field, boolean phrase, String text);

    String saidRated(String criterion, String sign, String value);

    String saidDay(String day);

    String saidNot(String part);

    String saidAnd(String one, String other);

    String saidOr(String one, String other);

    String saidGroup(String group);

    String misreadTitle();

    @Message
    String misread(Words.Problem.Kind kind);

    String syntax();

    @Message
    String syntaxOf(SyntaxExample example);

    String syntaxMore();

    String chipCode();

    String onlyWithCode();

    String facetMonth();

    String facetMore();

    String monthName(int month);

    String refine();

    String filterWords();

    String leastRecommendation();

    String leastPracticality();

    String leastNovelty();

    String any();

    String from();

    String to();

    String onlyRated();

    String apply();

    String facetRecommendation();

    String facetYear();

    String facetTag();

    String facetTogether();

    String nothing();

    String loosen();

    String loosenAll();

    String without(String filter);

    String behindLast(int pages);

    String toLastPage();

    String pages();

    String twins();

    String pageNumber(int number);

    String previousPage();

    String nextPage();

    // The front page
    String homeTitle();

    String demo();

    String demoMore();

    String best();

    String wholeDay(long count);

    String calendar();

    String allDays();

    String strongestTags();

    String allTags();

    String emptyArchive();

    String emptyArchiveHelp();

    String toStatus();

    // Days, weeks and months
    String daysTitle();

    String daysDescription();

    String years();

    String yearCount(long editions, long papers);

    String dayTitle(LocalDate date);

    String dayDescription(LocalDate date, long count);

    String declared(int count);

    String source();

    String week();

    String thisMonth();

    String note();

    String contents();

    String neighbours();

    String neighbourDays();

    String neighbourDaysBelow();

    String editions();

    String roundUp(Period period);

    String roundUpDescription(LocalDate from, LocalDate to);

    // Tags
    String tagsTitle();

    String tagsDescription(long count);

    String findTag();

    String findTagGo();

    String findTagPlaceholder();

    String tagsFound(long count);

    String tagsCut(int count);

    String tagsSingle(long count);

    @Message
    String tagOrder(TagList.Order order);

    String risingExplained(LocalDate from);

    String rise(long papers, String expected);

    String noRisingTags();

    String noTags();

    String tagDescription(String name, long count);

    String tagPapers();

    String listedOnce(LocalDate date);

    String listedFromTo(LocalDate from, LocalDate to);

    String alsoZh();

    String alsoEn();

    String alsoTranslated();

    String related();

    String relatedExplained();

    String lift(long together, String lift);

    String tagBest();

    String tagNewest();

    String chartPerWeek();

    String chartPerMonth();

    String chartTitleWeek(String name);

    String chartTitleMonth(String name);

    String chartDescription(String first, String last, long most);

    String chartMost(long most);

    String chartTable();

    String chartWeek();

    String chartMonth();

    // State of the archive
    String statusTitle();

    String runOpen();

    @Message
    String kind(Run.Kind kind);

    @Message
    String runStatus(Run.Status status);

    String runTook(long seconds);

    String runCounts(String unit, int total, int recorded, int unchanged, int refused);

    String runTagCounts(int total, int moved, int unchanged);

    String runReport();

    String runTitle(long number);

    String runMoves();

    String runMovesCut(int count);

    String runNoMoves();

    String moveFrom();

    String moveInto();

    String moveKeywords();

    String runFailures(int count);

    @Message
    String failureLevel(Failure.Level level);

    String countEditions();

    String countPapers();

    String countOverviews();

    String countTags();

    String refusedFiles();

    String refusedHelp();

    String removedFiles();

    String removedHelp();

    String runs();

    String noRuns();

    String line(int number);

    // About
    String aboutTitle();

    String aboutWhat();

    String aboutRatingsHead();

    String aboutRatings();

    String aboutRanks();

    String aboutProvenanceHead();

    String aboutProvenance();

    String aboutTwinsHead();

    String aboutTwins();

    String aboutOpenApi();

    String aboutVersion(String version);
}
