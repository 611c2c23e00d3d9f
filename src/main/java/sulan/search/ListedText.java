package sulan.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.search.Expression.Comparison;
import sulan.search.Expression.Listed;

/** Days, months and years, and ranges of them, as text. */
final class ListedText {

    private static final Pattern PERIOD = Pattern.compile("(?!0000)(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?");
    private static final Pattern TO = Pattern.compile("\\.{2,}|。。");

    /** A day, a month or a year. */
    private record Period(LocalDate first, LocalDate last) {

        static Period parse(String text) {
            Matcher period = PERIOD.matcher(text);
            if (!period.matches()) {
                throw new DateTimeException(text);
            }
            int year = Integer.parseInt(period.group(1));
            if (period.group(2) == null) {
                return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(period.group(2)));
            if (period.group(3) == null) {
                return new Period(month.atDay(1), month.atEndOfMonth());
            }
            LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(period.group(3)));
            return new Period(day, day);
        }
    }

    private ListedText() {
    }

    /**
     * @param comparison of a listing's day to a period; {@code null} if there is none, and only then it may be a range
     * @return {@code null} if the text is no period of the calendar; the beginning of a range can lie behind its end
     */
    static Listed parse(String text, Comparison comparison) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('−', '-');
        try {
            String[] ends = TO.split(plain, -1);
            if (ends.length == 1) {
                return compared(Period.parse(plain), comparison);
            }
            if (ends.length > 2 || ends[0].isEmpty() && ends[1].isEmpty() || comparison != null) {
                return null;
            }
            return new Listed(ends[0].isEmpty() ? null : Period.parse(ends[0]).first,
                    ends[1].isEmpty() ? null : Period.parse(ends[1]).last);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Listed compared(Period period, Comparison comparison) {
        if (comparison == null) {
            return new Listed(period.first, period.last);
        }
        Listed listed = switch (comparison) {
            case AT_LEAST -> new Listed(period.first, null);
            case MORE -> new Listed(period.last.plusDays(1), null);
            case AT_MOST -> new Listed(null, period.last);
            case LESS -> new Listed(null, period.first.minusDays(1));
            case EQUAL -> new Listed(period.first, period.last);
        };
        // the days before the year 1 and after 9999 are none to every database
        return isWritable(listed.from()) && isWritable(listed.to()) ? listed : null;
    }

    private static boolean isWritable(LocalDate date) {
        return date == null || date.getYear() > 0 && date.getYear() < 10_000;
    }

    /** A range that begins behind its end, from its end to its beginning. */
    static Listed reversed(String text) {
        String[] ends = TO.split(Normalizer.normalize(text, Normalizer.Form.NFKC).replace('−', '-'), -1);
        return new Listed(Period.parse(ends[1]).first, Period.parse(ends[0]).last);
    }

    /** The inverse of {@link #parse}, as short as it can be. */
    static String write(Listed listed) {
        LocalDate from = listed.from();
        LocalDate to = listed.to();
        if (from == null || to == null) {
            return (from == null ? "" : from) + ".." + (to == null ? "" : to);
        }
        if (from.equals(to)) {
            return from.toString();
        }
        if (from.getDayOfYear() == 1 && to.equals(Year.of(from.getYear()).atMonth(12).atEndOfMonth())) {
            return "%04d".formatted(from.getYear());
        }
        YearMonth month = YearMonth.from(from);
        return from.getDayOfMonth() == 1 && to.equals(month.atEndOfMonth()) ? month.toString() : from + ".." + to;
    }
}
