package sulan.operator;

import java.time.DateTimeException;
import java.time.LocalDate;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.intake.Lists;
import sulan.intake.OverviewWriting;

/** The days, with what they lack. */
@Path("/operator/days")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class EditionPages {

    private final Lists lists;
    private final OverviewWriting writing;

    EditionPages(Lists lists, OverviewWriting writing) {
        this.lists = lists;
        this.writing = writing;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance days(DayTable table);

        static native TemplateInstance day(Day day, Switches choices);
    }

    /**
     * @param incomplete {@code true} for those that lack something
     * @param date a day to go to
     */
    @GET
    public Response days(@RestQuery String incomplete, @RestQuery String page, @RestQuery String date) {
        if (date != null && !date.isBlank()) {
            return Redirect.to(Addresses.day(date(date)));
        }
        return Response.ok(Templates.days(DayTable.of("true".equals(incomplete), page)).render()).build();
    }

    /** Also of a day that has no edition: it can be fetched there. */
    @GET
    @Path("/{date}")
    public Response day(String date) {
        return Response.ok(Templates.day(Day.of(date(date)), Switches.of(lists, writing)).render()).build();
    }

    /** @throws NotFoundException if it is no date, or none that a database knows */
    static LocalDate date(String given) {
        try {
            LocalDate date = LocalDate.parse(given);
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            // the same
        }
        throw new NotFoundException();
    }
}
