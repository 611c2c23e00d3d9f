package sulan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of uploads that are odd, damaged, or made to do harm. */
class UnpackingTest {

    @TempDir
    Path temporary;
    private Path folder;
    private Unpacking unpacking;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectories(temporary.resolve("a/b/uploads"));
        unpacking = new Unpacking(folder);
    }

    @Test
    void markdown_file() throws IOException {
        take("20230920-hf-daily-papers.md", "内容".getBytes(StandardCharsets.UTF_8));
        assertThat(taken()).containsExactly("1 20230920-hf-daily-papers.md 内容");
        assertThat(unpacking.passedOver()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "../../../../etc/20230920.md, 20230920.md", "/etc/20230920.md, 20230920.md",
            "C:\\Users\\x\\20230920.md, 20230920.md", "a/./b/../20230920.md, 20230920.md", "..\\..\\x.md, x.md" })
    void names_that_lead_elsewhere(String name, String shown) throws IOException {
        take("all.zip", zip(name, "一"));
        take(name, "二".getBytes(StandardCharsets.UTF_8));
        assertThat(taken()).containsExactly("1 " + shown + " 一", "2 " + shown + " 二");
        assertThat(files(temporary)).containsExactlyInAnyOrder("a/b/uploads/1.md", "a/b/uploads/2.md");
    }

    @Test
    void name_with_marks_that_hide_it() throws IOException {
        take("20230920\u202edm.\u0000exe.md", "一".getBytes(StandardCharsets.UTF_8));
        assertThat(taken()).containsExactly("1 20230920\ufffddm.\ufffdexe.md 一");
    }

    @ParameterizedTest
    @ValueSource(strings = { "__MACOSX/x/._20230920.md", ".hidden/x.md", ".DS_Store", "readme.txt", "x.md.exe", "inner.zip" })
    void entry_that_is_passed_over(String name) throws IOException {
        take("all.zip", zip(name, "一", "20230920.md", "二"));
        assertThat(taken()).containsExactly("1 20230920.md 二");
        assertThat(unpacking.passedOver()).hasSize(1);
        assertThat(unpacking.passedOver().get(0).reason()).contains("没有读取");
    }

    @Test
    void zip_within_a_zip() throws IOException {
        take("outer.zip", zip("inner.zip", new String(zip("x.md", "一"), StandardCharsets.ISO_8859_1)));
        assertThat(taken()).isEmpty();
        assertThat(reasons()).containsExactly("是压缩包里的压缩包，没有读取。请单独上传。");
    }

    @Test
    void names_of_chinese_windows() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("速览/每日速览20230920.md"));
            zip.write("一".getBytes(StandardCharsets.UTF_8));
        }
        take("速览.zip", bytes.toByteArray());
        assertThat(taken()).containsExactly("1 每日速览20230920.md 一");
    }

    @Test
    void names_in_utf_8() throws IOException {
        take("all.zip", zip("速览/每日速览20230920.md", "一"));
        assertThat(taken()).containsExactly("1 每日速览20230920.md 一");
    }

    @Test
    void entry_that_grows_beyond_all_bounds() throws IOException {
        take("bomb.zip", zip("20230919.md", "\0".repeat(Unpacking.LARGEST + 1), "20230920.md", "一"));
        assertThat(taken()).containsExactly("1 20230920.md 一");
        assertThat(reasons()).containsExactly("超过 4 MB，不会是一天的速览，没有读取。");
        assertThat(files(folder)).containsExactly("1.md");
    }

    @Test
    void entries_that_grow_beyond_all_bounds_together() throws IOException {
        String large = "\0".repeat(Unpacking.LARGEST);
        int fit = (int) (Unpacking.LARGEST_TOGETHER / Unpacking.LARGEST);
        String[] entries = new String[2 * (fit + 5)];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "n%03d.md".formatted(i);
            entries[i + 1] = large;
        }
        take("bomb.zip", zip(entries));
        assertThat(unpacking.files()).hasSize(fit);
        assertThat(reasons()).hasSize(5).allMatch(reason -> reason.contains("合计超过 200 MB"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThanOrEqualTo(Unpacking.LARGEST_TOGETHER);
        }
    }

    @Test
    void ten_thousand_entries() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 10_000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".md"));
            }
        }
        take("many.zip", bytes.toByteArray());
        assertThat(taken()).isEmpty();
        assertThat(reasons().get(0)).contains("10000 个条目", "请分成几个");
    }

    @Test
    void many_files_that_are_passed_over() throws IOException {
        String[] entries = new String[400];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = i + ".txt";
            entries[i + 1] = "";
        }
        take("many.zip", zip(entries));
        assertThat(unpacking.passedOver()).hasSize(51);
        assertThat(reasons().get(50)).isEqualTo("另有 150 个文件没有读取。");
    }

    @Test
    void damaged_zips() throws IOException {
        byte[] whole = zip("a.md", "一".repeat(5000), "b.md", "二");
        for (int length : new int[] { 4, 30, whole.length / 2, whole.length - 3 }) {
            take("cut.zip", Arrays.copyOf(whole, length));
        }
        assertThat(taken()).isEmpty();
        assertThat(reasons()).hasSize(4).allMatch(reason -> reason.startsWith("压缩包已损坏"));
    }

    @Test
    void entry_with_a_wrong_checksum() throws IOException {
        byte[] whole = zip("a.md", "一二三四五六七八九十".repeat(20), "b.md", "二");
        whole[50] ^= 0x55;
        take("bent.zip", whole);
        assertThat(taken()).containsExactly("1 b.md 二");
        assertThat(reasons()).hasSize(1);
        assertThat(reasons().get(0)).contains("已损坏");
        assertThat(files(folder)).containsExactly("1.md");
    }

    @Test
    void zip_with_a_password() throws IOException {
        byte[] whole = zip("a.md", "一");
        // the flag of encryption, of the entry and in the directory at the end
        whole[6] |= 1;
        for (int i = 0; i < whole.length - 10; i++) {
            if (whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 1 && whole[i + 3] == 2) {
                whole[i + 8] |= 1;
            }
        }
        take("secret.zip", whole);
        assertThat(taken()).isEmpty();
        assertThat(reasons().get(0)).contains("设有密码");
    }

    @Test
    void zip_without_files() throws IOException {
        take("empty.zip", zip());
        take("folder.zip", zip("x/", ""));
        assertThat(reasons()).containsExactly("压缩包里没有文件。", "压缩包里没有文件。");
    }

    @Test
    void zip_that_is_none() throws IOException {
        take("text.zip", "这是文字".getBytes(StandardCharsets.UTF_8));
        assertThat(reasons()).containsExactly("不是 ZIP 压缩包，或者已经损坏，无法读取。请重新压缩后再上传。");
    }

    @Test
    void zip_named_as_something_else() throws IOException {
        take("20230920.md", zip("20230919.md", "一"));
        assertThat(taken()).containsExactly("1 20230919.md 一");
    }

    private void take(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile("sent", null);
        try {
            Files.write(file, content);
            unpacking.take(name, file);
        } finally {
            Files.delete(file);
        }
    }

    private List<String> taken() throws IOException {
        List<String> taken = new ArrayList<>();
        for (Upload.File file : unpacking.files()) {
            taken.add(file.number() + " " + file.name() + " " + Files.readString(folder.resolve(file.number() + ".md")));
        }
        return taken;
    }

    private List<String> reasons() {
        return unpacking.passedOver().stream().map(Upload.PassedOver::reason).toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).toList();
        }
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
