package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    @TempDir
    Path temporary;
    private Path root;
    private Instant now = Instant.parse("2023-09-20T10:00:00Z");
    private Uploads uploads;

    @BeforeEach
    void start() {
        root = temporary.resolve("data/uploads");
        uploads = newPortal();
    }

    @Test
    void upload_that_waits() throws IOException {
        Upload upload = keep("me", "一");
        assertThat(uploads.find(upload.token(), "me")).contains(upload);
        assertThat(uploads.find(upload.token(), "you")).isEmpty();
        assertThat(uploads.find("../" + upload.token(), "me")).isEmpty();
        assertThat(new String(uploads.read(upload, upload.files().get(0)), StandardCharsets.UTF_8)).isEqualTo("一");
    }

    @Test
    void upload_that_waits_for_too_long() throws IOException {
        Upload upload = keep("me", "一");
        now = now.plus(Duration.ofMinutes(59));
        assertThat(uploads.of("me")).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(uploads.find(upload.token(), "me")).isEmpty();
        assertThat(folders()).isEmpty();
    }

    @Test
    void upload_that_was_taken() throws IOException {
        Upload upload = keep("me", "一");
        assertThat(uploads.take(upload)).isTrue();
        assertThat(uploads.take(upload)).isFalse();
        now = now.plus(Duration.ofHours(2));
        assertThat(uploads.of("me")).isEmpty();
        assertThat(uploads.read(upload, upload.files().get(0))).isNotEmpty();
        uploads.discard(upload);
        assertThat(folders()).isEmpty();
    }

    @Test
    void more_than_there_is_room_for() throws IOException {
        Upload first = keep("me", "一");
        for (int i = 0; i < 20; i++) {
            keep("me", "二");
        }
        assertThat(uploads.of("me")).hasSize(20).doesNotContain(first);
        assertThat(folders()).hasSize(20);
    }

    @Test
    void what_a_killed_portal_left() throws IOException {
        Upload upload = keep("me", "一");
        Files.createDirectories(root.resolve("something else"));
        uploads = newPortal();
        assertThat(uploads.find(upload.token(), "me")).isEmpty();
        assertThat(folders()).containsExactly("something else");
    }

    private Upload keep(String who, String content) throws IOException {
        Path file = Files.writeString(temporary.resolve("sent"), content);
        return uploads.keep(who, List.of(new Uploads.Part("20230920.md", file)));
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    private Uploads newPortal() {
        return new Uploads(root, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }
}
