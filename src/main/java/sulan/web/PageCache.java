package sulan.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import sulan.archive.Revision;
import sulan.archive.Thumbnails;

/**
 * Answers as they went out, each for the revision of the archive that it was made from. An answer of an older revision is kept
 * until a new one takes its place, or the room is needed, but is never given: that it is there only says that somebody asks for
 * it. A singleton, without a proxy, as it is asked for each request.
 */
@Singleton
class PageCache {

    /** No answer may take more than this part of the room. */
    private static final int LARGEST_PART = 16;

    private record Asked(CacheKey key, long revision) {
    }

    private record Kept(long revision, CachedAnswer answer) {
    }

    private final Cache<CacheKey, Kept> answers;
    private final long room;
    private final ConcurrentMap<Asked, Rendering> renderings = new ConcurrentHashMap<>();
    private volatile Revision revision;

    /** @param room how much memory the answers may take; 0: none is kept */
    PageCache(@ConfigProperty(name = "sulan.page-cache") MemorySize room, MeterRegistry metrics) {
        this.room = room.asLongValue();
        this.answers = Caffeine.newBuilder().maximumWeight(this.room)
                .weigher((CacheKey key, Kept kept) -> key.size() + kept.answer.size()).recordStats().build();
        CaffeineCacheMetrics.monitor(metrics, answers, "pages");
    }

    /** Before anything can change the archive. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 2) StartupEvent event) {
        revision = QuarkusTransaction.requiringNew().call(Revision::current);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Revision.Raised raised) {
        changed(raised.number(), raised.at());
    }

    /** Transactions commit in the order of their revisions, but may come here in another. */
    private synchronized void changed(long number, Instant at) {
        if (revision == null || number > revision.number()) {
            revision = new Revision(number, at, revision == null ? at : revision.begunAt());
        }
    }

    /** A picture is no part of the archive, so its change raises no revision. */
    void pictured(@Observes Thumbnails.Kept picture) {
        String page = Links.paper(picture.paperId());
        renderings.values().stream().filter(rendering -> rendering.key().isOf(page)).forEach(Rendering::outdate);
        answers.asMap().keySet().removeIf(key -> key.isOf(page));
    }

    /** The archive's revision as it was committed last. */
    Revision revision() {
        return revision;
    }

    /** The answer, if there is one of the archive as it is now. */
    Optional<CachedAnswer> find(CacheKey key) {
        Kept kept = answers.getIfPresent(key);
        return kept != null && kept.revision == revision.number() ? Optional.of(kept.answer) : Optional.empty();
    }

    /** Whether there is an answer, of whatever revision: then somebody asked before, and will again. */
    boolean isKnown(CacheKey key) {
        return answers.policy().getIfPresentQuietly(key) != null;
    }

    /** What is kept, of whatever revision. */
    Collection<CacheKey> keys() {
        return answers.asMap().keySet();
    }

    /** The making of the answer from the archive as it is now; the same one for all who ask at the same time. */
    Rendering rendering(CacheKey key) {
        return renderings.computeIfAbsent(new Asked(key, revision.number()), Rendering::new);
    }

    /** The making of an answer: one makes it, others may wait for it. */
    final class Rendering {

        private final Asked asked;
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final Promise<CachedAnswer> made = Promise.promise();
        private volatile boolean isOutdated;

        private Rendering(Asked asked) {
            this.asked = asked;
        }

        /** Whether the caller is to make it, because he is the first: he has to {@link #end} or {@link #abandon} it. */
        boolean claim() {
            return claimed.compareAndSet(false, true);
        }

        CacheKey key() {
            return asked.key;
        }

        /** The revision that it shows at least. */
        long revision() {
            return asked.revision;
        }

        /** It may show less than is known: it is neither kept nor given to others. */
        void outdate() {
            isOutdated = true;
        }

        /** Keeps the answer, and gives it to those who wait. */
        void end(CachedAnswer answer) {
            if (isOutdated) {
                abandon();
                return;
            }
            if (asked.key.size() + answer.size() <= room / LARGEST_PART) {
                answers.put(asked.key, new Kept(asked.revision, answer));
            }
            renderings.remove(asked, this);
            made.tryComplete(answer);
        }

        /**
         * Lets those who wait ask for themselves, if there is no answer for all of them. Nothing happens after {@link #end}.
         */
        void abandon() {
            renderings.remove(asked, this);
            made.tryFail("not for others");
        }

        /** The answer; fails if it is for one reader alone. */
        Future<CachedAnswer> made() {
            return made.future();
        }
    }
}
