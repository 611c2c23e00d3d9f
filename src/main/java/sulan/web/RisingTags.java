package sulan.web;

import java.time.LocalDate;
import java.util.List;

import sulan.archive.Edition;
import sulan.archive.TagCounts;

/** Tags that are more frequent in the last four weeks of the archive than in the 48 weeks before, by {@link TagShift}. */
final class RisingTags {

    static final int WEEKS = 4;
    private static final int WEEKS_BEFORE = 48;

    private RisingTags() {
    }

    /** The first day of the last weeks. */
    static LocalDate from(LocalDate newest) {
        return newest.minusWeeks(WEEKS).plusDays(1);
    }

    /** The most striking first; none if nothing was listed in the time before. */
    static List<TagShift> of(TagCounts.Counted counted) {
        LocalDate to = Edition.newest().map(edition -> edition.date).orElse(null);
        if (to == null) {
            return List.of();
        }
        LocalDate from = from(to);
        return TagShift.between(from.minusWeeks(WEEKS_BEFORE), from, to, counted).stream().filter(TagShift::isRise).toList();
    }
}
