package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged portal as a process of its own, in a folder of its own. */
final class Portal implements AutoCloseable {

    /** Generous: the machines that run tests are slow and shared. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;

    private Portal(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts it and returns at once.
     *
     * @param folder where it is started, and keeps its data if the settings do not say otherwise
     * @param settings such as {@code sulan.demo=false}
     */
    static Portal start(Path folder, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // it lives too short for the second compiler, which would only take the time of one of two processors
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port,
                // tests never touch the network, unless the settings name a stand-in
                "-Dsulan.huggingface.enabled=false"));
        List.of(settings).forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        Path log = Files.createTempFile(folder, "portal-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        // settings of whoever runs the tests are not the test's
        builder.environment().keySet().removeIf(name -> name.startsWith("SULAN_") || name.startsWith("QUARKUS_")
                || name.startsWith("OPENAI_"));
        return new Portal(builder.start(), log, port);
    }

    /** Waits until it says that it is ready. */
    Portal ready() {
        waitUntil("the portal is ready", () -> status("/q/health/ready") == 200);
        return this;
    }

    /** Where it answers, without a slash at the end. */
    String root() {
        return "http://127.0.0.1:" + port;
    }

    /** The status that it answers with; 0 if it does not answer. */
    int status(String address) {
        HttpResponse<String> answer = get(address);
        return answer == null ? 0 : answer.statusCode();
    }

    /** The body that it answers with; empty if it does not answer. */
    String body(String address) {
        HttpResponse<String> answer = get(address);
        return answer == null ? "" : answer.body();
    }

    /** What it says that it has, as JSON without an end. */
    String counts() {
        return body("/status.json").replaceAll("(?s),\"runs\".*", "");
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something that may take a while, and says what the portal said if it does not come. */
    void waitUntil(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as("alive while waiting until %s; log:%n%s", what, log()).isTrue();
            assertThat(Instant.now()).as("waited until %s; log:%n%s", what, log()).isBefore(end);
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it as an operator does. */
    @Override
    public void close() {
        process.destroy();
        exitCode();
    }

    private HttpResponse<String> get(String address) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(root() + address))
                    .timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
