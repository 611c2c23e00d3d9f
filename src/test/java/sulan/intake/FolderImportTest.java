package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.DigestFile;
import sulan.archive.Edition;
import sulan.archive.Failure;
import sulan.archive.Overview;
import sulan.archive.Run;
import sulan.digest.Diagnostic;
import sulan.digest.DigestReader.Reading;
import sulan.intake.FolderImport.Poll;

/**
 * The rules of the watched folder. Files here have two lines, the date and the only paper's main work; the
 * first line of a bad one is {@code bad}.
 */
@QuarkusTest
class FolderImportTest {

    private static final LocalDate DAY = LocalDate.of(2023, 9, 20);
    private static final LocalDate NEXT = LocalDate.of(2023, 9, 21);

    @Inject
    ArchiveFixture fixture;
    @Inject
    FileRecorder recorder;
    @Inject
    Runs runs;
    @TempDir
    Path folder;

    private final List<String> readings = new ArrayList<>();
    private final Wristwatch clock = new Wristwatch();
    private FolderImport portal;
    private String archiveOf20 = "hep-th";
    private String stopAt;

    @BeforeEach
    void start() {
        fixture.empty();
        portal = newPortal(folder);
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void file_put_in() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("一");
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20");
        assertThat(lastRun()).isEqualTo("SUCCEEDED 1: 1 recorded, 0 unchanged, 0 refused");
    }

    @Test
    void old_file_at_the_first_look() throws Exception {
        write("a.md", "2023-09-20\n一");
        age("a.md");
        assertThat(portal.poll()).isEqualTo(Poll.DONE);
        assertThat(shown(DAY)).isEqualTo("一");
    }

    @Test
    void file_that_is_still_being_written() throws Exception {
        for (int i = 0; i < 5; i++) {
            write("a.md", "2023-09-20\n一" + "。".repeat(i));
            assertThat(portal.poll()).isEqualTo(Poll.WAITING);
        }
        assertThat(readings).isEmpty();
        assertThat(portal.poll()).isEqualTo(Poll.DONE);
        assertThat(shown(DAY)).isEqualTo("一。。。。");
    }

