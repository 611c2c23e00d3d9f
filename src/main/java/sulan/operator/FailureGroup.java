package sulan.operator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import sulan.archive.Failure;
import sulan.archive.Run;

/**
 * Failures that say the same of runs of the same kind.
 *
 * @param newest the last one
 * @param places where, newest first, each once; not more than can be taken in
 * @param others at how many other places
 */
record FailureGroup(Failure newest, long count, List<Place> places, int others, Remedy remedy) {

    private static final int MOST = 5000;
    private static final int PLACES = 8;

    private record Key(Run.Kind kind, Failure.Stage stage, Failure.Level level, String message) {

        private static Key of(Failure failure) {
            return new Key(failure.run.kind, failure.stage, failure.level, failure.message);
        }
    }

    /** Those that need somebody and are not dealt with, newest first. */
    static List<FailureGroup> unattended(Instant since) {
        Map<Key, List<Failure>> groups = new LinkedHashMap<>();
        for (Failure failure : Failure.unattended(since, MOST)) {
            groups.computeIfAbsent(Key.of(failure), key -> new ArrayList<>()).add(failure);
        }
        return groups.values().stream().map(FailureGroup::of).toList();
    }

    private static FailureGroup of(List<Failure> alike) {
        Failure newest = alike.get(0);
        List<Place> places = alike.stream().map(failure -> Place.of(failure.place)).filter(Objects::nonNull).distinct()
                .toList();
        return new FailureGroup(newest, alike.size(), places.stream().limit(PLACES).toList(),
                Math.max(0, places.size() - PLACES), Remedy.of(newest.run.kind, newest.stage));
    }
}
