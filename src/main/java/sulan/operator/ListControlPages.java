package sulan.operator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.intake.Lists;
import sulan.intake.RunInProgressException;
import sulan.web.Language;

/** Has Hugging Face's lists fetched. Each of these begins a run and leads to where it can be watched. */
@Path("/operator/lists")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class ListControlPages {

    private final Lists lists;
    private final Audit audit;
    private final Clock clock;
    private final BackfillPages backfill;

    ListControlPages(Lists lists, Audit audit, Clock clock, BackfillPages backfill) {
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
        this.backfill = backfill;
    }

    /** Looks at the lists of the last days. */
    @POST
    @Path("/synchronisation")
    public Response synchronise() {
        try {
            lists.synchronise();
        } catch (RunInProgressException e) {
            return Redirect.to(Addresses.RUNS, texts().listsInProgress());
        }
        audit.note(Action.LISTS_FETCHED, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                Audit.texts(ConsoleMessages.class).synchronisedNote());
        return Redirect.to(Addresses.RUNS, texts().synchronised());
    }

    /** Looks at the list of one day. */
    @POST
    @Path("/{date}")
    public Response fetch(String date) {
        LocalDate day = EditionPages.date(date);
        try {
            lists.fetch(day);
        } catch (RunInProgressException e) {
            return Redirect.to(Addresses.day(day), texts().listsInProgress());
        }
        audit.note(Action.LISTS_FETCHED, date, Audit.texts(ConsoleMessages.class).fetchedNote(date));
        return Redirect.to(Addresses.day(day), texts().fetched());
    }

    /** Looks at the lists of a range of days. */
    @POST
    @Path("/backfill")
    public Response backfill(@RestForm String from, @RestForm String to) {
        Range range = Range.of(from, to);
        String problem = range.problem(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), texts());
        if (problem != null) {
            return backfill.refused(from, to, problem);
        }
        try {
            lists.backfill(range.from(), range.to());
        } catch (RunInProgressException e) {
            return Redirect.to(Addresses.BACKFILL, texts().listsInProgress());
        }
        audit.note(Action.LISTS_FETCHED, range.text(), Audit.texts(ConsoleMessages.class).backfilledNote(range.text()));
        return Redirect.to(Addresses.RUNS, texts().backfilled(range.days()));
    }

    private static ConsoleMessages texts() {
        return Language.texts(ConsoleMessages.class);
    }
}
