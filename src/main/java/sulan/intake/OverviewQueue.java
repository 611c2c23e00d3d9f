package sulan.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Listing;
import sulan.archive.PendingOverview;
import sulan.archive.PendingOverview.State;
import sulan.archive.Revision;

/**
 * Which papers an overview is going to be written of, in what order, and when. Whatever changes what readers are told of a day
 * raises the archive's revision.
 */
@ApplicationScoped
class OverviewQueue {

    static final String NO_ABSTRACT = "这篇论文没有摘要，无法撰写速览；列表补上摘要后会自动撰写。";

    private final WritingConfig config;
    private final int daysBack;
    private final Clock clock;

    OverviewQueue(WritingConfig config,
            @ConfigProperty(name = "sulan.huggingface.days-back", defaultValue = "7") int daysBack, Clock clock) {
        this.config = config;
        this.daysBack = daysBack;
        this.clock = clock;
    }

    /**
     * Takes in what Hugging Face listed in the last days and nothing was written of yet, and lets go of what was written
     * otherwise. What was given up for want of an abstract goes on once there is one.
     */
    void fill() {
        QuarkusTransaction.joiningExisting().run(this::doFill);
    }

    private void doFill() {
        if (unwritten().isEmpty() && outdated().isEmpty() && completed().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        // from here on no one else writes, so that what is read now is still true when it is committed
        Revision.raise(now);
        outdated().forEach(row -> row.delete());
        completed().forEach(row -> again(row, now));
        unwritten().forEach(listing -> add(listing, null, now));
    }

    private static List<PendingOverview> outdated() {
        return PendingOverview.list("paper.overview.recordedAt > wantedAt");
    }

    private static List<PendingOverview> completed() {
        return PendingOverview.list("state = ?1 and attempts = 0 and paper.summary is not null", State.GIVEN_UP);
    }

    private List<Listing> unwritten() {
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(daysBack);
        return entities().createQuery("""
                from Listing l join fetch l.paper p where l.id.editionDate >= :from and l.huggingFace and not l.edition.demo
                and not p.hidden and p.overview is null
                and not exists (select 1 from PendingOverview w where w.paper = p)
                order by l.id.editionDate desc, l.position""", Listing.class).setParameter("from", from).getResultList();
    }

    /** Takes in papers of a range of days at the operator's wish, whoever lists them; see {@link OverviewWriting#want}. */
    OverviewWriting.Wanted want(LocalDate from, LocalDate to, OverviewWriting.Scope scope, String model) {
        return QuarkusTransaction.joiningExisting().call(() -> doWant(from, to, scope, model));
    }

    private OverviewWriting.Wanted doWant(LocalDate from, LocalDate to, OverviewWriting.Scope scope, String model) {
        Instant now = clock.instant();
        Revision.raise(now);
        int wanted = 0;
        int without = 0;
        for (Listing listing : listings(from, to, scope)) {
            if (listing.paper.summary != null) {
                want(listing, model, now);
                wanted++;
            } else {
                without++;
                if (listing.paper.overview == null) {
                    add(listing, model, now);
                }
            }
        }
        return new OverviewWriting.Wanted(wanted, without);
    }

    private static void want(Listing listing, String model, Instant now) {
        if (!add(listing, model, now)) {
            PendingOverview known = PendingOverview.findById(listing.paper.id);
            again(known, now);
            known.model = model;
        }
    }

    /** The papers that a wish is about, newest edition first; one that is listed twice counts for the newer edition. */
    static List<Listing> listings(LocalDate from, LocalDate to, OverviewWriting.Scope scope) {
        return entities().createQuery("""
                from Listing l join fetch l.paper p where l.id.editionDate between :from and :to and not l.edition.demo
                and not p.hidden and (:all = true or p.overview is null)
                and not exists (select 1 from Listing newer where newer.paper = p
                    and newer.id.editionDate > l.id.editionDate and newer.id.editionDate <= :to)
                order by l.id.editionDate desc, l.position""", Listing.class)
                .setParameter("from", from).setParameter("to", to)
                .setParameter("all", scope == OverviewWriting.Scope.ALL).getResultList();
    }

    /** @return whether it is new */
    private static boolean add(Listing listing, String model, Instant now) {
        if (PendingOverview.findByIdOptional(listing.paper.id).isPresent()) {
            return false;
        }
        PendingOverview pending = new PendingOverview();
        pending.paper = listing.paper;
        pending.editionDate = listing.id.editionDate();
        pending.model = model;
        pending.wantedAt = now;
        pending.state = listing.paper.summary == null ? State.GIVEN_UP : State.WAITING;
        pending.reason = listing.paper.summary == null ? NO_ABSTRACT : null;
        pending.persist();
        return true;
    }

    private static void again(PendingOverview pending, Instant now) {
        pending.state = State.WAITING;
        pending.wantedAt = now;
        pending.attempts = 0;
        pending.notBefore = null;
        pending.reason = null;
    }

    /** @return whether it was given up, or waits for another attempt */
    boolean again(String paperId) {
        return QuarkusTransaction.joiningExisting().call(() -> again(PendingOverview.list("paperId = ?1", paperId))) > 0;
    }

    /** @return how many papers of the edition were given up, or wait for another attempt */
    int again(LocalDate date) {
        return QuarkusTransaction.joiningExisting().call(() -> again(PendingOverview.list("editionDate = ?1", date)));
    }

    private int again(List<PendingOverview> rows) {
        List<PendingOverview> tried = rows.stream()
                .filter(row -> row.paper.summary != null && (row.state == State.GIVEN_UP || row.notBefore != null)).toList();
        if (!tried.isEmpty()) {
            Revision.raise(clock.instant());
            tried.forEach(row -> again(row, clock.instant()));
        }
        return tried.size();
    }

    /** The ids of the papers whose turn it is: newest edition first, and in its order. */
    List<String> due() {
        return QuarkusTransaction.joiningExisting().call(() -> entities().createQuery("""
                select w.paperId from PendingOverview w join w.paper p
                left join Listing l on l.paper = p and l.id.editionDate = w.editionDate
                where w.state = WAITING and (w.notBefore is null or w.notBefore <= :now) and not p.hidden
                and p.summary is not null order by w.editionDate desc, l.position, w.paperId""", String.class)
                .setParameter("now", clock.instant()).getResultList());
    }

    /**
     * Counts an attempt that failed; the next one is made after a pause that grows, until all attempts have failed.
     *
     * @param reason a sentence for the operator
     * @return when it is tried again; empty if it was given up
     */
    Optional<Instant> failed(String paperId, String reason) {
        return QuarkusTransaction.joiningExisting().call(() -> doFail(paperId, reason));
    }

    private Optional<Instant> doFail(String paperId, String reason) {
        PendingOverview pending = PendingOverview.findById(paperId);
        if (pending == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean givenUp = pending.attempts + 1 >= config.attempts();
        if (givenUp) {
            Revision.raise(now);
        }
        pending.attempts++;
        pending.reason = reason;
        pending.state = givenUp ? State.GIVEN_UP : State.WAITING;
        pending.notBefore = givenUp ? null : now.plus(GrowingPause.after(pending.attempts));
        return Optional.ofNullable(pending.notBefore);
    }

    private static EntityManager entities() {
        return PendingOverview.getEntityManager();
    }
}
