package sulan.web;

import java.time.LocalDate;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about trends, and about drawings of counts and ratings. */
@MessageBundle("trends")
public interface TrendMessages {

    // The page of trends
    String title();

    String nav();

    String more();

    String description();

    String by();

    String per(boolean weekly);

    String neighbours(boolean weekly);

    String ofPeriod(long papers, long tagged);

    String explained(boolean weekly, long now, int periods, String first, String last, long before, int least);

    String empty(boolean weekly);

    String noTags(boolean weekly);

    String nothingBefore(boolean weekly, int shown);

    String rising();

    String falling();

    String noRising();

    String noFalling();

    String tag();

    String lately(boolean weekly, int shown);

    String now(boolean weekly);

    String before();

    String share(long papers, long of);

    String history(String from, String to);

    String noShare();

    String fresh();

    String freshExplained(boolean weekly, long single);

    String freshFirst();

    String noFresh();

    String pairs();

    String pairsExplained(boolean weekly, int least);

    String noPairs();

    String pair(long papers, String lift);

    String invalidSpan(String known, String given);

    // Drawings
    String yearMap(int year);

    String sameInMonths();

    String dayPapers(LocalDate date, long papers);

    String levels();

    String level(long from, long to);

    String ratings();

    String ratingStep();

    String unrated(long papers);

    String papers();

    String dayBars();

    String sameInDays();

    String mostPapers(long papers);

    String monthShort(int month);

    String weekdayInitial(int day);
}
