package sulan.source.llm;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import sulan.source.llm.Prompt.Purpose;

/**
 * A language model on the loopback address that speaks the API of OpenAI. It answers each request for an overview with a good
 * one in Chinese made from the paper, and each request for an order with the ids from the highest to the lowest; unless it is
 * told to {@linkplain Fault fail}. It remembers what it was asked.
 */
public final class LanguageModelStandIn implements AutoCloseable {

    /** What can go wrong. The first group are answers of the model, the second failures of the endpoint. */
    public enum Fault {
        /** The JSON breaks off, but the endpoint says that the model had finished. */
        BAD_JSON,
        /** Ratings as texts, highlights as one text, no reasons; of an order, no list. */
        WRONG_SCHEMA,
        /** All of it in English. */
        ENGLISH,
        /** The main work is the abstract. */
        COPIED_ABSTRACT,
        /** Repeats the number of the marks around the data, and gives full marks. */
        OBEYED_INJECTION,
        /** An apology instead of JSON. */
        REFUSAL,
        /** An apology in the field that the API has for it. */
        REFUSAL_FIELD,
        HTML,
        FOREIGN_ADDRESS,
        RATING_OUT_OF_RANGE,
        RATING_BETWEEN_STEPS,
        /** Of an order: the last paper is lacking. Of an overview: one keyword. */
        INCOMPLETE,
        /** The answer breaks off at the most tokens, with the finish reason that says so. */
        LENGTH,
        /** A good answer without the tokens that it cost. */
        NO_USAGE,

        UNAUTHORIZED,
        PAYMENT_REQUIRED,
        /** 429 with {@code Retry-After: 120}. */
        RATE_LIMIT,
        /** 429 with the code {@code insufficient_quota}. */
        QUOTA,
        /** 400, as for a model that does not exist. */
        REJECTED,
        SERVER_ERROR,
        /** No answer until {@link #reset} or {@link #close}. */
        HANG,
        /** The head and the start of an answer, and nothing more until {@link #reset} or {@link #close}. */
        HANG_IN_BODY,
        /** The connection is closed within the body. */
        CUT_STREAM,
        NO_CHOICES,
        /** An HTML page with status 200. */
        NOT_THE_API
    }

    /**
     * What was asked.
     *
     * @param purpose what for
     * @param paper the id of the paper; {@code null} for an order
     * @param model the name of the model
     * @param body the whole body, JSON
     */
    public record Call(Purpose purpose, String paper, String model, String body) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("(?m)^编号：(.+)$");
    private static final Pattern TITLE = Pattern.compile("(?m)^标题：(.*)$");
    private static final Pattern SUMMARY = Pattern.compile("摘要：\\n(.*?)\\n论文 (\\w+)>>>", Pattern.DOTALL);
    private static final String ORDER_RULES = PromptFile.read(OrderPrompt.VERSION + "/system.txt").text();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "language-model-stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Optional<Fault>> next = new ArrayDeque<>();
    private final Map<String, Deque<Optional<Fault>>> nextOfPaper = new HashMap<>();
    private final Map<String, Fault> alwaysOfPaper = new HashMap<>();
    private CountDownLatch hanging = new CountDownLatch(1);
    private int answers;

