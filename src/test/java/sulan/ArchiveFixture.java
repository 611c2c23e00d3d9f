package sulan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Archive;
import sulan.archive.DigestFile;
import sulan.archive.Failure;
import sulan.archive.Paper;
import sulan.archive.PendingOverview;
import sulan.archive.Provenance;
import sulan.archive.Revision;
import sulan.archive.Run;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.digest.Diagnostic;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.DigestReader;
import sulan.digest.Keyword;
import sulan.digest.ListedPaper;
import sulan.digest.Overview;
import sulan.digest.Ratings;
import sulan.digest.Reasons;
import sulan.search.PaperIndex;
import sulan.tag.Vocabulary;

/**
 * Archives for tests. The small one is four editions with a story:
 * <ul>
 * <li>{@link #OLD}, the Friday before New Year 2023: one paper, with an old id and without a rating.
 * <li>{@link #TUESDAY}: three papers; nothing to note.
 * <li>{@link #WEDNESDAY}: five papers. {@link #LONGLORA} is the best of the day, {@link #TRUNCATED} breaks off and has a
 * diagnostic, {@link #UNRATED} has no rating, {@link #HOSTILE} comes from somebody who means harm.
 * <li>Thursday has no edition.
 * <li>{@link #FRIDAY}: declares three papers and lists two; one of them is {@link #LONGLORA} again, with another overview.
 * </ul>
 * {@link #listed} adds two days that Hugging Face lists:
 * <ul>
 * <li>{@link #MONDAY}: five papers. A model wrote about {@link #WRITTEN}, {@link #WAITING} waits for it, {@link #GIVEN_UP}
 * could not be written of, {@link #BARE} has no abstract and nothing else; {@link #HIDDEN} is kept from readers.
 * <li>{@link #UNWRITTEN}, the day after: three papers without overviews, the least upvoted first.
 * </ul>
 */
@ApplicationScoped
public class ArchiveFixture {

    public static final LocalDate OLD = LocalDate.of(2022, 12, 30);
    public static final LocalDate TUESDAY = LocalDate.of(2023, 9, 19);
    public static final LocalDate WEDNESDAY = LocalDate.of(2023, 9, 20);
    public static final LocalDate THURSDAY = LocalDate.of(2023, 9, 21);
    public static final LocalDate FRIDAY = LocalDate.of(2023, 9, 22);

    public static final LocalDate MONDAY = LocalDate.of(2023, 9, 25);
    public static final LocalDate UNWRITTEN = LocalDate.of(2023, 9, 26);

    public static final String WRITTEN = "2309.13042";
    public static final String WAITING = "2309.13041";
    public static final String GIVEN_UP = "2309.12969";
    public static final String HIDDEN = "2309.13018";
    public static final String BARE = "2309.12941";
    public static final String LEAST_UPVOTED = "2309.14327";
    public static final String UPVOTED = "2309.14316";
    public static final String MOST_UPVOTED = "2309.14322";

    public static final String OLD_ID = "hep-th/9901001";
    public static final String CONTRASTIVE = "2309.10150";
    public static final String LONGLORA = "2309.12307";
    public static final String TRUNCATED = "2309.10668";
    public static final String UNRATED = "2309.10400";
    public static final String HOSTILE = "2309.10202";

    /** Text that would push a narrow page aside. */
    private static final String WIDE = """
            # 大标题

            ![图](https://a.b/c.png) https://example.org/%s

            | 列 | 列 | 列 | 列 |
            |---|:-:|--:|---|
            | %s | 一个很长的单元格里的文字 | 12345678901234567890 | `code_without_a_break_in_it` |

            ```
            %s
            ```

            > 1. - 嵌套的列表
            """.formatted("long".repeat(60), "表格".repeat(10), "for (;;) { } ".repeat(20));

    private final Archive archive;
    private final EntityManager entities;
    private final PaperIndex index;

    ArchiveFixture(Archive archive, EntityManager entities, PaperIndex index) {
        this.archive = archive;
        this.entities = entities;
        this.index = index;
    }

    /** Changes the archive, and lets the index follow. */
    private void change(Runnable change) {
        QuarkusTransaction.joiningExisting().run(change);
        if (!QuarkusTransaction.isActive()) {
            awaitIndex();
        }
    }

