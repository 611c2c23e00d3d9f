package sulan.operator;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.panache.common.Sort;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.archive.Failure;
import sulan.archive.Run;
import sulan.intake.Runs;
import sulan.web.Language;

/** The runs: those that go on, with their progress, and those that have ended, with what went wrong. */
@Path("/operator/runs")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class RunControlPages {

    private static final int FAILURES = 100;

    private final Runs runs;
    private final Audit audit;
    private final Clock clock;

    RunControlPages(Runs runs, Audit audit, Clock clock) {
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance runs(List<RunProgress> open, RunTable table, Run.Kind[] kinds);

        static native TemplateInstance run(Report report);

        static native TemplateInstance open(List<RunProgress> open);
    }

    /** @param progress {@code null} if the run has ended */
    record Report(Run run, RunProgress progress, List<Line> failures, Leaf leaf) {

        public List<RunProgress> open() {
            return progress == null ? List.of() : List.of(progress);
        }

        public boolean isOfLists() {
            return run.kind.lane() == Run.Lane.LISTS;
        }

        public boolean isOfOverviews() {
            return run.kind.lane() == Run.Lane.OVERVIEWS;
        }

        public boolean isOfExport() {
            return run.kind == Run.Kind.EXPORT;
        }

        /** The address of the report, without the page. */
        public String address() {
            return Addresses.run(run.id);
        }
    }

    record Line(Failure failure, Place place) {
    }

    /**
     * @param kind the name of a {@link Run.Kind}; all, if it is none
     * @param failed {@code true} for those with failures only
     */
    @GET
    public Response runs(@RestQuery String kind, @RestQuery String failed, @RestQuery String page) {
        Run.Kind wanted = Arrays.stream(Run.Kind.values()).filter(one -> one.name().equals(kind)).findFirst().orElse(null);
        return Response.ok(Templates.runs(RunProgress.all(clock), RunTable.of(wanted, "true".equals(failed), page),
                Run.Kind.values()).render()).build();
    }

    /** What htmx asks for while runs go on. When they have ended, the whole page is out of date. */
    @GET
    @Path("/open")
    public Response open() {
        List<RunProgress> open = RunProgress.all(clock);
        Response.ResponseBuilder answer = Response.ok(Templates.open(open).render());
        return open.isEmpty() ? answer.header("HX-Refresh", "true").build() : answer.build();
    }

    @GET
    @Path("/{id: [0-9]+}")
    public Response run(long id, @RestQuery String page) {
        Run run = existing(id);
        Leaf leaf = Leaf.of(page, Failure.count("run", run), FAILURES);
        List<Line> failures = Failure.<Failure> find("run", Sort.by("id"), run).page(leaf.page() - 1, FAILURES).list().stream()
                .map(failure -> new Line(failure, Place.of(failure.place))).toList();
        RunProgress progress = RunProgress.all(clock).stream().filter(open -> open.run().equals(run)).findFirst().orElse(null);
        return Response.ok(Templates.run(new Report(run, progress, failures, leaf)).render()).build();
    }

    @POST
    @Path("/{id: [0-9]+}/cancellation")
    public Response cancel(long id) {
        Run run = existing(id);
        if (!runs.cancel(id)) {
            return Redirect.to(Addresses.run(id), texts().runHasEnded());
        }
        audit.note(Action.RUN_CANCELLED, String.valueOf(id),
                Audit.texts(ConsoleMessages.class).runCancelledNote(id, run.source));
        return Redirect.to(Addresses.run(id), texts().runCancelled());
    }

    private static Run existing(long id) {
        return Run.<Run> findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static ConsoleMessages texts() {
        return Language.texts(ConsoleMessages.class);
    }
}
