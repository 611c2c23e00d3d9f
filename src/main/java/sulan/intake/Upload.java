package sulan.intake;

import java.time.Instant;
import java.util.List;

/**
 * Files that the operator has uploaded and that wait for a decision. Nothing of them is in the archive yet.
 *
 * @param token by which it is asked for; nobody can guess it
 * @param who the name of the operator, who alone may ask for it
 * @param at when it came in
 * @param files what may be digests, in the order of their names
 * @param passedOver what is none
 */
public record Upload(String token, String who, Instant at, List<File> files, List<PassedOver> passedOver) {

    /**
     * A file that may be a digest.
     *
     * @param number counted from 1
     * @param name its name without folders, for people and for the date in it; never a path
     * @param size in bytes
     */
    public record File(int number, String name, long size) {
    }

    /**
     * A file that was not taken.
     *
     * @param name as {@link File#name()}
     * @param reason a sentence for people, in Chinese
     */
    public record PassedOver(String name, String reason) {
    }

    /** How many bytes wait on the disk. */
    long size() {
        return files.stream().mapToLong(File::size).sum();
    }
}
