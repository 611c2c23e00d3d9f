package sulan.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sulan.ArchiveFixture.TUESDAY;
import static sulan.ArchiveFixture.overview;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.Archive;
import sulan.archive.Edition;
import sulan.archive.Failure;
import sulan.archive.Overview;
import sulan.archive.Provenance;
import sulan.archive.Run;
import sulan.digest.Keyword;
import sulan.digest.ListedPaper;

/** Complete days are kept as files. Of the small archive, the old Friday, Tuesday and Wednesday are complete. */
@QuarkusTest
class ExportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final String FILE = "20261125-hf-daily-papers.md";
    private static final Provenance MODEL = new Provenance("gpt-x", "overview-1", Instant.parse("2026-11-26T01:00:00Z"));

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @Inject
    Intake intake;
    @Inject
    Runs runs;
    @Inject
    FolderImports imports;
    @TempDir
    Path folder;

    private final Wristwatch clock = new Wristwatch("2026-11-26T12:00:00Z");
    private Export export;

    @BeforeEach
    void start() {
        fixture.small();
        export = newExport(folder, null);
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void complete_days() throws Exception {
        export.catchUp();
        assertThat(files()).containsExactly("20221230-hf-daily-papers.md", "20230919-hf-daily-papers.md",
                "20230920-hf-daily-papers.md");
        for (LocalDate date : List.of(ArchiveFixture.OLD, TUESDAY, ArchiveFixture.WEDNESDAY)) {
            assertThat(Files.readAllBytes(folder.resolve(date.toString().replace("-", "") + "-hf-daily-papers.md")))
                    .isEqualTo(given().get("/days/" + date + ".md").then().statusCode(200).extract().asByteArray());
        }
        assertThat(run()).isEqualTo("EXPORT SUCCEEDED 3: 3 recorded, 0 unchanged, 0 refused");
    }

    @Test
    void looks_that_find_nothing_to_do() throws Exception {
        export.catchUp();
        export.catchUp();
        newExport(folder, null).catchUp();
        assertThat(inTx(() -> Run.count())).isEqualTo(1);
    }

    @Test
    void operators_edit_of_a_complete_day() throws Exception {
        export.catchUp();
        archive.edit(ArchiveFixture.CONTRASTIVE, overview("操作者改过的一段。", null, List.of(), null, null, null));
        export.catchUp();
        assertThat(folder.resolve("20230919-hf-daily-papers.md")).content().contains("操作者改过的一段。");
        assertThat(run()).isEqualTo("EXPORT SUCCEEDED 1: 1 recorded, 0 unchanged, 0 refused");
        archive.hide("2309.10020", true);
        export.catchUp();
        assertThat(folder.resolve("20230919-hf-daily-papers.md")).content().doesNotContain("2309.10020");
    }

    @Test
    void day_that_gets_complete() throws Exception {
        fixture.empty();
        archive.list(DAY, List.of(listed("2611.00001"), listed("2611.00002")), List.of(), 0, true, false);
        archive.write("2611.00001", written("一"), MODEL);
        export.catchUp();
        archive.write("2611.00002", written("二"), MODEL);
        export.catchUp();
        assertThat(files()).as("the list may grow").isEmpty();
        archive.list(DAY, List.of(listed("2611.00001"), listed("2611.00002")), List.of(), 0, true, true);
        export.catchUp();
        assertThat(files()).containsExactly(FILE);
        assertThat(folder.resolve(FILE)).content().contains("gpt-x");
    }

    @Test
    void demo() throws Exception {
        fixture.demo();
        export.catchUp();
        export.exportAll();
        assertThat(files()).isEmpty();
    }

    @Test
    void file_of_somebody_else() throws Exception {
        Path file = folder.resolve("20230919-hf-daily-papers.md");
        Files.writeString(file, "手写的一天");
        export.catchUp();
        assertThat(file).content().isEqualTo("手写的一天");
        export.exportAll();
        assertThat(file).content().isEqualTo("手写的一天");
        assertThat(failures()).containsExactly("NOTE 20230919-hf-daily-papers.md 文件夹里已有这一天的文件，不是本站写出的，没有覆盖它。");
    }

    @Test
    void folder_that_cannot_be_written_to() throws Exception {
        Path place = folder.resolve("export");
        Files.writeString(place, "a file where the folder should be");
        export = newExport(place, null);
        export.catchUp();
        assertThat(run()).isEqualTo("EXPORT FAILED 3: 0 recorded, 0 unchanged, 3 refused");
        assertThat(failures()).hasSize(3).allMatch(failure -> failure.contains("sulan.export"));
        export.catchUp();
        assertThat(inTx(() -> Run.count())).as("not at each look").isEqualTo(1);

        Files.delete(place);
        clock.advance(Duration.ofMinutes(10));
        export.catchUp();
        assertThat(run()).isEqualTo("EXPORT SUCCEEDED 3: 3 recorded, 0 unchanged, 0 refused");
        assertThat(place.resolve("20230919-hf-daily-papers.md")).exists();
    }

    @Test
    void whole_archive() throws Exception {
        export.catchUp();
        export.exportAll();
        assertThat(run()).isEqualTo("EXPORT SUCCEEDED 4: 1 recorded, 3 unchanged, 0 refused");
        assertThat(files()).contains("20230922-hf-daily-papers.md");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.zip(out);
        TreeMap<String, String> entries = new TreeMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(entries).hasSize(4).hasEntrySatisfying("20230922-hf-daily-papers.md",
                text -> assertThat(folder.resolve("20230922-hf-daily-papers.md")).hasContent(text));
    }

    @Test
    void no_folder() throws Exception {
        Export none = newExport(null, null);
        none.catchUp();
        assertThat(none.isOn()).isFalse();
        assertThatThrownBy(none::exportAll).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void export_that_is_imported_again() throws Exception {
        fixture.empty();
        archive.list(DAY, List.of(listed("2611.00001"), listed("2611.00002"), listed("2611.00003")), List.of(), 0, true, true);
        List.of("2611.00001", "2611.00002", "2611.00003").forEach(id -> archive.write(id, written(id), MODEL));
        archive.edit("2611.00002", written("操作者改过"));
        archive.hide("2611.00003", true);
        export = newExport(folder, folder);
        export.catchUp();
        assertThat(files()).containsExactly(FILE);
        String document = Files.readString(folder.resolve(FILE));
        List<String> overviews = overviews();

        imports.run(folder);
        assertThat(inTx(() -> Run.newest(1).get(0).kind)).isEqualTo(Run.Kind.IMPORT);
        assertThat(overviews()).isEqualTo(overviews);
        assertThat(inTx(() -> Edition.<Edition> findById(DAY).listings.size())).isEqualTo(3);
        long count = inTx(() -> Run.count());
        export.catchUp();
        newExport(folder, folder).catchUp();
        imports.run(folder);
        assertThat(folder.resolve(FILE)).hasContent(document);
        assertThat(inTx(() -> Run.count())).as("it does not go round in circles").isEqualTo(count);

        archive.write("2611.00001", written("新的"), new Provenance("gpt-y", "overview-1", Instant.now()));
        archive.write("2611.00002", written("新的"), new Provenance("gpt-y", "overview-1", Instant.now()));
        export.catchUp();
        assertThat(folder.resolve(FILE)).content().contains("速览由 gpt-y 撰写").doesNotContain("gpt-x");
    }

    @Test
    void hidden_paper_of_an_imported_day() throws Exception {
        archive.hide("2309.10020", true);
        export.exportAll();
        List<String> overviews = overviews();
        imports.run(folder);
        assertThat(overviews()).isEqualTo(overviews);
        archive.hide("2309.10020", false);
        assertThat(inTx(() -> Edition.<Edition> findById(TUESDAY).shownListings().size())).isEqualTo(3);
    }

    @Test
    void day_that_came_from_another_file_of_the_same_folder() throws Exception {
        fixture.empty();
        Files.createDirectories(folder.resolve("2023"));
        Files.writeString(folder.resolve("2023/tuesday.md"), new sulan.digest.DigestWriter().write(ArchiveFixture.tuesday()));
        imports.run(folder);
        newExport(folder, folder).catchUp();
        assertThat(files()).containsExactly("2023");
    }

    private Export newExport(Path to, Path digests) {
        return new Export(new ExportConfig() {

            @Override
            public Optional<Path> export() {
                return Optional.ofNullable(to);
            }

            @Override
            public Optional<Path> digests() {
                return Optional.ofNullable(digests);
            }
        }, intake, runs, clock);
    }

    private static ListedPaper listed(String id) {
        return new ListedPaper(id, "Paper " + id, "We do things.", List.of(), null, null, null, null, null, 3, null, null,
                List.of(), null, null, null, null, null, List.of());
    }

    private static sulan.digest.Overview written(String text) {
        return overview(text, "- 亮点", List.of(new Keyword("Gizmo", "小玩意")), "3.0", "3.5", "4.0");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> overviews() {
        return inTx(() -> Overview.<Overview> list("order by id").stream().map(overview -> overview.id + " " + overview.paper.id
                + " " + overview.origin + " " + overview.model + " " + overview.mainWork + " " + overview.supersededAt
                + (overview.paper.overview == overview ? " shown" : "")).toList());
    }

    private static String run() {
        return inTx(() -> {
            Run run = Run.newest(1).get(0);
            return run.kind + " " + run.status + " " + run.total + ": " + run.recorded + " recorded, " + run.unchanged
                    + " unchanged, " + run.refused + " refused";
        });
    }

    private static List<String> failures() {
        return inTx(() -> Failure.<Failure> listAll().stream()
                .map(failure -> failure.level + " " + failure.place + " " + failure.message).toList());
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
