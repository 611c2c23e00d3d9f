package sulan.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import sulan.archive.Paper;
import sulan.archive.Thumbnails;
import sulan.source.huggingface.HuggingFaceException;
import sulan.source.huggingface.ThumbnailSource;

/**
 * Fetches the pictures of papers that were listed lately, some at a time. A page without its picture lacks nothing that
 * matters:
 * so there is no run of it, and what fails is told in the log and tried again another day.
 */
@ApplicationScoped
public class ThumbnailFetching {

    private static final Logger LOG = Logger.getLogger(ThumbnailFetching.class);

    private static final int AT_A_TIME = 10;
    private static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private final ListsConfig config;
    private final ThumbnailSource source;
    private final Thumbnails thumbnails;
    private final Clock clock;
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    ThumbnailFetching(ListsConfig config, ThumbnailSource source, Thumbnails thumbnails, Clock clock) {
        this.config = config;
        this.source = source;
        this.thumbnails = thumbnails;
        this.clock = clock;
    }

    private record Wanted(String paperId, String address) {
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    @Scheduled(every = "{sulan.huggingface.thumbnails-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<String> problems = new ArrayList<>();
        for (Wanted wanted : wanted()) {
            if (stopped) {
                return;
            }
            try {
                thumbnails.keep(wanted.paperId(), source.fetch(wanted.address()));
            } catch (HuggingFaceException | IOException | RuntimeException e) {
                failed.put(wanted.paperId(), clock.instant());
                problems.add(wanted.address() + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            LOG.warnf("%d pictures could not be had, and are tried again after %d h; the first: %s", problems.size(),
                    AGAIN_AFTER.toHours(), problems.get(0));
        }
    }

    /** Of the newest papers first. */
    private List<Wanted> wanted() {
        if (!source.isEnabled()) {
            return List.of();
        }
        Instant again = clock.instant().minus(AGAIN_AFTER);
        failed.values().removeIf(at -> at.isBefore(again));
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(config.daysBack());
        List<Paper> papers = QuarkusTransaction.requiringNew().call(() -> Paper
                .list("listedOn >= ?1 and thumbnailUrl is not null and not hidden order by listedOn desc, id", from));
        return papers.stream()
                .filter(paper -> source.serves(paper.thumbnailUrl) && !failed.containsKey(paper.id)
                        && !thumbnails.has(paper.id))
                .limit(AT_A_TIME).map(paper -> new Wanted(paper.id, paper.thumbnailUrl)).toList();
    }
}
