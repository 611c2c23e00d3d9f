package sulan.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.panache.common.Sort;
import sulan.archive.EditionSummary;
import sulan.archive.Run;

/**
 * Weekdays without papers. Hugging Face lists papers from Monday to Friday; a list that is still empty after half of the day,
 * in UTC, is late. Only days count since the portal fetches lists: an archive that is made from files alone is late for
 * nothing.
 */
final class LateDays {

    private static final Duration PATIENCE = Duration.ofHours(12);

    private LateDays() {
    }

    /**
     * @param editions those since the first day
     * @return newest first
     */
    static List<LocalDate> of(List<EditionSummary> editions, LocalDate first, Instant now) {
        Optional<LocalDate> start = Run.<Run> find("kind", Sort.ascending("startedAt"), Run.Kind.LISTS).firstResultOptional()
                .map(run -> LocalDate.ofInstant(run.startedAt, ZoneOffset.UTC));
        return start.map(
                day -> of(editions, day.isAfter(first) ? day : first, LocalDate.ofInstant(now.minus(PATIENCE), ZoneOffset.UTC)))
                .orElse(List.of());
    }

    private static List<LocalDate> of(List<EditionSummary> editions, LocalDate first, LocalDate last) {
        Set<LocalDate> listed = editions.stream().filter(edition -> edition.papers() > 0).map(EditionSummary::date)
                .collect(Collectors.toSet());
        return first.isAfter(last) ? List.of()
                : first.datesUntil(last.plusDays(1)).filter(day -> day.getDayOfWeek().getValue() <= 5 && !listed.contains(day))
                        .sorted(Comparator.reverseOrder()).toList();
    }
}
