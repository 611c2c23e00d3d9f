package sulan.web;

import java.time.LocalDate;
import java.util.Optional;

/** The neighbour of a day, week or month that has papers. */
public record Step(String text, String address) {

    /** @param from the day on whose page it stands: the year goes without saying if it is the same */
    static Step day(LocalDate from, Optional<LocalDate> day) {
        Messages texts = Language.texts(Messages.class);
        return day.map(date -> new Step(
                date.getYear() == from.getYear() ? texts.monthDay(date.getMonthValue(), date.getDayOfMonth())
                        : texts.date(date),
                Links.day(date))).orElse(null);
    }

    static Step period(Optional<Period> period) {
        return period.map(neighbour -> period(neighbour, neighbour.path())).orElse(null);
    }

    /** @param address of what there is of the period besides its round-up */
    static Step period(Period period, String address) {
        return new Step(Language.texts(Messages.class).roundUp(period), address);
    }
}
