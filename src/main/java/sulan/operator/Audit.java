package sulan.operator;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import sulan.archive.AuditEntry;
import sulan.archive.AuditEntry.Action;

/** Writes the audit log. Each change of the operator's calls it, in the transaction of the change. */
@ApplicationScoped
class Audit {

    private final Clock clock;
    private final SecurityIdentity identity;

    Audit(Clock clock, SecurityIdentity identity) {
        this.clock = clock;
        this.identity = identity;
    }

    /** The texts for sentences in the log: they are in one language, whoever was at work. */
    static <T> T texts(Class<T> bundle) {
        return MessageBundles.get(bundle);
    }

    /** The name of the operator who is logged in. */
    String who() {
        return identity.getPrincipal().getName();
    }

    /**
     * Notes what the operator does.
     *
     * @param subject to what: a tag's slug, a date, a paper's id
     * @param sentence what, for people, in Chinese
     */
    @Transactional(TxType.MANDATORY)
    void note(Action action, String subject, String sentence) {
        note(who(), action, subject, sentence);
    }

    /** Notes what somebody does who is not logged in, or not yet; {@code who} may be {@code null}. */
    @Transactional(TxType.MANDATORY)
    void note(String who, Action action, String subject, String sentence) {
        AuditEntry entry = new AuditEntry();
        entry.at = clock.instant();
        entry.who = who;
        entry.action = action;
        entry.subject = subject;
        entry.sentence = sentence;
        entry.persist();
    }
}