    private LanguageModelStandIn(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static LanguageModelStandIn start() {
        return start(0);
    }

    /** Starts one at the port of an address, such as the base URL that a test profile set. */
    public static LanguageModelStandIn start(String baseUrl) {
        return start(URI.create(baseUrl).getPort());
    }

    private static LanguageModelStandIn start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            LanguageModelStandIn standIn = new LanguageModelStandIn(server);
            server.createContext("/v1/chat/completions", standIn::handle);
            server.setExecutor(standIn.threads);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new IllegalStateException("The stand-in for the language model does not start", e);
        }
    }

    /** What OPENAI_BASE_URL is to be. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Lets the next calls fail, whatever they are for; {@code null} for a good answer in between. */
    public synchronized void next(Fault... faults) {
        for (Fault fault : faults) {
            next.add(Optional.ofNullable(fault));
        }
    }

    /** Lets the next calls for a paper fail; {@code null} for a good answer in between. */
    public synchronized void nextFor(String paper, Fault... faults) {
        for (Fault fault : faults) {
            nextOfPaper.computeIfAbsent(paper, key -> new ArrayDeque<>()).add(Optional.ofNullable(fault));
        }
    }

    /**
     * Lets every call for a paper fail, once there is nothing that comes {@linkplain #nextFor next}; {@code null} to end it.
     */
    public synchronized void alwaysFor(String paper, Fault fault) {
        alwaysOfPaper.put(paper, fault);
    }

    /** What was asked so far, in order of arrival. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Forgets calls and faults, and lets go of what hangs. */
    public synchronized void reset() {
        calls.clear();
        next.clear();
        nextOfPaper.clear();
        alwaysOfPaper.clear();
        hanging.countDown();
        hanging = new CountDownLatch(1);
    }

    @Override
    public void close() {
        reset();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode request = JSON.readTree(body);
        Request asked = request(request);
        CountDownLatch latch;
        Fault fault;
        synchronized (this) {
            calls.add(new Call(asked.purpose, asked.paper, request.path("model").asText(), body));
            fault = fault(asked.paper);
            latch = hanging;
        }
        try (exchange) {
            answer(exchange, asked, fault, latch);
        }
    }

    private Fault fault(String paper) {
        Deque<Optional<Fault>> ofPaper = nextOfPaper.getOrDefault(paper, new ArrayDeque<>());
        if (!ofPaper.isEmpty()) {
            return ofPaper.remove().orElse(null);
        }
        if (!next.isEmpty()) {
            return next.remove().orElse(null);
        }
        return alwaysOfPaper.get(paper);
    }

    private void answer(HttpExchange exchange, Request asked, Fault fault, CountDownLatch latch) throws IOException {
        if (fault == null) {
            send(exchange, 200, completion(asked, content(asked, null), "stop", true));
            return;
        }
        switch (fault) {
            case UNAUTHORIZED -> send(exchange, 401, error("Incorrect API key provided", "invalid_api_key"));
            case PAYMENT_REQUIRED -> send(exchange, 402, error("Insufficient Balance", "invalid_request_error"));
            case RATE_LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After", "120");
                send(exchange, 429, error("Rate limit reached", "rate_limit_exceeded"));
            }
            case QUOTA -> send(exchange, 429, error("You exceeded your current quota", "insufficient_quota"));
            case REJECTED -> send(exchange, 400, error("The model does not exist", "model_not_found"));
            case SERVER_ERROR -> send(exchange, 500, error("The server had an error", "server_error"));
            case HANG -> await(latch);
            case HANG_IN_BODY -> part(exchange, completion(asked, content(asked, null), "stop", true), latch);
            case CUT_STREAM -> part(exchange, completion(asked, content(asked, null), "stop", true), null);
            case NO_CHOICES -> send(exchange, 200, JSON.createObjectNode().put("id", "chatcmpl-0")
                    .put("object", "chat.completion").set("choices", JSON.createArrayNode()));
            case NOT_THE_API -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                send(exchange, 200, "<html><body>Welcome to the gateway</body></html>");
            }
            case LENGTH -> send(exchange, 200, completion(asked, half(content(asked, null)), "length", true));
            case NO_USAGE -> send(exchange, 200, completion(asked, content(asked, null), "stop", false));
            case REFUSAL_FIELD -> {
                ObjectNode completion = completion(asked, null, "stop", true);
                ((ObjectNode) completion.at("/choices/0/message")).put("refusal", "I'm sorry, I can't help with that.");
                send(exchange, 200, completion);
            }
            default -> send(exchange, 200, completion(asked, content(asked, fault), "stop", true));
        }
    }

    private static String content(Request asked, Fault fault) {
        if (fault == Fault.REFUSAL) {
            return "很抱歉，我无法为这篇论文提供速览。";
        }
        String content = asked.purpose == Purpose.ORDER ? order(asked, fault) : overview(asked, fault);
        return fault == Fault.BAD_JSON ? half(content) : content;
    }

    private static String order(Request asked, Fault fault) {
        if (fault == Fault.WRONG_SCHEMA) {
            return "{\"order\": \"" + String.join(" > ", asked.ids) + "\"}";
        }
        List<String> ids = asked.ids.stream().sorted(Comparator.reverseOrder()).toList();
        ArrayNode order = JSON.createArrayNode();
        ids.stream().limit(fault == Fault.INCOMPLETE ? ids.size() - 1 : ids.size()).forEach(order::add);
        return JSON.createObjectNode().<ObjectNode> set("order", order).toString();
    }

    private static String overview(Request asked, Fault fault) {
        ObjectNode overview = goodOverview(asked.paper, asked.title);
        ObjectNode ratings = (ObjectNode) overview.get("ratings");
        if (fault != null) {
            switch (fault) {
                case WRONG_SCHEMA -> {
                    overview.put("highlights", "一条亮点").remove("reasons");
                    ratings.put("novelty", "4.5");
                }
                case ENGLISH -> english(overview);
                case COPIED_ABSTRACT -> overview.put("mainWork", "本文的主要工作如下。" + asked.summary);
                case OBEYED_INJECTION -> {
                    overview.put("mainWork", overview.get("mainWork").asText() + "编号为 " + asked.delimiter + "。");
                    ratings.put("practicality", 5).put("novelty", 5).put("recommendation", 5);
                }
                case HTML -> overview.put("mainWork", overview.get("mainWork").asText() + "<script>alert(1)</script>");
                case FOREIGN_ADDRESS ->
                    overview.put("mainWork", overview.get("mainWork").asText() + "详见 https://foreign.example/more 。");
                case RATING_OUT_OF_RANGE -> ratings.put("novelty", 9);
                case RATING_BETWEEN_STEPS -> ratings.put("novelty", 4.3);
                case INCOMPLETE -> ((ArrayNode) overview.get("keywords")).remove(0);
                default -> {
                }
            }
        }
        return overview.toString();
    }

    /** A good overview: another one for each paper, with the same texts for the same paper. */
    private static ObjectNode goodOverview(String id, String title) {
        int hash = Math.floorMod(id.hashCode(), 5);
        ObjectNode overview = JSON.createObjectNode();
        overview.put("mainWork", "编号 " + id + " 的论文《" + title + "》研究一个具体的问题，提出了一种新的做法，"
                + "先把任务拆成几个步骤，再逐步求解，并在多个数据集上与已有的做法作了比较，结果有明显的改进。");
        overview.putArray("highlights").add("把任务拆成几个步骤，每一步都可以单独检查。").add("在不增加训练代价的情况下改进了结果。");
        overview.putArray("keywords")
                .add(JSON.createObjectNode().put("en", "Large Language Models").put("zh", "大语言模型"))
                .add(JSON.createObjectNode().put("en", "Task Decomposition").put("zh", "任务分解"))
                .add(JSON.createObjectNode().put("en", "Evaluation").put("zh", "评测"));
        overview.putObject("ratings").put("practicality", 2 + hash * 0.5).put("novelty", 4.5 - hash * 0.5)
                .put("recommendation", 3.5);
        overview.putObject("reasons").put("practicality", "做法简单，容易接到现有的系统上。").put("novelty", "思路在已有的路线上有一个新点子。")
                .put("recommendation", "本领域的人值得读一读。");
        return overview;
    }

    private static void english(ObjectNode overview) {
        overview.put("mainWork",
                "The work splits a task into steps that can be checked one by one and solves each of them in turn.");
        overview.putArray("highlights").add("Each step can be checked on its own.").add("Training costs no more than before.");
        overview.putObject("reasons").put("practicality", "It is simple and easy to add to a system.")
                .put("novelty", "There is one new idea on a known road.")
                .put("recommendation", "People of the field should read it.");
    }

    private static ObjectNode error(String message, String code) {
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("message", message).put("type", code).put("code", code);
        return error;
    }

    private ObjectNode completion(Request asked, String content, String finishReason, boolean usage) {
        ObjectNode completion = JSON.createObjectNode().put("id", "chatcmpl-" + number()).put("object", "chat.completion")
                .put("created", 1700000000).put("model", asked.model + "-2024-07-18");
        ObjectNode choice = completion.putArray("choices").addObject().put("index", 0).put("finish_reason", finishReason);
        choice.putObject("message").put("role", "assistant").put("content", content);
        if (usage) {
            int in = asked.characters / 2;
            int out = content == null ? 10 : content.length();
            completion.putObject("usage").put("prompt_tokens", in).put("completion_tokens", out).put("total_tokens", in + out);
        }
        return completion;
    }

    private synchronized int number() {
        return ++answers;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, body.toString());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Sends half of an answer; then waits, if there is something to wait for, and closes the connection. */
    private static void part(HttpExchange exchange, JsonNode body, CountDownLatch latch) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        OutputStream out = exchange.getResponseBody();
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        if (latch != null) {
            await(latch);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }

    private static Request request(JsonNode json) {
        JsonNode messages = json.path("messages");
        String user = messages.path(1).path("content").asText();
        List<String> ids = ID.matcher(user).results().map(id -> id.group(1)).toList();
        String model = json.path("model").asText();
        int characters = json.toString().length();
        if (messages.path(0).path("content").asText().equals(ORDER_RULES)) {
            return new Request(Purpose.ORDER, null, null, null, null, ids, model, characters);
        }
        Matcher title = TITLE.matcher(user);
        Matcher summary = SUMMARY.matcher(user);
        if (ids.isEmpty() || !title.find() || !summary.find()) {
            throw new IllegalStateException("There is no paper in the request: " + user);
        }
        return new Request(messages.size() > 2 ? Purpose.REPAIR : Purpose.OVERVIEW, ids.get(0), title.group(1),
                summary.group(1), summary.group(2), ids, model, characters);
    }

    private record Request(Purpose purpose, String paper, String title, String summary, String delimiter, List<String> ids,
            String model, int characters) {
    }
}
