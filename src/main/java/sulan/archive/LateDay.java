package sulan.archive;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A day of the last week of which readers should see more by now. */
public record LateDay(LocalDate date, Reason reason) {

    /** What is missing. */
    public enum Reason {
        /** It is a weekday, Hugging Face was asked, and there are no papers. */
        NO_PAPERS,
        /** Hugging Face lists papers, and the day is neither complete nor a mere list without overviews. */
        NOT_COMPLETE
    }

    private static final int DAYS = 7;

    /**
     * The days that are late, newest first. None are as long as Hugging Face was never reached: there is nothing to be late
     * then. Must be called within a transaction; a few small queries.
     */
    public static List<LateDay> at(Instant now, Deadlines deadlines) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = today.minusDays(DAYS - 1L);
        if (DayList.count("lookedAt is not null") == 0) {
            return List.of();
        }
        Set<LocalDate> asked = DayList.<DayList> list("date between ?1 and ?2", first, today).stream().map(list -> list.date)
                .collect(Collectors.toSet());
        Map<LocalDate, EditionSummary> editions = Edition.summaries(first, today).stream()
                .collect(Collectors.toMap(EditionSummary::date, Function.identity()));
        List<LateDay> late = new ArrayList<>();
        for (LocalDate date : asked) {
            EditionSummary edition = editions.get(date);
            if (edition == null || edition.papers() == 0) {
                if (isWeekday(date) && isPast(date, deadlines.huggingface().expectedAfter(), now)) {
                    late.add(new LateDay(date, Reason.NO_PAPERS));
                }
            } else if (!isDone(edition.status()) && isPast(date, deadlines.overview().lateAfter(), now)) {
                late.add(new LateDay(date, Reason.NOT_COMPLETE));
            }
        }
        late.sort(Comparator.comparing(LateDay::date).reversed());
        return late;
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static boolean isPast(LocalDate date, Duration deadline, Instant now) {
        return !now.isBefore(date.atStartOfDay(ZoneOffset.UTC).toInstant().plus(deadline));
    }

    private static boolean isDone(EditionStatus status) {
        return status == EditionStatus.COMPLETE || status == EditionStatus.LISTED;
    }
}
