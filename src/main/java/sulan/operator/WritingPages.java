package sulan.operator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.intake.Estimate;
import sulan.intake.OverviewWriting;
import sulan.intake.OverviewWriting.Scope;
import sulan.intake.OverviewWriting.Wanted;
import sulan.web.Language;

/** Has overviews written: first what it will take is told, then it is asked for. */
@Path("/operator/writing")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class WritingPages {

    private static final int LONGEST_MODEL = 200;

    private final OverviewWriting writing;
    private final Budget budget;
    private final Audit audit;
    private final Clock clock;
    private final BackfillPages backfill;

    WritingPages(OverviewWriting writing, Budget budget, Audit audit, Clock clock, BackfillPages backfill) {
        this.writing = writing;
        this.budget = budget;
        this.audit = audit;
        this.clock = clock;
        this.backfill = backfill;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance estimate(Wish wish, Estimate estimate, Budget.Today budget);
    }

    /** @param model the one that was chosen; {@code null}: the one of the settings */
    record Wish(Range range, Scope scope, String model, String usualModel) {

        public boolean isOfAll() {
            return scope == Scope.ALL;
        }
    }

    /**
     * What it will take.
     *
     * @param scope {@code ALL}, or else those that are missing
     * @param model empty: the one of the settings
     */
    @GET
    public Response estimate(@RestQuery String from, @RestQuery String to, @RestQuery String scope, @RestQuery String model) {
        if (from == null && to == null) {
            return backfill.backfill(null, null);
        }
        Range range = Range.of(from, to);
        String problem = problem(range, model);
        if (problem != null) {
            return backfill.refused(from, to, problem);
        }
        Wish wish = new Wish(range, scope(scope), chosen(model), writing.model());
        Estimate estimate = writing.estimate(range.from(), range.to(), wish.scope, wish.model);
        return Response.ok(Templates.estimate(wish, estimate, budget.today()).render()).build();
    }

    @POST
    public Response want(@RestForm String from, @RestForm String to, @RestForm String scope, @RestForm String model) {
        Range range = Range.of(from, to);
        String problem = problem(range, model);
        if (problem != null) {
            return backfill.refused(from, to, problem);
        }
        Scope which = scope(scope);
        Wanted wanted = writing.want(range.from(), range.to(), which, chosen(model));
        audit.note(Action.OVERVIEWS_WANTED, range.text(), which == Scope.ALL
                ? Audit.texts(ConsoleMessages.class).wantedAllNote(range.text(), model(model), wanted.papers())
                : Audit.texts(ConsoleMessages.class).wantedMissingNote(range.text(), model(model), wanted.papers()));
        return Redirect.to(range.isOneDay() ? Addresses.day(range.from()) : Addresses.RUNS,
                texts().wanted(wanted.papers(), wanted.withoutAbstract()));
    }

    /** Asks again for the overviews of a day that were given up, or wait for another attempt. */
    @POST
    @Path("/again/{date}")
    public Response again(String date) {
        LocalDate day = EditionPages.date(date);
        int count = writing.again(day);
        if (count > 0) {
            audit.note(Action.OVERVIEWS_RETRIED, date, Audit.texts(ConsoleMessages.class).againNote(date, count));
        }
        return Redirect.to(Addresses.day(day), texts().again(count));
    }

    /** Ends the pause that a failure, the budget or the operator has made. */
    @POST
    @Path("/resumption")
    public Response resume() {
        if (writing.pauseReason() == null) {
            return Redirect.to("/operator", texts().notPaused());
        }
        audit.note(Action.OVERVIEWS_RETRIED, "", Audit.texts(ConsoleMessages.class).resumedNote());
        writing.retryNow();
        return Redirect.to("/operator", texts().resumed());
    }

    private String problem(Range range, String model) {
        if (!writing.isOn()) {
            return texts().writingOff();
        }
        String problem = range.problem(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), texts());
        boolean named = model == null || model.length() <= LONGEST_MODEL && model.chars().noneMatch(Character::isISOControl);
        return problem != null || named ? problem : texts().modelNoName(LONGEST_MODEL);
    }

    private static Scope scope(String given) {
        return Scope.ALL.name().equals(given) ? Scope.ALL : Scope.MISSING;
    }

    /** {@code null}: the one of the settings, also if they change before its turn comes. */
    private String chosen(String given) {
        return given == null || given.isBlank() || given.strip().equals(writing.model()) ? null : given.strip();
    }

    private String model(String given) {
        String chosen = chosen(given);
        return chosen == null ? writing.model() : chosen;
    }

    private static ConsoleMessages texts() {
        return Language.texts(ConsoleMessages.class);
    }
}
