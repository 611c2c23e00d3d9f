package sulan.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

import sulan.digest.DigestWriter;

/**
 * A folder that digests are written to. A file appears, or changes, at once and whole. Files that others wrote are never
 * touched: the folder may be the one that digests are read from, and what its owner wrote is not to be replaced.
 */
final class ExportFolder {

    /** What became of a file. */
    enum Result {
        WRITTEN,
        /** It held the same already. */
        UNCHANGED,
        /** There is a file of that name that was not written here; it stays. */
        FOREIGN
    }

    private final Path folder;

    ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder's name for people; its place on the machine is nobody's business. */
    String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** Whether it is the same folder as another one. */
    boolean isSame(Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        }
    }

    /** What {@link #write} would do. */
    Result compare(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Result.WRITTEN;
        }
        byte[] there = Files.readAllBytes(file);
        if (Arrays.equals(there, text.getBytes(StandardCharsets.UTF_8))) {
            return Result.UNCHANGED;
        }
        return DigestWriter.wrote(new String(there, StandardCharsets.UTF_8)) ? Result.WRITTEN : Result.FOREIGN;
    }

    /**
     * Makes a file hold a text, in UTF-8; the folder is made if it is not there.
     *
     * @throws IOException if that fails; the file is as it was then
     */
    Result write(String name, String text) throws IOException {
        Result result = compare(name, text);
        if (result == Result.WRITTEN) {
            Files.createDirectories(folder);
            // what watches the folder passes over names that begin with a dot
            Path draft = folder.resolve("." + name + ".tmp");
            try {
                Files.writeString(draft, text);
                Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        return result;
    }
}
