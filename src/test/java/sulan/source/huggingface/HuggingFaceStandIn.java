package sulan.source.huggingface;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for Hugging Face: a server on the loopback that serves daily lists with the API's own paging (50 entries unless
 * asked for up to 100), its limit of 500 calls in 5 minutes with the headers that tell of it, and faults on demand. Safe for
 * use by several threads.
 */
public final class HuggingFaceStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 100;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<LocalDate, Deque<String>> lists = new HashMap<>();
    private final Map<String, byte[]> pictures = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private CountDownLatch closed = new CountDownLatch(1);
    private Fault lasting;
    private int mostCalls;
    private Duration window;
    private Instant windowStart;
    private int callsInWindow;

    /**
     * A call that was made.
     *
     * @param path without the query
     * @param query its parameters
     * @param userAgent as the client says
     * @param acceptEncoding as the client says, or {@code null}
     */
    public record Call(String path, Map<String, String> query, String userAgent, String acceptEncoding) {
    }

    private HuggingFaceStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        beginAnew();
    }

    /** Starts it on a free port. */
    public static HuggingFaceStandIn start() {
        try {
            HuggingFaceStandIn standIn = new HuggingFaceStandIn();
            standIn.server.start();
            return standIn;
        } catch (IOException e) {
            throw new IllegalStateException("the stand-in does not start", e);
        }
    }

    /** The value for {@code sulan.huggingface.url}. */
    public URI url() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort());
    }

    /** The value for {@code sulan.huggingface.thumbnails}. */
    public String thumbnails() {
        return url() + "/thumbnails";
    }

    /** Forgets lists, pictures, faults, calls and the limit, and lets hanging calls go. */
    public synchronized void beginAnew() {
        closed.countDown();
        closed = new CountDownLatch(1);
        lists.clear();
        pictures.clear();
        faults.clear();
        calls.clear();
        lasting = null;
        limit(500, Duration.ofMinutes(5));
    }

    /** Sets another limit than Hugging Face's; a new window begins. */
    public synchronized void limit(int most, Duration inWindow) {
        mostCalls = most;
        window = inWindow;
        windowStart = Instant.now();
        callsInWindow = 0;
    }

    /** @param json the whole list of the date, an array; anything else is answered as it is, whatever page is asked for */
    public void serve(LocalDate date, String json) {
        serveGrowing(date, json);
    }

    /** The whole list of the date. */
    public void serve(LocalDate date, ListedPaperJson... papers) {
        serve(date, ListedPaperJson.list(papers));
    }

    /** @param states of the list: the next one is there as soon as the last page of one was asked for; the last one stays */
    public synchronized void serveGrowing(LocalDate date, String... states) {
        lists.put(date, new ArrayDeque<>(Arrays.asList(states)));
    }

    /**
     * Serves all answers of a folder of saved ones: those named {@code DATE.json}, and those in {@code growing-day} as the
     * states of one list, in the order of their names, which begin with the date.
     */
    public void serveFolder(Path folder) throws IOException {
        for (Path file : jsonIn(folder)) {
            serve(dateOf(file), Files.readString(file));
        }
        Map<LocalDate, List<String>> growing = new HashMap<>();
        for (Path file : jsonIn(folder.resolve("growing-day"))) {
            growing.computeIfAbsent(dateOf(file), date -> new ArrayList<>()).add(Files.readString(file));
        }
        growing.forEach((date, states) -> serveGrowing(date, states.toArray(String[]::new)));
    }

    private static List<Path> jsonIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static LocalDate dateOf(Path file) {
        return LocalDate.parse(file.getFileName().toString().substring(0, 10));
    }

    /** @return the address of the picture */
    public synchronized String servePicture(String name, byte[] picture) {
        pictures.put(URI.create(thumbnails()).getPath() + "/" + name, picture);
        return thumbnails() + "/" + name;
    }

    /** The next calls meet these faults, one each; calls after them are answered well. */
    public synchronized void fail(Fault... next) {
        faults.addAll(Arrays.asList(next));
    }

    /** Every call meets this fault, once those that were given for single calls are used up; {@code null}: none any more. */
    public synchronized void failAlways(Fault fault) {
        lasting = fault;
    }

    /** The calls so far, those that met a fault among them. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        Call call = call(exchange);
        Fault fault;
        CountDownLatch ofNow;
        byte[] regular;
        synchronized (this) {
            calls.add(call);
            fault = faults.isEmpty() ? lasting : faults.remove();
            ofNow = closed;
            if (fault == null && isOverLimit(exchange)) {
                fault = Fault.status(429);
            }
            regular = regular(call);
        }
        if (regular == null) {
            exchange.sendResponseHeaders(call.path().equals("/api/daily_papers") ? 400 : 404, -1);
        } else if (fault != null) {
            fault.answer(exchange, regular, ofNow);
        } else {
            send(exchange, call, regular);
        }
    }

    private boolean isOverLimit(HttpExchange exchange) {
        Instant now = Instant.now();
        if (!now.isBefore(windowStart.plus(window))) {
            windowStart = now;
            callsInWindow = 0;
        }
        callsInWindow++;
        long reset = Math.max(1, Duration.between(now, windowStart.plus(window)).toSeconds());
        exchange.getResponseHeaders().set("RateLimit", "\"api\";r=" + Math.max(0, mostCalls - callsInWindow) + ";t=" + reset);
        exchange.getResponseHeaders().set("RateLimit-Policy",
                "\"fixed window\";\"api\";q=" + mostCalls + ";w=" + window.toSeconds());
        return callsInWindow > mostCalls;
    }

    private static Call call(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String parameter : (text == null ? "" : text).split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                query.put(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        return new Call(exchange.getRequestURI().getPath(), Map.copyOf(query),
                exchange.getRequestHeaders().getFirst("User-Agent"), exchange.getRequestHeaders().getFirst("Accept-Encoding"));
    }

    /** {@code null} if it asks for something that the API does not have. */
    private byte[] regular(Call call) {
        if (pictures.containsKey(call.path())) {
            return pictures.get(call.path());
        }
        int limit = number(call.query().getOrDefault("limit", String.valueOf(USUAL_LIMIT)));
        int page = number(call.query().getOrDefault("p", "0"));
        String date = call.query().get("date");
        if (!call.path().equals("/api/daily_papers") || date == null || limit < 1 || limit > LARGEST_LIMIT || page < 0) {
            return null;
        }
        Deque<String> states = lists.getOrDefault(LocalDate.parse(date), new ArrayDeque<>(List.of("[]")));
        String list = states.peek();
        // the state that was begun is kept for its other pages
        if (isLastPage(list, limit, page) && states.size() > 1) {
            states.remove();
        }
        return page(list, limit, page).getBytes(StandardCharsets.UTF_8);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private static boolean isLastPage(String list, int limit, int page) {
        ArrayNode entries = entries(list);
        return entries == null || entries.size() < (page + 1) * limit;
    }

    private static String page(String list, int limit, int page) {
        ArrayNode all = entries(list);
        if (all == null) {
            return list;
        }
        ArrayNode entries = JSON.createArrayNode();
        for (int i = page * limit; i < Math.min(all.size(), (page + 1) * limit); i++) {
            entries.add(all.get(i));
        }
        return entries.toString();
    }

    private static ArrayNode entries(String list) {
        try {
            return JSON.readTree(list) instanceof ArrayNode entries ? entries : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static void send(HttpExchange exchange, Call call, byte[] content) throws IOException {
        byte[] body = content;
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (call.acceptEncoding() != null && call.acceptEncoding().contains("gzip")) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(content);
            }
            body = compressed.toByteArray();
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
