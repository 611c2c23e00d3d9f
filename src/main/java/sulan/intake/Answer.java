package sulan.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import sulan.archive.ModelCall;
import sulan.archive.ModelCall.Outcome;
import sulan.archive.Provenance;

/**
 * What the model answered, paid for and not used yet.
 *
 * @param call its number in the ledger
 * @param repairable whether it was looked at already and found faulty, so that the next thing to do is to have it repaired
 * @param answeredAt when it came
 */
record Answer(long call, boolean repairable, String text, String model, String promptVersion, Instant answeredAt) {

    private static final List<Outcome> WITHOUT_ANSWER = List.of(Outcome.OPEN, Outcome.FAILED, Outcome.LOST);

    /**
     * The answer about a paper that an earlier run has left behind, within the caller's transaction: one that was not looked
     * at, or that is to be repaired.
     *
     * @return {@code null} if there is none
     */
    static Answer leftOf(String paperId) {
        return left(ModelCall.list("paperId = ?1 and outcome not in ?2 order by id desc", paperId, WITHOUT_ANSWER));
    }

    /** The same about the order of a day. */
    static Answer leftOf(LocalDate date) {
        return left(ModelCall.list("editionDate = ?1 and purpose = ?2 and outcome not in ?3 order by id desc", date,
                ModelCall.Purpose.ORDER, WITHOUT_ANSWER));
    }

    private static Answer left(List<ModelCall> calls) {
        if (calls.isEmpty() || calls.get(0).answer == null) {
            return null;
        }
        ModelCall call = calls.get(0);
        return new Answer(call.id, call.outcome == Outcome.FAULTY, call.answer, call.model, call.promptVersion, call.endedAt);
    }

    /** Where an overview comes from that was made of it. */
    Provenance provenance() {
        return new Provenance(model, promptVersion, answeredAt);
    }
}
