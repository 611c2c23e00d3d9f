package sulan.intake;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import sulan.archive.DigestFile.State;
import sulan.intake.WatchedFolder.Fingerprint;
import sulan.intake.WatchedFolder.Snapshot;

/**
 * Finds out what is to be done about the files of a folder, by comparing each look at it with the look before and with what the
 * archive knows. A content is only read, or hashed, when size or time of its file have changed. Not safe for use by several
 * threads.
 */
final class FolderWatch {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofHours(1);

    private final WatchedFolder folder;
    private final Clock clock;
    private final Map<String, Fingerprint> examined = new HashMap<>();
    private final Map<String, Retry> retries = new HashMap<>();
    private Set<String> unreadable = Set.of();
    private Snapshot previous;
    private boolean done;

    FolderWatch(WatchedFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What is to be done after a look.
     *
     * @param now what was seen
     * @param read files that are new or changed, in the order of their names
     * @param gone files that were missing at two looks
     * @param unreadable sub-folders that cannot be looked into and were not reported before
     * @param waiting whether something is not at rest yet, or waits for another try
     */
    record Plan(Snapshot now, List<String> read, List<KnownFile> gone, Set<String> unreadable, boolean waiting) {

        boolean isEmpty() {
            return read.isEmpty() && gone.isEmpty() && unreadable.isEmpty();
        }
    }

    private record Retry(Fingerprint fingerprint, Instant at, Duration pause) {
    }

    /** @throws IOException if the folder is not there or cannot be read */
    Plan look() throws IOException {
        Snapshot before = previous;
        Snapshot now = folder.snapshot();
        previous = now;
        if (done && now.equals(before)) {
            return new Plan(now, List.of(), List.of(), Set.of(), false);
        }
        Plan plan = plan(now, before);
        done = plan.isEmpty() && !plan.waiting() && now.equals(before);
        return plan;
    }

    /** Says that the archive has the last word on a file as it was seen. */
    void examined(String name, Fingerprint fingerprint) {
        examined.put(name, fingerprint);
        retries.remove(name);
    }

    /** Says that the archive no longer expects a file. */
    void forget(String name) {
        examined.remove(name);
        retries.remove(name);
    }

    /** Says that a file is to be tried again later, because of something that may pass. */
    void retry(String name, Fingerprint fingerprint) {
        Retry last = retries.get(name);
        Duration pause = last == null ? FIRST_RETRY : last.pause.multipliedBy(2);
        pause = pause.compareTo(LAST_RETRY) < 0 ? pause : LAST_RETRY;
        retries.put(name, new Retry(fingerprint, clock.instant().plus(pause), pause));
    }

    private Plan plan(Snapshot now, Snapshot before) {
        Map<String, KnownFile> known = KnownFile.all();
        Set<LocalDate> held = known.values().stream().filter(file -> file.state() == State.RECORDED)
                .map(KnownFile::editionDate).collect(toSet());
        List<String> read = new ArrayList<>();
        boolean waiting = false;
        for (Map.Entry<String, Fingerprint> file : now.files().entrySet()) {
            if (!now.isAtRest(file.getKey(), before, clock.instant()) || waitsForRetry(file)) {
                waiting = true;
            } else if (isToBeRead(file, known.get(file.getKey()), held)) {
                read.add(file.getKey());
            }
        }
        List<KnownFile> gone = known.values().stream()
                .filter(file -> file.state() != State.REMOVED && now.lacks(file.name())).toList();
        boolean confirmed = before != null && gone.stream().allMatch(file -> before.lacks(file.name()));
        waiting |= !confirmed && !gone.isEmpty();
        return new Plan(now, read, confirmed ? gone : List.of(), newlyUnreadable(now, before), waiting);
    }

    private boolean waitsForRetry(Map.Entry<String, Fingerprint> file) {
        Retry retry = retries.get(file.getKey());
        return retry != null && retry.fingerprint.equals(file.getValue()) && clock.instant().isBefore(retry.at);
    }

    private boolean isToBeRead(Map.Entry<String, Fingerprint> file, KnownFile known, Set<LocalDate> held) {
        if (known != null && known.isSecondOfItsDate() && !held.contains(known.editionDate())) {
            return true;
        }
        if (file.getValue().equals(examined.get(file.getKey()))) {
            return false;
        }
        if (known == null || known.state() == State.REMOVED || !known.contentHash().equals(hash(file.getKey()))) {
            return true;
        }
        examined(file.getKey(), file.getValue());
        return false;
    }

    private String hash(String name) {
        try {
            return folder.read(name).hash();
        } catch (IOException e) {
            // reading it will fail again, and say so
            return null;
        }
    }

    /** Missing at one look only, a place may just have been in use. */
    private Set<String> newlyUnreadable(Snapshot now, Snapshot before) {
        Set<String> still = new TreeSet<>(now.unreadable());
        still.retainAll(before == null ? Set.of() : before.unreadable());
        Set<String> added = new TreeSet<>(still);
        added.removeAll(unreadable);
        unreadable = still;
        return added;
    }
}
