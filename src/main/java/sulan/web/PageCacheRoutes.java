package sulan.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import sulan.search.PaperIndex;

/**
 * What becomes of a request before a resource sees it. If its answer is ready, it is sent, first of all and from the event
 * loop; on a connection that stays open, {@link ReadyAnswers} do that from the second request on.
 * Else whoever asks first has it made, if that is not too much ({@link RequestLimits}), and others who ask for the same
 * meanwhile wait for it.
 */
@ApplicationScoped
class PageCacheRoutes {

    /** Where a request keeps the {@link PageCache.Rendering} that its answer is for. */
    static final String RENDERING = PageCache.Rendering.class.getName();

    private static final String KEY = CacheKey.class.getName();
    /** Behind {@link AddressRoutes}, which turns many away. */
    private static final int AFTER_ADDRESSES = 9_000;
    /** The index follows a change within a part of this; while much goes in, it may be longer behind. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final PageCache cache;
    private final PaperIndex index;
    private final RequestLimits limits;
    private final Vertx vertx;
    private final RequestMetrics metrics;
    private final boolean isForwarded;
    /** Vert.x has to see all that is to be written into a log of requests. */
    private final boolean isLogged;

    PageCacheRoutes(PageCache cache, PaperIndex index, RequestLimits limits, Vertx vertx, RequestMetrics metrics,
            VertxHttpConfig http) {
        this.cache = cache;
        this.index = index;
        this.limits = limits;
        this.vertx = vertx;
        this.metrics = metrics;
        this.isLogged = http.accessLog().enabled();
        this.isForwarded = http.proxy().proxyAddressForwarding();
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::answer);
    }

    void filter(@Observes Filters filters) {
        filters.register(this::make, AFTER_ADDRESSES);
    }

    private void answer(RoutingContext context) {
        if (!isForwarded && !isLogged && context.request().version() == HttpVersion.HTTP_1_1) {
            ReadyAnswers.on(context.request(), cache::find, metrics);
        }
        CacheKey key = CacheKey.of(context, isForwarded);
        Optional<CachedAnswer> ready = key == null ? Optional.empty() : cache.find(key);
        if (ready.isPresent()) {
            send(ready.get(), key, context);
        } else {
            context.put(KEY, key);
            context.next();
        }
    }

    private static void send(CachedAnswer answer, CacheKey key, RoutingContext context) {
        if (key.language() != null) {
            LanguageCookie.set(context);
        }
        answer.send(context);
    }

    private void make(RoutingContext context) {
        CacheKey key = context.get(KEY);
        if (key == null) {
            limits.admit(context, false);
            return;
        }
        PageCache.Rendering rendering = cache.rendering(key);
        if (rendering.claim()) {
            context.addEndHandler(ended -> rendering.abandon());
            afterIndex(rendering, () -> {
                context.put(RENDERING, rendering);
                limits.admit(context, cache.isKnown(key));
            });
        } else {
            await(rendering, context);
        }
    }

    /** Lists come from the index, which follows the archive in a moment: what was just changed is to be seen in them. */
    private void afterIndex(PageCache.Rendering rendering, Runnable then) {
        if (index.isAt(rendering.revision())) {
            then.run();
            return;
        }
        Context here = vertx.getOrCreateContext();
        CompletableFuture<Void> followed = index.at(rendering.revision());
        long limit = vertx.setTimer(LONGEST_WAIT.toMillis(), late -> followed.cancel(false));
        followed.whenComplete((nothing, late) -> here.runOnContext(back -> {
            vertx.cancelTimer(limit);
            if (late != null) {
                rendering.outdate();
            }
            then.run();
        }));
    }

    private void await(PageCache.Rendering rendering, RoutingContext context) {
        Context here = vertx.getOrCreateContext();
        rendering.made().onComplete(made -> here.runOnContext(back -> {
            if (context.response().closed() || context.response().ended()) {
                return;
            }
            if (made.succeeded()) {
                send(made.result(), rendering.key(), context);
            } else {
                limits.admit(context, false);
            }
        }));
    }
}
