package sulan.web;

import java.time.LocalDate;
import java.util.Optional;

import io.quarkus.qute.i18n.MessageBundles;

/** The neighbour of a day, week or month that has papers. */
public record Step(String text, String address) {

    static Step day(Optional<LocalDate> day) {
        return day.map(date -> new Step(MessageBundles.get(Messages.class).date(date), Links.day(date))).orElse(null);
    }

    static Step period(Optional<Period> period) {
        return period.map(neighbour -> new Step(neighbour.name(), neighbour.path())).orElse(null);
    }
}
