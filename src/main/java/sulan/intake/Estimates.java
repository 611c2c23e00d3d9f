package sulan.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.ModelCall;
import sulan.archive.Paper;
import sulan.source.llm.LanguageModel;
import sulan.source.llm.OverviewPrompt;
import sulan.source.llm.Prompt;

/** Says beforehand what overviews will cost: by what others did cost, or else by the length of the questions. */
@ApplicationScoped
class Estimates {

    /** How far back calls tell what others will cost. */
    static final int DAYS = 30;
    /** How many overviews must have been written in that time. */
    private static final int ENOUGH = 20;
    /** Of more papers, so many evenly spread ones stand for all. */
    private static final int SAMPLE = 100;

    private final WritingConfig config;
    private final Prices prices;
    private final LanguageModel model;
    private final Clock clock;

    Estimates(WritingConfig config, Prices prices, LanguageModel model, Clock clock) {
        this.config = config;
        this.prices = prices;
        this.model = model;
        this.clock = clock;
    }

    /** Tokens of questions and answers. */
    private record Tokens(double input, double output) {

        Tokens times(int papers, int of) {
            return new Tokens(input * papers / of, output * papers / of);
        }
    }

    /** @param chosen the model that is to be asked; {@code null}: the one of the settings */
    Estimate of(LocalDate from, LocalDate to, OverviewWriting.Scope scope, String chosen) {
        return QuarkusTransaction.joiningExisting().call(() -> estimate(from, to, scope, chosen));
    }

    private Estimate estimate(LocalDate from, LocalDate to, OverviewWriting.Scope scope, String chosen) {
        List<Paper> all = OverviewQueue.listings(from, to, scope).stream().map(listing -> listing.paper).toList();
        List<Paper> papers = all.stream().filter(paper -> paper.summary != null).toList();
        Tokens measured = measured(chosen == null ? model.name() : chosen);
        Tokens tokens = papers.isEmpty() ? new Tokens(0, 0)
                : measured != null ? measured.times(papers.size(), 1) : counted(papers);
        long input = Math.round(tokens.input);
        long output = Math.round(tokens.output);
        BigDecimal price = prices.of(input, output);
        return new Estimate(papers.size(), all.size() - papers.size(), input, output, price, config.currency(), days(price),
                measured != null);
    }

    /** What an overview took on the average, with its repair and all that failed; {@code null} if too few were written. */
    private Tokens measured(String name) {
        Instant since = clock.instant().minus(Duration.ofDays(DAYS));
        Object[] sums = ModelCall.getEntityManager().createQuery("""
                select sum(c.inputTokens), sum(c.outputTokens), count(case when c.outcome = ACCEPTED then 1 end)
                from ModelCall c where c.model = :model and c.startedAt >= :since and c.purpose <> ORDER
                and c.inputTokens is not null and c.outputTokens is not null""", Object[].class)
                .setParameter("model", name).setParameter("since", since).getSingleResult();
        long written = (Long) sums[2];
        return written < ENOUGH ? null
                : new Tokens(((Long) sums[0]).doubleValue() / written, ((Long) sums[1]).doubleValue() / written);
    }

    private Tokens counted(List<Paper> papers) {
        int step = Math.max(1, papers.size() / SAMPLE);
        double input = 0;
        double output = 0;
        int counted = 0;
        for (int i = 0; i < papers.size(); i += step) {
            Prompt prompt = OverviewPrompt.of(PaperTask.text(papers.get(i)), model.language());
            input += prompt.estimatedInputTokens();
            output += model.maxOutputTokens(prompt);
            counted++;
        }
        return new Tokens(input, output).times(papers.size(), counted);
    }

    private Integer days(BigDecimal price) {
        if (price.signum() == 0) {
            return 0;
        }
        return config.dailyBudget().signum() == 0 ? null
                : price.divide(config.dailyBudget(), 0, RoundingMode.CEILING).intValue();
    }
}
