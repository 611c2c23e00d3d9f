package sulan.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Small pictures of papers, each in a file of a folder. They are no part of the archive: a backup does not have them, and what
 * is deleted is fetched again if it is still offered.
 */
@ApplicationScoped
public class Thumbnails {

    /** Fired when a picture was kept: the paper's page has another one now. */
    public record Kept(String paperId) {
    }

    private final Path folder;
    private final Event<Kept> kept;

    Thumbnails(@ConfigProperty(name = "sulan.thumbnails") Path folder, Event<Kept> kept) {
        this.folder = folder;
        this.kept = kept;
    }

    public boolean has(String paperId) {
        return Files.isRegularFile(file(paperId));
    }

    /** The picture, a JPEG; empty if there is none. */
    public Optional<byte[]> of(String paperId) {
        try {
            return Optional.of(Files.readAllBytes(file(paperId)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file(paperId) + " cannot be read", e);
        }
    }

    /** Keeps a picture, in the place of the one from before. */
    public void keep(String paperId, byte[] jpeg) {
        Path file = file(paperId);
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "unfinished", ".tmp");
            Files.write(unfinished, jpeg);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            kept.fire(new Kept(paperId));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private Path file(String paperId) {
        return folder.resolve(paperId.replace('/', '_') + ".jpg");
    }
}
