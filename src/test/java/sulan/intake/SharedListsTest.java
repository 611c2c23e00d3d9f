package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.DayList;
import sulan.archive.Edition;
import sulan.archive.Failure;
import sulan.archive.Paper;
import sulan.archive.Run;

/** All saved answers at hand, counted by a plain look at their JSON. Needs the folder that {@code sulan.shared} names. */
@QuarkusTest
class SharedListsTest {

    /** Listed on 2026-04-10 and on 2026-04-16. */
    private static final String LISTED_TWICE = "2604.07429";

    @Inject
    ArchiveFixture fixture;
    @Inject
    ListRecorder recorder;
    @Inject
    Runs runs;
    @Inject
    Clock clock;

    @BeforeEach
    @AfterEach
    void empty() {
        fixture.empty();
    }

    /** What a person finds in a file: ids of its entries in their order, and how many entries have none. */
    private record Found(LocalDate date, List<String> ids, List<String> unreadable) {
    }

    @Test
    void every_entry_is_in_or_listed_as_unreadable() throws Exception {
        List<Found> found = look();
        Map<LocalDate, List<String>> expected = new TreeMap<>();
        for (Found file : found) {
            List<String> ids = expected.computeIfAbsent(file.date, date -> new ArrayList<>());
            file.ids.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        }
        List<String> unreadable = found.stream().flatMap(file -> file.unreadable.stream()).sorted().toList();
        expected.values().removeIf(List::isEmpty);

        SavedAnswers portal = portal();
        portal.poll();
        QuarkusTransaction.requiringNew().run(() -> {
            Map<LocalDate, List<String>> editions = new TreeMap<>();
            Edition.<Edition> listAll().forEach(edition -> editions.put(edition.date,
                    edition.listings.stream().map(listing -> listing.id.paperId()).toList()));
            assertThat(editions).isEqualTo(expected);
            assertThat(Failure.<Failure> list("level", Failure.Level.ERROR)).extracting(failure -> failure.place)
                    .containsExactlyInAnyOrderElementsOf(unreadable);
            assertThat(unreadable).isNotEmpty();
            assertThat(Paper.<Paper> findById(LISTED_TWICE).listingDates())
                    .containsExactly(LocalDate.of(2026, 4, 10), LocalDate.of(2026, 4, 16));
            assertThat(DayList.<DayList> listAll()).allMatch(list -> list.settledAt != null);
            Run run = Run.newest(1).get(0);
            assertThat(run.total).isEqualTo(found.size());
            assertThat(run.done()).isEqualTo(found.size());
            System.out.printf("SharedListsTest: %d files, %d editions, %d places, %d papers, %d unreadable entries%n",
                    found.size(), editions.size(), editions.values().stream().mapToInt(List::size).sum(), Paper.count(),
                    unreadable.size());
        });
        portal.poll();
        portal().poll();
        assertThat(inTx(() -> Run.count())).as("all of it was read").isEqualTo(1);
    }

    private SavedAnswers portal() {
        return new SavedAnswers(new WatchedFolder(folder(), ".json"), recorder, runs, clock);
    }

    private static List<Found> look() throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString())).toList()) {
                found.add(look(file));
            }
        }
        return found;
    }

    private static Found look(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        JsonNode entries = root.isArray() ? root : root.path("data");
        List<String> ids = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String id = entries.get(i).path("paper").path("id").asText("");
            if (id.isEmpty()) {
                unreadable.add(folder().relativize(file) + "#" + (i + 1));
            } else if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        assertThat(new TreeSet<>(ids)).hasSameSizeAs(ids);
        return new Found(LocalDate.parse(file.getFileName().toString().substring(0, 10)), ids, unreadable);
    }

    private static Path folder() {
        String shared = System.getProperty("sulan.shared", "");
        assumeTrue(!shared.isBlank(), "no archive at hand");
        return Path.of(shared, "hf-api");
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
