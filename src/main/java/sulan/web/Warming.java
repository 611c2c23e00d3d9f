package sulan.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import sulan.archive.Edition;
import sulan.archive.Revision;
import sulan.archive.TagCount;
import sulan.search.PaperIndex;
import sulan.search.PaperSearch;

/**
 * Has the pages made that are read most, before somebody asks for them: after the start, and after each change once nothing
 * more changes. It asks for them one after the other, as a browser on this machine would.
 */
@ApplicationScoped
class Warming {

    private static final Logger LOG = Logger.getLogger(Warming.class);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    /** Pages that were made before the index has followed are not kept, so it would be for nothing. */
    private static final Duration LONGEST_INDEXING = Duration.ofMinutes(10);
    private static final int DAYS = 7;
    private static final int TAGS = 24;
    /** Of a hundred answers that are kept, so many must have gone to readers of one kind to make them worth it. */
    private static final int LEAST_SHARE = 10;
    /** Who asks if nobody has asked yet. */
    private static final Reader FIRST = new Reader("http", "localhost", Language.ZH, Encoding.GZIP);

    /** What readers have in common who get the same answers. */
    private record Reader(String scheme, String authority, Language language, Encoding encoding) {

        static Reader of(CacheKey key) {
            return new Reader(key.scheme(), key.authority(), key.language() == null ? Language.ZH : key.language(),
                    key.encoding());
        }
    }

    private final PageCache cache;
    private final PaperSearch search;
    private final PaperIndex index;
    private final HttpServer server;
    private final HttpClient client;
    private final boolean isOn;
    /** Guarded by this. */
    private boolean isChanged;
    private boolean isStopped;

    Warming(PageCache cache, PaperSearch search, PaperIndex index, HttpServer server, Vertx vertx,
            @ConfigProperty(name = "sulan.page-cache-warming") boolean isOn) {
        this.cache = cache;
        this.search = search;
        this.index = index;
        this.server = server;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1));
        this.isOn = isOn;
    }

    void start(@ObservesAsync HttpServerStart event) {
        if (isOn) {
            Thread thread = new Thread(this::keepWarm, "warming");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
            changed();
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Revision.Raised raised) {
        changed();
    }

    private synchronized void changed() {
        isChanged = true;
        notifyAll();
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        notifyAll();
    }

    private void keepWarm() {
        try {
            while (awaitQuiet()) {
                try {
                    if (index.awaitInStep(LONGEST_INDEXING)) {
                        warm();
                    }
                } catch (RuntimeException e) {
                    // when the portal stops, the database is closed under it
                    LOG.log(isStopped() ? Logger.Level.DEBUG : Logger.Level.WARN,
                            "Pages were not made ahead; they are made when they are asked for", e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted; no pages are made ahead any more", e);
        }
    }

    /** Whether something has changed, and then nothing for a while; else the portal stops. */
    private synchronized boolean awaitQuiet() throws InterruptedException {
        while (!isChanged && !isStopped) {
            wait();
        }
        while (isChanged && !isStopped) {
            isChanged = false;
            wait(QUIET.toMillis());
        }
        return !isStopped;
    }

    private synchronized boolean isStopped() {
        return isStopped;
    }

    private synchronized boolean isDisturbed() {
        return isChanged || isStopped;
    }

    /** Makes them until there is a change, after which they would have to be made again. */
    void warm() throws InterruptedException {
        List<String> addresses = QuarkusTransaction.requiringNew().call(this::addresses);
        for (Reader reader : readers(cache.keys())) {
            for (String address : addresses) {
                if (isDisturbed() || server.getPort() < 0) {
                    return;
                }
                ask(reader, address);
            }
        }
    }

    /** The newest days, their papers, and the tags that most papers have. */
    private List<String> addresses() {
        List<String> addresses = new ArrayList<>(List.of("/", "/papers", "/days", "/tags", "/trends", "/papers.atom"));
        List<Edition> days = Edition.newest(DAYS);
        days.forEach(day -> addresses.add(Links.day(day.date)));
        days.stream().limit(1).flatMap(day -> day.listings.stream()).map(listing -> listing.paper.id).map(Links::paper)
                .forEach(addresses::add);
        search.frequentTags().stream().limit(TAGS).map(TagCount::slug).map(Links::tag)
                .flatMap(tag -> Stream.of(tag, tag + ".atom")).forEach(addresses::add);
        return addresses;
    }

    /** Those who asked for most of what is kept, the most frequent first. */
    private static List<Reader> readers(Collection<CacheKey> keys) {
        Map<Reader, Long> counts = keys.stream().map(Reader::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Reader> readers = counts.entrySet().stream()
                .filter(reader -> reader.getValue() * 100 >= (long) keys.size() * LEAST_SHARE)
                .sorted(Map.Entry.<Reader, Long> comparingByValue().reversed()).map(Map.Entry::getKey).toList();
        return readers.isEmpty() ? List.of(FIRST) : readers;
    }

    private void ask(Reader reader, String address) throws InterruptedException {
        SocketAddress here = SocketAddress.inetSocketAddress(server.getPort(), "127.0.0.1");
        RequestOptions request = new RequestOptions().setServer(here).setURI(address).setTimeout(LONGEST_ANSWER.toMillis())
                .putHeader(HttpHeaders.HOST, reader.authority)
                .putHeader(HttpHeaders.ACCEPT_LANGUAGE, reader.language.tag())
                .putHeader(HttpHeaders.ACCEPT_ENCODING, reader.encoding.token())
                // believed if the portal stands behind a proxy, and only then is it needed
                .putHeader("X-Forwarded-Proto", reader.scheme).putHeader("X-Forwarded-Host", reader.authority);
        try {
            client.request(request).compose(HttpClientRequest::send).compose(HttpClientResponse::body)
                    .toCompletionStage().toCompletableFuture().get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf(e, "%s was not made ahead", address);
        }
    }
}
