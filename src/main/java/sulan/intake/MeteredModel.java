package sulan.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import sulan.archive.Failure.Level;
import sulan.archive.ModelCall;
import sulan.source.llm.Language;
import sulan.source.llm.LanguageModel;
import sulan.source.llm.LanguageModelException;
import sulan.source.llm.Prompt;
import sulan.source.llm.Reply;

/** The language model, with each call in the ledger from before it is made until its answer is used. */
@ApplicationScoped
class MeteredModel {

    private static final Logger LOG = Logger.getLogger(MeteredModel.class);
    private static final String REFUSED = "模型拒绝回答。";
    /** How long to keep away from an endpoint that has too many calls and does not say until when. */
    private static final Duration BREATH = Duration.ofMinutes(15);
    /** The same where a person has to do something. */
    private static final Duration LONG_BREATH = Duration.ofHours(1);

    private final LanguageModel model;
    private final Ledger ledger;
    private final Clock clock;

    MeteredModel(LanguageModel model, Ledger ledger, Clock clock) {
        this.model = model;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The language that it is to write in. */
    Language language() {
        return model.language();
    }

    /**
     * Asks the model, and keeps its answer in the ledger as not looked at yet.
     *
     * @param run the run's number
     * @param paperId {@code null} if the question is about a day
     * @param date the edition's
     * @param chosen the model that was chosen; {@code null}: the one of the settings
     * @throws WritingStopped if the budget would be passed, or if other calls would end as this one did
     * @throws NoAnswerException if it gave no answer, but may give one later
     */
    Answer ask(long run, String paperId, LocalDate date, Prompt prompt, String chosen)
            throws WritingStopped, NoAnswerException {
        Ledger.Call call = new Ledger.Call(run, ModelCall.Purpose.valueOf(prompt.purpose().name()), paperId, date,
                chosen == null ? model.name() : chosen, prompt.version(), prompt.estimatedInputTokens(),
                model.maxOutputTokens(prompt));
        long id = ledger.open(call);
        Reply reply;
        try {
            reply = model.ask(prompt, chosen);
        } catch (LanguageModelException e) {
            LOG.errorf(e, "No answer about %s", paperId == null ? date : paperId);
            ledger.failed(id, e.readerMessage(), e.mayHaveBeenCharged());
            if (e.stopsRun()) {
                throw stopped(e);
            }
            throw new NoAnswerException(e.readerMessage(), e);
        } catch (RuntimeException | Error e) {
            ledger.failed(id, "调用语言模型时出错；详情见服务器日志。", true);
            throw e;
        }
        if (reply.refused()) {
            ledger.refused(id, call, reply.inputTokens(), reply.outputTokens(), REFUSED);
            throw new NoAnswerException(REFUSED, null);
        }
        ledger.answered(id, call, reply.inputTokens(), reply.outputTokens(), reply.text());
        return new Answer(id, false, reply.text(), call.model(), call.promptVersion(), clock.instant());
    }

    private WritingStopped stopped(LanguageModelException e) {
        Instant until = e.retryAt() != null ? e.retryAt()
                : clock.instant().plus(e.kind() == LanguageModelException.Kind.RATE_LIMIT ? BREATH : LONG_BREATH);
        return new WritingStopped(Level.ERROR, until, e.readerMessage(), e);
    }
}
