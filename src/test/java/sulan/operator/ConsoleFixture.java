package sulan.operator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import sulan.ArchiveFixture;
import sulan.archive.AuditEntry;
import sulan.archive.DayList;
import sulan.archive.Failure;
import sulan.archive.ModelCall;
import sulan.archive.Paper;
import sulan.archive.PendingOverview;
import sulan.archive.Run;
import sulan.digest.Diagnostic;

/** What an operator finds on some morning: runs, failures, a ledger, a queue, on top of {@link ArchiveFixture#small}. */
@ApplicationScoped
public class ConsoleFixture {

    /** A day whose list was asked for in vain. */
    static final LocalDate LATE = LocalDate.of(2023, 9, 25);
    /** A day whose list is empty. */
    static final LocalDate SUNDAY = LocalDate.of(2023, 9, 24);
    static final String ANSWER = "{\"main_work\": \"<b>Not in Chinese</b>\"}";

    private final ArchiveFixture archive;
    private final EntityManager entities;

    ConsoleFixture(ArchiveFixture archive, EntityManager entities) {
        this.archive = archive;
        this.entities = entities;
    }

    /** Empties the archive and the audit log, and fills the archive. */
    public void fill() {
        archive.small();
        add();
    }

    /** Empties the archive. */
    public void empty() {
        archive.empty();
    }

    @Transactional
    void add() {
        AuditEntry.deleteAll();
        lists();
        waiting(ArchiveFixture.UNRATED, PendingOverview.State.GIVEN_UP, "回答里的推荐理由不是中文");
        waiting("2309.10706", PendingOverview.State.WAITING, null);
        Run run = run(Run.Kind.OVERVIEWS, Run.Status.PARTLY_FAILED, now().minusSeconds(3600));
        failure(run, Failure.Stage.READ, ArchiveFixture.UNRATED, "回答里的推荐理由不是中文");
        failure(run, Failure.Stage.READ, "2309.10706", "回答里的推荐理由不是中文");
        Run lists = run(Run.Kind.LISTS, Run.Status.FAILED, now().minusSeconds(60));
        failure(lists, Failure.Stage.FETCH, LATE.toString(), "Hugging Face 没有及时回答");
        call(run, ModelCall.Purpose.OVERVIEW, ArchiveFixture.LONGLORA, ModelCall.Outcome.ACCEPTED, "0.021500", true);
        call(run, ModelCall.Purpose.OVERVIEW, ArchiveFixture.UNRATED, ModelCall.Outcome.FAULTY, "0.030000", true);
        call(run, ModelCall.Purpose.REPAIR, ArchiveFixture.UNRATED, ModelCall.Outcome.LOST, "0.100000", false);
    }

    private static void lists() {
        list(LATE, null, "Hugging Face 没有及时回答");
        list(SUNDAY, now(), null);
        DayList wednesday = list(ArchiveFixture.WEDNESDAY, now(), null);
        wednesday.entries = 6;
        wednesday.leftOut = 1;
        wednesday.diagnostics = List.of(new Diagnostic(Diagnostic.Level.ERROR, 0, 4, "这一条没有标题，没有进入存档"));
    }

    private static DayList list(LocalDate date, Instant settledAt, String failure) {
        DayList list = new DayList();
        list.date = date;
        list.lookedAt = failure == null ? now() : null;
        list.settledAt = settledAt;
        list.failure = failure;
        list.failedAt = failure == null ? null : now();
        list.persist();
        return list;
    }

    private void waiting(String paper, PendingOverview.State state, String reason) {
        Paper wanted = Paper.findById(paper);
        wanted.overview = null;
        PendingOverview pending = new PendingOverview();
        pending.paper = wanted;
        pending.editionDate = ArchiveFixture.WEDNESDAY;
        pending.state = state;
        pending.wantedAt = now();
        pending.attempts = state == PendingOverview.State.GIVEN_UP ? 5 : 0;
        pending.reason = reason;
        pending.persist();
    }

    /** A run that has ended, or one that goes on. */
    @Transactional
    public Run run(Run.Kind kind, Run.Status status, Instant startedAt) {
        Run run = new Run();
        run.kind = kind;
        run.source = kind == Run.Kind.OVERVIEWS ? "gpt-test" : "huggingface.co";
        run.status = status;
        run.startedAt = startedAt;
        run.endedAt = status == Run.Status.RUNNING ? null : startedAt.plusSeconds(75);
        run.total = 40;
        run.recorded = 10;
        run.persist();
        return run;
    }

    /** So many items of an open run are done. */
    @Transactional
    public void progress(Run run, int recorded) {
        Run.<Run> findById(run.id).recorded = recorded;
    }

    /** The run has ended well. */
    @Transactional
    public void end(Run run) {
        Run open = Run.findById(run.id);
        open.status = Run.Status.SUCCEEDED;
        open.endedAt = now();
    }

    @Transactional
    Failure failure(Run run, Failure.Stage stage, String place, String message) {
        Failure failure = new Failure();
        failure.run = entities.getReference(Run.class, run.id);
        failure.level = Failure.Level.ERROR;
        failure.stage = stage;
        failure.place = place;
        failure.message = message;
        failure.occurredAt = run.startedAt;
        failure.persist();
        return failure;
    }

    @Transactional
    public ModelCall call(Run run, ModelCall.Purpose purpose, String paper, ModelCall.Outcome outcome, String price,
            boolean known) {
        ModelCall call = new ModelCall();
        call.run = entities.getReference(Run.class, run.id);
        call.purpose = purpose;
        call.paperId = paper;
        call.editionDate = ArchiveFixture.WEDNESDAY;
        call.model = "gpt-test";
        call.promptVersion = "2026-01";
        call.startedAt = now();
        call.endedAt = outcome == ModelCall.Outcome.OPEN ? null : now();
        call.budgetDay = LocalDate.ofInstant(call.startedAt, ZoneOffset.UTC);
        call.inputTokens = known ? 1500 : null;
        call.outputTokens = known ? 800 : null;
        call.price = new BigDecimal(price);
        call.priceKnown = known;
        call.outcome = outcome;
        call.reason = outcome == ModelCall.Outcome.FAULTY ? "=回答不是中文" : null;
        call.answer = outcome == ModelCall.Outcome.FAULTY ? ANSWER : null;
        call.persist();
        return call;
    }

    /** Gives papers an abstract. */
    @Transactional
    public void summarise(String... papers) {
        for (String paper : papers) {
            Paper.<Paper> findById(paper).summary = "We study " + paper + ".";
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
