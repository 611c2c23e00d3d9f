package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import sulan.ArchiveFixture;
import sulan.archive.Edition;
import sulan.archive.Run;
import sulan.digest.DigestWriter;
import sulan.intake.FolderImports;
import sulan.intake.Uploads;

/** Digests that are uploaded: what is shown before anything goes in, and what goes in. */
@QuarkusTest
class UploadPagesTest {

    private static final Pattern RUN = Pattern.compile(".*/operator/runs/(\\d+)");

    @Inject
    ArchiveFixture archive;
    @Inject
    Uploads uploads;
    @Inject
    FolderImports folders;
    @TestHTTPResource("/")
    URL root;
    private OperatorSession operator;

    @BeforeEach
    void fill() {
        archive.small();
        operator = OperatorSession.loggedIn();
    }

    @AfterEach
    void discard() {
        uploads.of("operator").forEach(uploads::discard);
    }

    @Test
    void page_with_the_form() {
        assertThat(operator.get("/operator/upload").asString()).contains("multipart/form-data", "name=\"csrf-token\"",
                "aria-current=\"page\">上传速览");
    }

    @Test
    void new_day() throws IOException {
        String digest = digest("2023-09-21", "2309.20001", "一篇新论文", "4.5");
        Response page = review(Map.of("20230921.md", digest));
        assertThat(page.asString()).contains("新的一天", "1 篇论文", "20230921.md", "checked");
        assertThat(edition("2023-09-21")).isFalse();
        confirm(page, "1");
        assertThat(edition("2023-09-21")).isTrue();
        assertThat(operator.get("/days/2023-09-21").asString()).contains("一篇新论文");
        assertThat(operator.get("/operator/audit").asString()).contains("导入上传的 1 个速览文件（2023-09-21），运行 ");
        assertThat(uploads.of("operator")).isEmpty();
    }

    @Test
    void export_of_what_was_uploaded() throws IOException {
        String digest = digest("2023-09-21", "2309.20001", "一篇新论文", "4.5");
        confirm(review(Map.of("x.md", digest)), "1");
        String exported = operator.get("/days/2023-09-21.md").asString();
        Response again = review(Map.of("exported.md", exported));
        assertThat(again.asString()).contains("论文和速览都不变");
        confirm(again, "1");
        assertThat(operator.get("/days/2023-09-21.md").asString()).isEqualTo(exported);
    }

    @Test
    void day_that_would_be_replaced() throws IOException {
        // of three papers one stays, one has another overview, one goes, one comes
        String text = new DigestWriter().write(ArchiveFixture.digest(ArchiveFixture.TUESDAY, 3,
                ArchiveFixture.tuesday().papers().get(0),
                ArchiveFixture.paper(2, "2309.10305", "Baichuan 2: Open Large-scale Language Models",
                        ArchiveFixture.overview("改过的话。", null, List.of(), "4.5", "4.0", "4.5")),
                ArchiveFixture.paper(3, "2309.20001", "A Paper That Comes",
                        ArchiveFixture.overview("新来的。", null, List.of(), "3.0", "3.0", "3.0"))));
        Response page = review(Map.of("tuesday.md", text));
        assertThat(page.asString()).contains("替换已有的一天", "新增论文 1 篇", "速览改变 1 篇", "不变 1 篇", "不再列出 1 篇",
                "Multimodal Foundation Models");
        confirm(page, "1");
        String day = operator.get("/days/2023-09-19").asString();
        assertThat(day).contains("改过的话。", "新来的。").doesNotContain("Multimodal Foundation Models");
        assertThat(review(Map.of("tuesday.md", text)).asString()).contains("没有变化，内容与存档相同").doesNotContain("checked");
    }

    @Test
    void selection_of_a_zip() throws IOException {
        Response page = review(Map.of("all.zip", zip(Map.of("a/20230921.md", digest("2023-09-21", "2309.20001", "甲", "4.0"),
                "b/20230923.md", digest("2023-09-23", "2309.20002", "乙", "4.0"),
                "broken.md", "没有日期也没有论文", "note.txt", "旁注"))));
        assertThat(page.asString()).contains("20230921.md", "20230923.md", "不能导入的文件（1）", "没有读取的文件（1）", "note.txt");
        confirm(page, "2");
        assertThat(edition("2023-09-21")).isFalse();
        assertThat(edition("2023-09-23")).isTrue();
    }