    /** Waits until lists are answered from all that was committed. */
    public void awaitIndex() {
        try {
            // who waits for a revision is served at once; the index lets other changes gather for a while
            index.at(QuarkusTransaction.requiringNew().call(Revision::current).number()).get(60, TimeUnit.SECONDS);
            if (!index.awaitInStep(Duration.ofSeconds(60))) {
                throw new IllegalStateException("The index does not follow the archive");
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The index does not follow the archive", e);
        }
    }

    /** Empties the archive and fills it with the four editions. */
    public void small() {
        change(this::recordSmall);
    }

    private void recordSmall() {
        deleteAll();
        archive.record(old(), List.of(), "old");
        archive.record(tuesday(), List.of(), "tuesday");
        archive.record(wednesday(), List.of(
                new Diagnostic(Diagnostic.Level.INFO, 3, 0, "篇数与标题一致"),
                new Diagnostic(Diagnostic.Level.WARNING, 42, 2, "“打分”一节在句中断开")), "wednesday");
        archive.record(friday(), List.of(), "friday");
    }

    /** Adds two days that Hugging Face lists. */
    public void listed() {
        change(this::recordListed);
    }

    private void recordListed() {
        archive.list(MONDAY, List.of(
                listed(WRITTEN, "MosaicFusion: Diffusion Models as Data Augmenters",
                        "We teach a picture maker to label its pictures.",
                        31, "It labels what it draws.", List.of("Diffusion models", "Data augmentation")),
                listed(WAITING, "Robotic Offline RL from Internet Videos", "Robots watch films, and learn from them.", 12,
                        "Robots learn from films.", List.of("Offline RL", "Robotics")),
                listed(GIVEN_UP, "Detect Every Thing with Few Examples", "A few pictures suffice.", 7, null,
                        List.of("Few-shot learning")),
                listed(HIDDEN, "Dynamic ASR Pathways", "An adaptive mask.", 40, "It prunes speech.", List.of("Secret keyword")),
                new ListedPaper(BARE, "Trained Transformers", null, List.of(), null, null, null, null, null, null, null, null,
                        List.of(), null, null, null, null, null, List.of())),
                List.of(), 0, true, true);
        archive.write(WRITTEN,
                overview("让图像模型边画边标注。", "- 不用人工标注", List.of(new Keyword("Instance segmentation", "实例分割")), "4.0", "4.5",
                        "4.0"),
                new Provenance("some-model-1", "overview-3", Instant.parse("2023-09-25T09:30:00Z")));
        pending(WAITING, PendingOverview.State.WAITING, null);
        pending(GIVEN_UP, PendingOverview.State.GIVEN_UP, "回答不是中文。");
        archive.hide(HIDDEN, true);
        archive.list(UNWRITTEN, List.of(
                listed(LEAST_UPVOTED, "DeepSpeed-VisualChat", "It talks about many pictures at once.", 3,
                        "It talks about pictures.",
                        List.of("Multimodal")),
                listed(UPVOTED, "Physics of Language Models: Knowledge Storage", "Where knowledge lies.", 20,
                        "It stores facts.",
                        List.of("Large language models")),
                listed(MOST_UPVOTED, "Small-scale proxies for large-scale Transformer training instabilities",
                        "Small models break as large ones do.", 54, null, List.of("Training stability"))),
                List.of(), 0, true, true);
    }

    private void pending(String id, PendingOverview.State state, String reason) {
        PendingOverview wanted = new PendingOverview();
        wanted.paper = Paper.findById(id);
        wanted.editionDate = MONDAY;
        wanted.state = state;
        wanted.wantedAt = Instant.parse("2023-09-25T08:00:00Z");
        wanted.attempts = reason == null ? 0 : 5;
        wanted.reason = reason;
        wanted.persist();
    }

    private static ListedPaper listed(String id, String title, String summary, int upvotes, String lead,
            List<String> keywords) {
        Instant published = Instant.parse("2023-09-22T17:59:00Z");
        return new ListedPaper(id, title, summary,
                List.of("Ada Lovelace", "Charles Babbage", "Mary Somerville", "Grace Hopper", "Alan Turing"), published,
                Instant.parse("2023-09-25T01:00:00Z"), Instant.parse("2023-09-24T12:00:00Z"), "Somebody", "Example Laboratory",
                upvotes, 2, "https://cdn.example.org/" + id + ".png", List.of(), "https://project.example.org/" + id,
                "https://code.example.org/" + id, 321, lead, "a-small-model", keywords);
    }

    /** Adds what came before: a run in which all went well, one in which a file was refused, and a file that is gone. */
    @Transactional
    public void runs() {
        run(Run.Status.SUCCEEDED, "2023-09-22T06:00:00Z", 0);
        Run partly = run(Run.Status.PARTLY_FAILED, "2023-09-23T06:00:00Z", 1);
        Failure failure = new Failure();
        failure.run = partly;
        failure.level = Failure.Level.ERROR;
        failure.stage = Failure.Stage.READ;
        failure.place = "20230923-hf-daily-papers.md:1";
        failure.message = "文件不是 UTF-8 编码，请转换后再放入";
        failure.occurredAt = Instant.parse("2023-09-23T06:00:01Z");
        failure.persist();
        file("20230923-hf-daily-papers.md", DigestFile.State.REFUSED, null);
        file("20230919-hf-daily-papers.md", DigestFile.State.REMOVED, TUESDAY);
    }

    private static Run run(Run.Status status, String startedAt, int refused) {
        Run run = new Run();
        run.kind = Run.Kind.IMPORT;
        run.source = "digests";
        run.status = status;
        run.startedAt = Instant.parse(startedAt);
        run.endedAt = run.startedAt.plusSeconds(2);
        run.total = 4;
        run.recorded = 4 - refused;
        run.refused = refused;
        run.persist();
        return run;
    }

    private static void file(String name, DigestFile.State state, LocalDate date) {
        DigestFile file = new DigestFile();
        file.name = name;
        file.state = state;
        file.contentHash = "0123456789abcdef";
        file.editionDate = date;
        file.diagnostics = List.of(new Diagnostic(Diagnostic.Level.ERROR, 1, 0, "文件不是 UTF-8 编码，请转换后再放入"));
        file.notedAt = Instant.parse("2023-09-23T06:00:01Z");
        file.persist();
    }

    /** Empties the archive and fills it with the digests that ship with the portal. */
    public void demo() {
        change(this::recordDemo);
    }

    private void recordDemo() {
        deleteAll();
        for (String name : text("/demo/index.txt").lines().filter(line -> !line.isBlank()).toList()) {
            DigestReader.Reading reading = new DigestReader().read(text("/demo/" + name.strip()));
            archive.recordDemo(reading.digest(), reading.diagnostics(), name);
        }
    }

    private static String text(String resource) {
        try (InputStream in = ArchiveFixture.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties the archive and fills it with other editions. */
    public void of(Digest... digests) {
        change(() -> {
            deleteAll();
            Arrays.stream(digests).forEach(digest -> archive.record(digest, List.of(), "hash of " + digest.date()));
        });
    }

    public void empty() {
        change(this::deleteAll);
    }

    private void deleteAll() {
        long revision = Revision.raise(Instant.now());
        // those that went before stay: not all that follows the archive has read them yet
        entities.createNativeQuery("delete from removed_paper where paper_id in (select id from paper)").executeUpdate();
        entities.createNativeQuery("insert into removed_paper (paper_id, revision) select id, " + revision + " from paper")
                .executeUpdate();
        entities.createNativeQuery("update paper set overview_id = null").executeUpdate();
        for (String table : List.of("model_call", "pending_overview", "day_list", "saved_list", "keyword", "overview",
                "listing", "edition", "paper", "tag_alias", "operator_alias",
                "tag_merge", "tag_proposal", "tag_move", "tag", "failure", "run", "digest_file")) {
            entities.createNativeQuery("delete from " + table).executeUpdate();
        }
        entities.createNativeQuery(
                "update tagging set vocabulary = :hash, next_vocabulary = null, next_overview = 0, next_paper = '',"
                        + " proposed_revision = null")
                .setParameter("hash", Vocabulary.curated().hash()).executeUpdate();
        entities.clear();
    }

    public static Digest old() {
        return digest(OLD, 1, paper(1, OLD_ID, "Strings and Duality",
                overview("讨论弦论中的**对偶**。", null, List.of(new Keyword("String theory", "弦论")), null, null, null)));
    }

    public static Digest tuesday() {
        return digest(TUESDAY, 3,
                paper(1, CONTRASTIVE, "Contrastive Decoding Improves Reasoning",
                        overview("对比解码让模型推理得更好。", "- 简单\n- 不用训练", List.of(new Keyword("Large language models", "大语言模型"),
                                new Keyword("Contrastive decoding", "对比解码")), "4.5", "3.5", "4.5")),
                paper(2, "2309.10305", "Baichuan 2: Open Large-scale Language Models",
                        overview("开放的多语言大模型。", "规模大、数据全。", List.of(new Keyword("Large Language Model", "大型语言模型"),
                                new Keyword(null, "开源")), "4.5", "4.0", "4.5")),
                paper(3, "2309.10020", "Multimodal Foundation Models",
                        overview("多模态基础模型的综述。", null, List.of(new Keyword("Multimodal", "多模态")), "4.0", "3.0", "3.5")));
    }

    public static Digest wednesday() {
        return new Digest(WEDNESDAY, 5, "https://huggingface.co/papers?date=2023-09-20",
                "每日论文速览由语言模型生成，**仅供参考**。", List.of(
                        paper(1, UNRATED, "PoSE: Efficient Context Window Extension", overview("用位置跳跃扩展上下文窗口。",
                                "训练时窗口固定。", List.of(new Keyword("Context window", "上下文窗口")), null, null, null)),
                        paper(2, TRUNCATED, "Language Modeling Is Compression", new Overview("把语言模型看作**压缩器**。",
                                "1. 新的视角\n2. 统一图像与音频", List.of(new Keyword("Predictive models", "预测模型"),
                                        new Keyword("Compression", "压缩")),
                                ratings("4.0", "4.5", "4.0"), new Reasons("可以直接用于压缩。", "视角新颖。", "值得一读，因为它把"), null, "另见附录。",
                                true)),
                        paper(3, LONGLORA, "LongLoRA: Efficient Fine-tuning of Long-Context LLMs",
                                overview("LongLoRA 让长上下文微调更省。", "提出 `shift` 短注意力。", List.of(new Keyword("LLM", null),
                                        new Keyword("Large language models", "大语言模型"), new Keyword("LoRA", "低秩适配")), "5.0",
                                        "4.5", "5.0")),
                        paper(4, HOSTILE, "<script>alert('标题')</script> & \"quotes\" " + "Unbroken".repeat(20),
                                new Overview("<img src=x onerror=alert(1)> [看](javascript:alert(1))",
                                        "# 大标题\n\n![图](https://a.b/c.png)",
                                        List.of(new Keyword("C++", null), new Keyword("<b>bold</b>", "\"'&")),
                                        ratings("2.0", null, "1.5"), Reasons.NONE, "</textarea><script>", null, false)),
                        paper(5, "2309.10706", "OpenBA: An Open-Sourced 15B Bilingual Model",
                                overview("双语开源模型。", "全过程公开。", List.of(new Keyword("Large language model", "大语言模型")), "4.0",
                                        "3.0", "4.0"))),
                "没有归属的一段话。");
    }

    public static Digest friday() {
        return digest(FRIDAY, 3,
                paper(1, "2309.11495", "Chain-of-Verification Reduces Hallucination", overview("先起草，再核实。", null,
                        List.of(new Keyword("Hallucination", "幻觉"), new Keyword("Large language models", "大语言模型")), "4.5",
                        "4.25", "4.5")),
                paper(2, LONGLORA, "LongLoRA: Efficient Fine-tuning of Long-Context LLMs", overview("再次上榜：长上下文微调。", null,
                        List.of(new Keyword("LoRA", "低秩适配")), "4.5", "4.5", "4.5")));
    }

    public static Digest digest(LocalDate date, Integer declared, DigestPaper... papers) {
        return new Digest(date, declared, null, null, List.of(papers), null);
    }

    public static DigestPaper paper(int position, String id, String title, Overview overview) {
        return new DigestPaper(position, title, id, overview);
    }

    public static Overview overview(String mainWork, String highlights, List<Keyword> keywords, String practicality,
            String novelty, String recommendation) {
        return new Overview(mainWork, highlights, keywords, ratings(practicality, novelty, recommendation), Reasons.NONE, null,
                null, false);
    }

    public static Ratings ratings(String practicality, String novelty, String recommendation) {
        return new Ratings(decimal(practicality), decimal(novelty), decimal(recommendation));
    }

    private static BigDecimal decimal(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    /**
     * All tags with the number of papers that carry them, the most frequent first, as the database counts them: what
     * {@link sulan.archive.TagCounts} is to come to.
     */
    public static List<TagCount> tagCounts() {
        return Tag.getEntityManager().createQuery("""
                select new sulan.archive.TagCount(t.slug, t.en, t.zh, count(distinct p.id))
                from Keyword k join k.paper p join k.tag t where k.shown and p.listedOn is not null
                group by t.id, t.slug, t.en, t.zh order by count(distinct p.id) desc, t.slug""", TagCount.class)
                .getResultList();
    }
}
