package sulan.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How texts in English write dates, and one of something or several. */
@TemplateExtension
final class English {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    /** So that all are equally short: Java has a Sept. */
    private static final int SHORT = 3;

    private English() {
    }

    /** Such as {@code 26 September 2023}. */
    static String inEnglish(LocalDate date) {
        return DATE.format(date);
    }

    static String weekdayInEnglish(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The name of a month by its number, from 1. */
    static String monthInEnglish(Integer month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String shortMonthInEnglish(Integer month) {
        return monthInEnglish(month).substring(0, SHORT);
    }

    /** The number with what there is so much of: {@code 1 paper}, {@code 1,234 papers}, {@code 0 papers}. */
    static String of(Number count, String one, String several) {
        return Shown.grouped(count) + " " + (count.longValue() == 1 ? one : several);
    }
}
