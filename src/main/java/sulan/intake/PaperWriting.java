package sulan.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Archive;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.ModelCall;
import sulan.intake.OpenRun.Outcome;
import sulan.source.llm.OverviewAnswer;
import sulan.source.llm.OverviewPrompt;
import sulan.source.llm.Prompt;

/**
 * Writes the overview of one paper: asks, checks the answer, has it repaired once, records it. Nothing goes into the archive
 * that has not passed the checks. Each step is in the ledger before the next one is taken, so that after a kill the paper goes
 * on where it was and no answer is paid for twice.
 */
@ApplicationScoped
class PaperWriting {

    private static final Logger LOG = Logger.getLogger(PaperWriting.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private final MeteredModel model;
    private final Ledger ledger;
    private final OverviewQueue queue;
    private final Archive archive;

    PaperWriting(MeteredModel model, Ledger ledger, OverviewQueue queue, Archive archive) {
        this.model = model;
        this.ledger = ledger;
        this.queue = queue;
        this.archive = archive;
    }

    /**
     * Writes it, or notes in the run and in the queue why that failed.
     *
     * @return whether the model answered if it was asked
     * @throws WritingStopped if no paper is to be written for now; the attempt does not count
     */
    boolean write(OpenRun run, String paperId) throws WritingStopped {
        try {
            PaperTask task = PaperTask.of(paperId);
            if (task == null) {
                run.count(Outcome.UNCHANGED);
            } else {
                write(run, task);
            }
        } catch (NoAnswerException e) {
            failed(run, Stage.FETCH, paperId, e.reason());
            return e.isRefusal();
        } catch (RuntimeException e) {
            LOG.errorf(e, "The overview of %s could not be written", paperId);
            failed(run, Stage.RECORD, paperId, "撰写或存入速览时出错；详情见服务器日志。");
        }
        return true;
    }

    private void write(OpenRun run, PaperTask task) throws WritingStopped, NoAnswerException {
        Answer answer = task.left() != null ? task.left() : ask(run, task, OverviewPrompt.of(task.text(), model.language()));
        OverviewAnswer read = read(task, answer);
        if (read.overview() == null && (answer.repairable() || isRepairable(answer, read))) {
            ledger.faulty(answer.call(), read.reason(), true);
            answer = ask(run, task, repair(task, answer, read));
            read = read(task, answer);
        }
        if (read.overview() == null) {
            ledger.faulty(answer.call(), read.reason(), false);
            failed(run, Stage.READ, task.id(), read.reason());
        } else {
            accept(run, task, answer, read);
        }
    }

    private OverviewAnswer read(PaperTask task, Answer answer) {
        return OverviewAnswer.read(answer.text(), task.text(), model.language());
    }

    private Prompt repair(PaperTask task, Answer answer, OverviewAnswer read) {
        return OverviewPrompt.repair(task.text(), answer.text(), read.faults(), model.language());
    }

    /** A repair is not repaired again. */
    private static boolean isRepairable(Answer answer, OverviewAnswer read) {
        return read.isRepairable() && QuarkusTransaction.requiringNew()
                .call(() -> ModelCall.<ModelCall> findById(answer.call()).purpose == ModelCall.Purpose.OVERVIEW);
    }

    private Answer ask(OpenRun run, PaperTask task, Prompt prompt) throws WritingStopped, NoAnswerException {
        return model.ask(run.id(), task.id(), task.date(), prompt, task.model());
    }

    private void accept(OpenRun run, PaperTask task, Answer answer, OverviewAnswer read) {
        QuarkusTransaction.requiringNew().run(() -> {
            archive.write(task.id(), read.overview(), answer.provenance());
            ledger.accepted(answer.call());
        });
        run.count(Outcome.RECORDED);
    }

    private void failed(OpenRun run, Stage stage, String paperId, String reason) {
        Optional<Instant> next = queue.failed(paperId, reason);
        run.failure(next.isPresent() ? Level.WARNING : Level.ERROR, stage, paperId, reason + next
                .map(time -> "速览没有写成，" + TIME.format(time) + "（UTC）再试。").orElse("速览没有写成，不再自动重试；读者看到的是标题和摘要。"));
        run.count(Outcome.REFUSED);
    }
}