    @Test
    void two_files_of_one_date() throws IOException {
        Response page = review(Map.of("a.md", digest("2023-09-21", "2309.20001", "甲", "4.0"), "b.md",
                digest("2023-09-21", "2309.20002", "乙", "4.0")));
        assertThat(page.asString()).contains("同是 2023-09-21 的还有：a.md", "同是 2023-09-21 的还有：b.md").doesNotContain("checked");
        String address = address(page);
        Response both = operator.post(address, "decision", "record", "digest", "1", "digest", "2");
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.asString()).contains("2023-09-21 选了不止一个文件", "checked");
        assertThat(edition("2023-09-21")).isFalse();
        confirm(page, "2");
        assertThat(operator.get("/days/2023-09-21").asString()).contains("乙").doesNotContain("甲");
    }

    @Test
    void nothing_chosen() throws IOException {
        Response page = review(Map.of("a.md", digest("2023-09-21", "2309.20001", "甲", "4.0"), "broken.md", "什么都没有"));
        for (String number : List.of("2", "99", "x")) {
            Response answer = operator.post(address(page), "decision", "record", "digest", number);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.asString()).contains("没有选中");
        }
        assertThat(QuarkusTransaction.requiringNew().call(() -> Run.count())).isZero();
    }

    @Test
    void upload_that_is_given_up() throws IOException {
        Response page = review(Map.of("a.md", digest("2023-09-21", "2309.20001", "甲", "4.0")));
        String address = address(page);
        assertThat(operator.change(address, "decision", "discard").asString()).contains("已放弃这次上传");
        Response gone = operator.get(address);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.asString()).contains("这次上传已经不在了", "multipart/form-data");
        assertThat(operator.post(address, "decision", "record", "digest", "1").statusCode()).isEqualTo(404);
        assertThat(operator.get(address + "/1").statusCode()).isEqualTo(404);
        assertThat(edition("2023-09-21")).isFalse();
    }

    @Test
    void several_uploads_at_once() throws IOException {
        Response first = review(Map.of("a.md", digest("2023-09-21", "2309.20001", "甲", "4.0")));
        Response second = review(Map.of("b.md", digest("2023-09-23", "2309.20002", "乙", "4.0")));
        assertThat(operator.get("/operator/upload").asString()).contains(address(first), address(second));
        confirm(first, "1");
        confirm(second, "1");
        assertThat(edition("2023-09-21") && edition("2023-09-23")).isTrue();
    }

    @Test
    void upload_of_somebody_else() throws IOException {
        Path file = Files.writeString(Files.createTempFile("sent", ".md"), digest("2023-09-21", "2309.20001", "甲", "4.0"));
        String token = uploads.keep("somebody", List.of(new Uploads.Part("a.md", file))).token();
        assertThat(operator.get("/operator/upload/" + token).statusCode()).isEqualTo(404);
        uploads.of("somebody").forEach(uploads::discard);
    }

    @Test
    void diagnostics_beside_the_text() throws IOException {
        String digest = digest("2023-09-21", "2309.20001", "甲", "9.5") + "\n<script>alert(1)</script>\n";
        Response page = review(Map.of("a.md", digest));
        String text = operator.get(address(page) + "/1").asString();
        int line = 1 + (int) digest.substring(0, digest.indexOf("9.5")).lines().count() - 1;
        assertThat(text).contains("class=\"remarked\"", "id=\"line-" + line + "\"", "全文（", "&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void file_that_is_no_text() throws IOException {
        Response page = reviewBytes(Map.of("a.md", new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0x80 }));
        assertThat(page.asString()).contains("不能导入的文件（1）", "没有可以导入的速览", "编码");
        assertThat(operator.get(address(page) + "/1").asString()).contains("不是可以显示的文本");
    }

    @Test
    void digest_in_gbk() throws IOException {
        Response page = reviewBytes(Map.of("a.md", digest("2023-09-21", "2309.20001", "论文的主要工作是提出新的模型", "4.0")
                .getBytes(Charset.forName("GBK"))));
        confirm(page, "1");
        assertThat(operator.get("/days/2023-09-21").asString()).contains("论文的主要工作是提出新的模型");
    }

    @Test
    void no_file() {
        Response empty = operator.request().multiPart("csrf-token", token()).multiPart("files", "", new byte[0])
                .when().post("/operator/upload");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.asString()).contains("没有选择文件");
        assertThat(operator.post("/operator/upload").statusCode()).isEqualTo(422);
    }

    @Test
    void without_token() throws IOException {
        Response answer = operator.request()
                .multiPart("files", "a.md", digest("2023-09-21", "2309.20001", "甲", "4.0").getBytes(StandardCharsets.UTF_8))
                .when().post("/operator/upload");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(uploads.of("operator")).isEmpty();
        Response page = review(Map.of("a.md", digest("2023-09-21", "2309.20001", "甲", "4.0")));
        Response confirmed = operator.request().formParam("decision", "record").formParam("digest", "1").when()
                .post(address(page));
        assertThat(confirmed.statusCode()).isEqualTo(400);
        assertThat(edition("2023-09-21")).isFalse();
    }

    @Test
    void names_that_lead_elsewhere() throws IOException {
        Response page = review(Map.of("all.zip", zip(Map.of("../../../../tmp/sulan-was-here.md",
                digest("2023-09-21", "2309.20001", "甲", "4.0"), "<img src=x>.md", "没有日期"))));
        assertThat(page.asString()).contains("sulan-was-here.md", "&lt;img src=x&gt;.md").doesNotContain("../", "<img");
        confirm(page, "2");
        assertThat(Path.of("/tmp/sulan-was-here.md")).doesNotExist();
    }

    @Test
    void too_much_at_once() throws IOException {
        for (Map.Entry<String, Long> sent : Map.of("/operator/upload", 65L << 20, "/operator/login", 3L << 20).entrySet()) {
            String answer = announced(sent.getKey(), sent.getValue());
            assertThat(answer).startsWith("HTTP/1.1 413").contains("发送的内容太大", "请分成几次上传");
        }
        assertThat(announced("/operator/login", 2L << 20)).doesNotStartWith("HTTP/1.1 413");
    }

    @Test
    void demo_that_leaves() throws IOException {
        archive.demo();
        Response page = review(Map.of("a.md", digest("2023-09-21", "2309.20001", "甲", "4.0")));
        assertThat(page.asString()).contains("演示内容会全部离开");
        confirm(page, "1");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Edition.<Edition> listAll()))
                .extracting(edition -> edition.date.toString()).containsExactly("2023-09-21");
    }

    @Test
    void real_digests_as_from_the_folder() throws IOException {
        String shared = System.getProperty("sulan.shared", "");
        assumeTrue(!shared.isBlank(), "no archive at hand");
        Path folder = Path.of(shared, "digests");
        archive.empty();
        folders.run(folder);
        Map<String, String> expected = exported();
        assertThat(expected).hasSize(5);
        archive.empty();
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> digests = Files.list(folder)) {
            for (Path digest : digests.toList()) {
                files.put("digests/" + digest.getFileName(), Files.readString(digest));
            }
        }
        confirm(review(Map.of("digests.zip", zip(files))), "1", "2", "3", "4", "5");
        assertThat(exported()).isEqualTo(expected);
    }

    private static Map<String, String> exported() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, String> exported = new TreeMap<>();
            Edition.<Edition> listAll().forEach(edition -> exported.put(edition.date.toString(),
                    new DigestWriter().write(edition.digest()) + edition.diagnostics + edition.contentHash));
            return exported;
        });
    }

    /** What is answered to somebody who says how much is coming, before it comes. */
    private String announced(String address, long length) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write("name=x&".repeat(100).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Response review(Map<String, ?> files) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, content) -> bytes.put(name,
                content instanceof byte[] given ? given : ((String) content).getBytes(StandardCharsets.UTF_8)));
        return reviewBytes(bytes);
    }

    private Response reviewBytes(Map<String, byte[]> files) {
        RequestSpecification request = operator.request().multiPart("csrf-token", token());
        files.forEach((name, content) -> request.multiPart("files", name, content));
        Response answer = request.when().post("/operator/upload");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        Response page = operator.get(path(answer));
        assertThat(page.statusCode()).isEqualTo(200);
        return page;
    }

    private String token() {
        operator.get("/operator/upload");
        return operator.token();
    }

    private static String path(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static String address(Response page) {
        Matcher address = Pattern.compile("action=\"(/operator/upload/[A-Za-z0-9_-]{32})\"").matcher(page.asString());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private void confirm(Response page, String... numbers) {
        String[] fields = new String[2 + 2 * numbers.length];
        fields[0] = "decision";
        fields[1] = "record";
        for (int i = 0; i < numbers.length; i++) {
            fields[2 + 2 * i] = "digest";
            fields[3 + 2 * i] = numbers[i];
        }
        Response answer = operator.post(address(page), fields);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        Matcher run = RUN.matcher(answer.header("Location"));
        assertThat(run.matches()).isTrue();
        awaitEnd(Long.valueOf(run.group(1)), numbers.length);
    }

    private void awaitEnd(Long id, int digests) {
        while (QuarkusTransaction.requiringNew().call(() -> Run.<Run> findById(id).status) == Run.Status.RUNNING) {
            Thread.onSpinWait();
        }
        Run run = QuarkusTransaction.requiringNew().call(() -> Run.findById(id));
        assertThat(run.kind).isEqualTo(Run.Kind.UPLOAD);
        assertThat(run.status).isEqualTo(Run.Status.SUCCEEDED);
        assertThat(run.total).isEqualTo(digests);
        archive.awaitIndex();
    }

    private static boolean edition(String date) {
        return QuarkusTransaction.requiringNew().call(() -> Edition.count("date", LocalDate.parse(date)) > 0);
    }

    private static String digest(String date, String id, String mainWork, String recommendation) {
        return """
                # %s AI 论文速览

                共推荐 1 篇论文。

                ## 1. A Title of %s

                论文链接：https://huggingface.co/papers/%s

                ### 主要工作

                %s

                ### 打分

                - 实用性：4.0
                - 创新性：3.5
                - 推荐度：%s
                """.formatted(date, id, id, mainWork, recommendation);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
