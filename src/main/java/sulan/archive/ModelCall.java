package sulan.archive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.panache.common.Sort;

/**
 * A call of the language model, in the ledger. It is entered before it is made, with the most that it can cost, so that no
 * budget is passed by calls that go on at the same time, or whose end was never seen.
 */
@Entity
public class ModelCall extends PanacheEntity {

    public enum Purpose {
        /** An overview of a paper. */
        OVERVIEW,
        /** The same, told what was wrong with the first one. */
        REPAIR,
        /** The papers of a day, compared and ordered. */
        ORDER
    }

    public enum Outcome {
        /** It goes on, or the portal was killed meanwhile. */
        OPEN,
        /** An answer came, and was not looked at yet. */
        ANSWERED,
        /** The answer was taken. */
        ACCEPTED,
        /** The answer did not hold what it was to hold. */
        FAULTY,
        /** There was no answer. */
        FAILED,
        /** The portal was killed during the call; whether it was paid for is not known. */
        LOST
    }

    /** The run that made it; {@code null} if it belongs to none. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Run run;

    @Enumerated(EnumType.STRING)
    public Purpose purpose;

    /** The paper's id; {@code null} if it is about a day. */
    public String paperId;

    /** The edition's date. */
    public LocalDate editionDate;

    /** The model that was asked. */
    public String model;

    /** The version of the prompt. */
    public String promptVersion;

    /** The day, in UTC, in whose budget it counts. */
    public LocalDate budgetDay;

    public Instant startedAt;

    /** {@code null} as long as it goes on. */
    public Instant endedAt;

    /** As the answer says; {@code null} if it does not. */
    public Integer inputTokens;

    /** As the answer says; {@code null} if it does not. */
    public Integer outputTokens;

    /** What it cost, in the currency of the settings; as long as that is not known, the most that it can have cost. */
    public BigDecimal price;

    /** Whether the price follows from tokens that were counted. */
    public boolean priceKnown;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    /** What was wrong, a sentence for people; {@code null} if all is well. */
    public String reason;

    /** What the model answered, kept while it is of use; {@code null} once it was taken, or if there was no answer. */
    public String answer;

    /** The call that was entered last. */
    public static Optional<ModelCall> newest() {
        return findAll(Sort.descending("id")).firstResultOptional();
    }

    /** What the calls of a day have cost, or can have cost at the most. */
    public static BigDecimal spent(LocalDate day) {
        BigDecimal sum = getEntityManager().createQuery("select sum(c.price) from ModelCall c where c.budgetDay = :day",
                BigDecimal.class).setParameter("day", day).getSingleResult();
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