    @Test
    void changed_file() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        write("a.md", "2023-09-20\n壹！");
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("壹！");
        assertThat(count("from Overview where supersededAt is not null")).isEqualTo(1);
    }

    @Test
    void touched_file() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        age("a.md");
        pollTwice();
        assertThat(readings).hasSize(1);
        assertThat(count("from Run")).isEqualTo(1);
    }

    @Test
    void looks_that_find_nothing_to_do() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        pollTwice();
        pollTwice();
        assertThat(count("from Run")).isEqualTo(1);
    }

    @Test
    void restart() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("bad.md", "bad\n");
        pollTwice();
        portal = newPortal(folder);
        pollTwice();
        assertThat(readings).containsExactly("a.md", "bad.md");
        assertThat(count("from Run")).isEqualTo(1);
    }

    @Test
    void file_that_an_earlier_reader_read() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "2023-09-21\n二");
        pollTwice();
        // its hash is another one, because the reader's generation is in it
        QuarkusTransaction.requiringNew().run(() -> {
            DigestFile.update("contentHash = 'earlier' where name = 'a.md'");
            Edition.update("contentHash = 'earlier' where date = ?1", DAY);
        });
        readings.clear();
        portal = newPortal(folder);
        pollTwice();
        assertThat(readings).containsExactly("a.md");
        assertThat(lastRun()).isEqualTo("SUCCEEDED 1: 1 recorded, 0 unchanged, 0 refused");
        assertThat(count("from Overview")).as("what reads the same stays").isEqualTo(2);
    }

    @Test
    void empty_folder() throws Exception {
        assertThat(portal.poll()).isEqualTo(Poll.DONE);
        assertThat(count("from Run")).isZero();
    }

    @Test
    void renamed_file() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        Instant recordedAt = inTx(() -> Edition.<Edition> findById(DAY).recordedAt);
        Files.move(folder.resolve("a.md"), folder.resolve("b.md"));
        pollTwice();
        assertThat(files()).containsExactly("b.md RECORDED 2023-09-20");
        assertThat(inTx(() -> Edition.<Edition> findById(DAY).recordedAt)).isEqualTo(recordedAt);
        assertThat(failures()).containsExactly("NOTE a.md 文件已改名为 b.md，内容没有变化。");
        assertThat(lastRun()).isEqualTo("SUCCEEDED 1: 0 recorded, 1 unchanged, 0 refused");
    }

    @Test
    void file_renamed_while_the_portal_was_down() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        Files.move(folder.resolve("a.md"), folder.resolve("b.md"));
        age("b.md");
        portal = newPortal(folder);
        pollTwice();
        assertThat(files()).containsExactly("b.md RECORDED 2023-09-20");
    }

    @Test
    void removed_file() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        Files.delete(folder.resolve("a.md"));
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("一");
        assertThat(files()).containsExactly("a.md REMOVED 2023-09-20");
        assertThat(failures()).containsExactly("NOTE a.md 文件已不在文件夹中；它带来的内容仍然保留。");
        assertThat(lastRun()).isEqualTo("SUCCEEDED 0: 0 recorded, 0 unchanged, 0 refused");
    }

    @Test
    void file_that_comes_back() throws Exception {
        write("a.md", "2023-09-20\n一");
        age("a.md");
        pollTwice();
        Files.delete(folder.resolve("a.md"));
        pollTwice();
        write("a.md", "2023-09-20\n一");
        age("a.md");
        pollTwice();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20");
        assertThat(count("from Overview")).isEqualTo(1);
    }

    @Test
    void many_removed_files() throws Exception {
        for (int day = 1; day <= 25; day++) {
            write("%02d.md".formatted(day), "2023-09-%02d\n一".formatted(day));
        }
        pollTwice();
        for (int day = 1; day <= 25; day++) {
            Files.delete(folder.resolve("%02d.md".formatted(day)));
        }
        pollTwice();
        assertThat(failures()).containsExactly("NOTE 01.md … 25 个文件已不在文件夹中；它们带来的内容仍然保留。");
    }

    @Test
    void bad_file_among_good_ones() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "bad\n");
        write("c.md", "2023-09-21\n二");
        pollTwice();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20", "b.md REFUSED null", "c.md RECORDED 2023-09-21");
        assertThat(failures()).containsExactly("ERROR b.md:7 没有日期", "ERROR b.md 没有论文");
        assertThat(lastRun()).isEqualTo("PARTLY_FAILED 3: 2 recorded, 0 unchanged, 1 refused");
        assertThat(inTx(() -> DigestFile.<DigestFile> findById("b.md").diagnostics)).hasSize(3);
    }

    @Test
    void bad_file_that_is_mended() throws Exception {
        write("a.md", "bad\n");
        pollTwice();
        assertThat(lastRun()).startsWith("FAILED");
        pollTwice();
        assertThat(readings).hasSize(1);
        write("a.md", "2023-09-20\n一");
        pollTwice();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20");
        assertThat(inTx(() -> DigestFile.<DigestFile> findById("a.md").diagnostics)).isEmpty();
    }

    @Test
    void good_file_that_is_spoilt() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        write("a.md", "bad\n");
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("一");
        assertThat(files()).containsExactly("a.md REFUSED null");
    }

    @Test
    void two_files_of_one_date() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "2023-09-20\n二");
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("一");
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20", "b.md REFUSED 2023-09-20");
        assertThat(failures())
                .containsExactly("ERROR b.md 日期 2023-09-20 已由文件 a.md 提供，本文件没有导入。请只保留其中一个，或改正日期。");
        portal = newPortal(folder);
        pollTwice();
        assertThat(readings).hasSize(2);
        assertThat(shown(DAY)).isEqualTo("一");
    }

    @Test
    void second_file_of_a_date_when_the_first_one_is_removed() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "2023-09-20\n二");
        pollTwice();
        Files.delete(folder.resolve("a.md"));
        pollTwice();
        portal.poll();
        assertThat(shown(DAY)).isEqualTo("二");
        assertThat(files()).containsExactly("a.md REMOVED 2023-09-20", "b.md RECORDED 2023-09-20");
    }

    @Test
    void second_file_of_a_date_when_the_first_one_is_renamed() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "2023-09-20\n二");
        pollTwice();
        Files.move(folder.resolve("a.md"), folder.resolve("c.md"));
        pollTwice();
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("一");
        assertThat(files()).containsExactly("b.md REFUSED 2023-09-20", "c.md RECORDED 2023-09-20");
    }

    @Test
    void two_copies_of_one_file() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("copy.md", "2023-09-20\n一");
        pollTwice();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20", "copy.md RECORDED 2023-09-20");
        assertThat(lastRun()).isEqualTo("SUCCEEDED 2: 1 recorded, 1 unchanged, 0 refused");
    }

    @Test
    void file_that_is_replaced_by_another_one_of_the_same_date() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        Files.delete(folder.resolve("a.md"));
        write("a-v2.md", "2023-09-20\n壹");
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("壹");
        assertThat(files()).containsExactly("a-v2.md RECORDED 2023-09-20", "a.md REMOVED 2023-09-20");
    }

    @Test
    void file_that_changes_its_date() throws Exception {
        write("a.md", "2023-09-20\n一");
        pollTwice();
        write("a.md", "2023-09-21\n一。");
        pollTwice();
        assertThat(shown(NEXT)).isEqualTo("一。");
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-21");
        assertThat(failures())
                .containsExactly("WARNING a.md 这个文件原是 2023-09-20 的速览，现在是 2023-09-21 的；2023-09-20 已存入的内容仍然保留。");
    }

    @Test
    void sub_folders_and_other_files() throws Exception {
        write("2023/09/a.md", "2023-09-20\n一");
        write("B.MD", "2023-09-21\n二");
        write("notes.txt", "2023-09-22\n三");
        write(".hidden.md", "2023-09-23\n四");
        write(".git/x.md", "2023-09-24\n五");
        pollTwice();
        assertThat(files()).containsExactly("2023/09/a.md RECORDED 2023-09-20", "B.MD RECORDED 2023-09-21");
    }

    @Test
    void folder_that_does_not_exist() throws Exception {
        portal = newPortal(folder.resolve("missing"));
        assertThat(portal.poll()).isEqualTo(Poll.UNAVAILABLE);
        assertThat(portal.poll()).isEqualTo(Poll.UNAVAILABLE);
        assertThat(failures()).containsExactly("ERROR missing 文件夹不存在。请检查 sulan.digests 的设置；文件夹出现后会自动导入，已存入的内容不受影响。");
        assertThat(lastRun()).isEqualTo("FAILED 0: 0 recorded, 0 unchanged, 0 refused");
        write("missing/a.md", "2023-09-20\n一");
        pollTwice();
        assertThat(shown(DAY)).isEqualTo("一");
    }

    @Test
    void folder_that_goes_away_and_comes_back() throws Exception {
        write("sub/a.md", "2023-09-20\n一");
        portal = newPortal(folder.resolve("sub"));
        pollTwice();
        Files.move(folder.resolve("sub"), folder.resolve("elsewhere"));
        pollTwice();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20");
        Files.move(folder.resolve("elsewhere"), folder.resolve("sub"));
        pollTwice();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20");
        assertThat(readings).hasSize(1);
    }

    @Test
    void file_where_the_folder_should_be() throws Exception {
        write("a.md", "2023-09-20\n一");
        portal = newPortal(folder.resolve("a.md"));
        assertThat(portal.poll()).isEqualTo(Poll.UNAVAILABLE);
        assertThat(failures().get(0)).startsWith("ERROR a.md 文件夹无法读取。");
    }

    @Test
    void file_without_permission() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "2023-09-21\n二");
        Files.setPosixFilePermissions(folder.resolve("a.md"), PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(folder.resolve("a.md")), "permissions do not bind this user");
        pollTwice();
        assertThat(files()).containsExactly("b.md RECORDED 2023-09-21");
        assertThat(failures()).containsExactly("ERROR a.md 文件无法读取。请检查权限和存储；稍后自动重试。");
    }

    @Test
    void error_while_recording() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "2023-09-21\n二");
        archiveOf20 = "longer-than-any-archive-of-arxiv-ever-was";
        pollTwice();
        assertThat(files()).containsExactly("b.md RECORDED 2023-09-21");
        assertThat(failures()).containsExactly("ERROR a.md 写入存档时出错，这个文件没有导入；稍后自动重试，详情见服务器日志。");
        assertThat(lastRun()).isEqualTo("PARTLY_FAILED 2: 1 recorded, 0 unchanged, 1 refused");
        pollTwice();
        assertThat(readings).containsExactly("a.md", "b.md");
        clock.advance(Duration.ofMinutes(2));
        archiveOf20 = "hep-th";
        portal.poll();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20", "b.md RECORDED 2023-09-21");
    }

    @Test
    void other_run_in_progress() throws Exception {
        write("a.md", "2023-09-20\n一");
        try (OpenRun other = runs.open(Run.Kind.IMPORT, "other", 0)) {
            portal.poll();
            assertThatThrownBy(portal::poll).isInstanceOf(RunInProgressException.class);
            other.complete();
        }
        portal.poll();
        assertThat(shown(DAY)).isEqualTo("一");
    }

    @Test
    void stop_in_the_middle() throws Exception {
        write("a.md", "2023-09-20\n一");
        write("b.md", "2023-09-21\n二");
        stopAt = "a.md";
        pollTwice();
        assertThat(files()).containsExactly("a.md RECORDED 2023-09-20");
        assertThat(lastRun()).isEqualTo("INTERRUPTED 2: 1 recorded, 0 unchanged, 0 refused");
        stopAt = null;
        portal = newPortal(folder);
        pollTwice();
        assertThat(lastRun()).isEqualTo("SUCCEEDED 1: 1 recorded, 0 unchanged, 0 refused");
    }

    private FolderImport newPortal(Path folder) {
        return new FolderImport(new WatchedFolder(folder, ".md"), new ContentReader() {
            @Override
            Reading read(FileContent content, String name) {
                readings.add(name);
                if (name.equals(stopAt)) {
                    portal.stop();
                }
                return FolderImportTest.this.read(new String(content.bytes(), StandardCharsets.UTF_8));
            }
        }, recorder, runs, clock);
    }

    private Reading read(String text) {
        String[] lines = text.split("\n");
        if (lines[0].equals("bad")) {
            return new Reading(null, List.of(new Diagnostic(Diagnostic.Level.ERROR, 7, 0, "没有日期"),
                    new Diagnostic(Diagnostic.Level.INFO, 1, 0, "换行已统一"),
                    new Diagnostic(Diagnostic.Level.ERROR, 0, 0, "没有论文")));
        }
        String archive = lines[0].endsWith("20") ? archiveOf20 : "hep-th";
        return new Reading(digest(LocalDate.parse(lines[0]), 1, paper(1, archive + "/00000" + lines[0].substring(8), "A paper",
                overview(lines[1], null, List.of(), null, null, null))), List.of());
    }

    private void pollTwice() throws Exception {
        portal.poll();
        portal.poll();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void age(String name) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(clock.instant().minus(Duration.ofDays(1))));
    }

    private static String shown(LocalDate date) {
        return inTx(() -> Overview.<Overview> find("edition.date = ?1 and supersededAt is null", date).singleResult().mainWork);
    }

    private static List<String> files() {
        return inTx(() -> DigestFile.<DigestFile> list("order by name").stream()
                .map(file -> file.name + " " + file.state + " " + file.editionDate).toList());
    }

    private static List<String> failures() {
        return inTx(() -> Failure.<Failure> list("order by id").stream()
                .map(failure -> failure.level + " " + failure.place + " " + failure.message).toList());
    }

    private static String lastRun() {
        return inTx(() -> {
            Run run = Run.newest(1).get(0);
            assertThat(run.endedAt).isNotNull();
            return "%s %d: %d recorded, %d unchanged, %d refused".formatted(run.status, run.total, run.recorded, run.unchanged,
                    run.refused);
        });
    }

    private static long count(String query) {
        return inTx(() -> Run.getEntityManager().createQuery("select count(*) " + query, Long.class).getSingleResult());
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }

    /** Shows the time, but can be put forward. */
    private static final class Wristwatch extends Clock {

        private Duration ahead = Duration.ZERO;

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
