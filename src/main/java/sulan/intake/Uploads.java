package sulan.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;

/**
 * What was uploaded and waits for a decision, for an hour at most. It does not outlive the portal. When there is too much of
 * it, what came first goes first.
 */
@ApplicationScoped
public class Uploads {

    static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int MOST = 20;
    private static final long LARGEST_TOGETHER = 2 * Unpacking.LARGEST_TOGETHER;
    private static final int TOKEN_BYTES = 24;
    private static final String TOKEN = "[A-Za-z0-9_-]{32}";
    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Path root;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Upload> waiting = new LinkedHashMap<>();
    private boolean isTidy;

    Uploads(@ConfigProperty(name = "sulan.uploads") Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Something that was sent: its name as the client says, and where its content lies until the end of the request. */
    public record Part(String name, Path content) {
    }

    /**
     * Takes the digests out of what was uploaded and keeps them until they are decided on.
     *
     * @param who the name of the operator
     * @throws UncheckedIOException if the disk fails; nothing is kept then
     */
    public synchronized Upload keep(String who, List<Part> parts) {
        tidyUp();
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path folder = root.resolve(token);
        try {
            Files.createDirectories(folder);
            Unpacking unpacking = new Unpacking(folder);
            for (Part part : parts) {
                unpacking.take(part.name, part.content);
            }
            Upload upload = new Upload(token, who, clock.instant(), unpacking.files(), unpacking.passedOver());
            waiting.put(token, upload);
            makeRoom();
            return upload;
        } catch (IOException e) {
            delete(folder);
            throw new UncheckedIOException(e);
        }
    }

    /** An upload of the operator's that still waits. */
    public synchronized Optional<Upload> find(String token, String who) {
        tidyUp();
        return Optional.ofNullable(waiting.get(token)).filter(upload -> upload.who().equals(who));
    }

    /** All that waits for the operator, oldest first. */
    public synchronized List<Upload> of(String who) {
        tidyUp();
        return waiting.values().stream().filter(upload -> upload.who().equals(who)).toList();
    }

    /** Throws an upload away; nothing happens if it is gone already. */
    public synchronized void discard(Upload upload) {
        waiting.remove(upload.token());
        delete(root.resolve(upload.token()));
    }

    /**
     * Takes an upload, so that nobody else decides on it; its files stay until it is {@linkplain #discard discarded}.
     *
     * @return whether it was still waiting
     */
    synchronized boolean take(Upload upload) {
        return waiting.remove(upload.token()) != null;
    }

    /** Lets an upload that was taken wait again. */
    synchronized void giveBack(Upload upload) {
        waiting.put(upload.token(), upload);
    }

    /**
     * The content of a file.
     *
     * @throws UncheckedIOException if it is gone, or the disk fails
     */
    byte[] read(Upload upload, Upload.File file) {
        try {
            return Files.readAllBytes(root.resolve(upload.token()).resolve(file.number() + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        List.copyOf(waiting.values()).forEach(this::discard);
    }

    private void tidyUp() {
        if (!isTidy) {
            deleteLeftOver();
            isTidy = true;
        }
        Instant since = clock.instant().minus(KEPT_FOR);
        waiting.values().stream().filter(upload -> upload.at().isBefore(since)).toList().forEach(this::discard);
    }

    /** What a killed portal left behind. */
    private void deleteLeftOver() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(folder -> folder.getFileName().toString().matches(TOKEN)).toList().forEach(Uploads::delete);
        } catch (IOException e) {
            LOG.warn("What an earlier start has left of uploads cannot be looked at", e);
        }
    }

    private void makeRoom() {
        while (waiting.size() > 1 && (waiting.size() > MOST
                || waiting.values().stream().mapToLong(Upload::size).sum() > LARGEST_TOGETHER)) {
            discard(waiting.values().iterator().next());
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf(e, "%s cannot be deleted", folder);
        }
    }
}
