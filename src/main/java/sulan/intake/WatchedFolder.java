package sulan.intake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder of which the portal takes the files of one kind, in it and in its sub-folders. Names that begin with a dot belong to
 * editors and tools and are passed over. A file is named by its path in the folder, with {@code /} on every system.
 * <p>
 * It is polled, since network file systems report no changes.
 */
final class WatchedFolder {

    /** Larger than any digest by three orders of magnitude, and than any list by one; a larger file is not even read. */
    static final long MAX_SIZE = 32L << 20;

    private static final Duration AT_REST = Duration.ofMinutes(1);

    private final Path folder;
    private final String ending;

    /** @param ending of the names of its files, in lower case, such as {@code .md} */
    WatchedFolder(Path folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /**
     * What the folder held at one moment.
     *
     * @param files by name
     * @param unreadable names of sub-folders and files that could not be looked at; what is in them is unknown, not gone
     */
    record Snapshot(SortedMap<String, Fingerprint> files, SortedSet<String> unreadable) {

        static final Snapshot EMPTY = new Snapshot(new TreeMap<>(), new TreeSet<>());

        /**
         * Whether a file is at rest, so that nobody is writing it.
         *
         * @param before the look before; {@code null} if this is the first one, where there is nothing to compare with: then a
         *        file that was not touched for a while is at rest
         */
        boolean isAtRest(String name, Snapshot before, Instant time) {
            Fingerprint now = files.get(name);
            return before == null ? time.minus(AT_REST).toEpochMilli() >= now.modifiedMillis()
                    : now.equals(before.files.get(name));
        }

        /** Whether a file is certainly not there. */
        boolean lacks(String name) {
            return !files.containsKey(name)
                    && unreadable.stream().noneMatch(place -> name.equals(place) || name.startsWith(place + "/"));
        }
    }

    /** What tells that a file has changed without reading it. */
    record Fingerprint(long size, long modifiedMillis) {

        static Fingerprint of(BasicFileAttributes attributes) {
            return new Fingerprint(attributes.size(), attributes.lastModifiedTime().toMillis());
        }
    }

    /** The folder's name for people; its place on the machine is nobody's business. */
    String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** @throws IOException if the folder itself is not there or cannot be read */
    Snapshot snapshot() throws IOException {
        Snapshot snapshot = new Snapshot(new TreeMap<>(), new TreeSet<>());
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(snapshot));
        return snapshot;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     */
    FileContent read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.size(file) > MAX_SIZE ? FileContent.tooLarge(file) : FileContent.of(Files.readAllBytes(file));
    }

    /** What tells whether a file has changed since. */
    Fingerprint fingerprint(String name) throws IOException {
        return Fingerprint.of(Files.readAttributes(folder.resolve(name), BasicFileAttributes.class));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Snapshot snapshot;

        Visitor(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isHidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.equals(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            if (attributes.isRegularFile() && isWanted(file) && !isHidden(file)) {
                snapshot.files.put(name(file), Fingerprint.of(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path place, IOException e) throws IOException {
            if (place.equals(folder)) {
                throw e;
            }
            // it may also have gone between the listing and the look at it; then it is gone at the next look
            if (!isHidden(place) && (isWanted(place) || Files.isDirectory(place))) {
                snapshot.unreadable.add(name(place));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            if (e != null && directory.equals(folder)) {
                throw e;
            }
            if (e != null) {
                snapshot.unreadable.add(name(directory));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path place) {
            return !place.equals(folder) && place.getFileName().toString().startsWith(".");
        }

        private boolean isWanted(Path file) {
            return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
        }

        private String name(Path place) {
            return folder.relativize(place).toString().replace('\\', '/');
        }
    }
}
