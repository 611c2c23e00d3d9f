package sulan.search;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sulan.DigestGenerator;
import sulan.archive.Revision;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.tag.Vocabulary;

/**
 * How long lists take over an index of many papers: {@code mvn -Pbenchmark test -Dtest=IndexBenchmark -Dpapers=100000}. The
 * queries are ordinary ones and the worst that a reader can ask for.
 */
class IndexBenchmark {

    private static final int PAPERS = Integer.getInteger("papers", 100_000);
    private static final int BATCH = 1000;
    private static final int ROUNDS = 15;

    @TempDir
    Path folder;
    private final Map<String, Integer> numbers = new HashMap<>();

    @Test
    void lists() throws Exception {
        try (IndexFolder index = IndexFolder.open(folder)) {
            long start = System.nanoTime();
            fill(index);
            System.out.printf("%d papers in %.1f s, %d MB%n", PAPERS, seconds(start), size() >> 20);
            for (String words : List.of("", "模型", "语言模型", "transformer", "language model 推理", "的", "的 一 在 了 是 这 中 不",
                    "(的 OR 一 OR 在) -(模型 OR 数据) (方法 OR 结论)", "\"作者在多个公开数据集上与此前的方法比较\"", "rec>=4.5 -推理",
                    "tag:language-model date:2001..2020",
                    "a OR b OR c OR 的 OR 一 OR 在 OR 了 OR 是 OR 这 OR 中 OR 不 OR 有 OR 和 OR 与")) {
                PaperQuery query = PaperQuery.ALL.withWords(words);
                measure(index, words, query);
                measure(index, words + " [relevance]", query.withSort(PaperQuery.Sort.RELEVANCE));
            }
            measure(index, "every filter", PaperQuery.ALL.withWords("模型").withDates(LocalDate.of(2000, 1, 1), null)
                    .withRecommendation(BigDecimal.valueOf(3)).withRated(true).withCode(true));
            measure(index, "deepest page", PaperQuery.ALL.withPage(500));
        }
    }

    private void fill(IndexFolder index) {
        DigestGenerator generator = new DigestGenerator(1);
        List<PaperDocument> batch = new ArrayList<>();
        for (int day = 0, count = 0; count < PAPERS; day++) {
            Digest digest = generator.digest(day);
            for (DigestPaper paper : digest.papers()) {
                batch.add(document(digest.date(), paper));
                count++;
            }
            if (batch.size() >= BATCH || count >= PAPERS) {
                index.write(batch, List.of());
                batch.clear();
            }
        }
        index.finish(new Revision(1, Instant.now(), Instant.now()));
    }

    private PaperDocument document(LocalDate day, DigestPaper paper) {
        PaperDocument document = new PaperDocument();
        document.id = paper.paperId();
        document.title = paper.title();
        document.body = Stream.of((paper.title() + " ").repeat(20), paper.overview().mainWork(),
                paper.overview().highlights(), paper.overview().reasons().practicality(), paper.overview().reasons().novelty())
                .filter(text -> text != null).toList();
        document.keywords = paper.overview().keywords().stream().flatMap(word -> Stream.of(word.en(), word.zh()))
                .filter(word -> word != null).toList();
        document.authors = List.of("Ada Lovelace", "Li Wei");
        document.tags = new LinkedHashSet<>(
                paper.overview().keywords().stream().map(word -> Vocabulary.curated().resolve(word).slug()).toList());
        // as many rare tags as a real archive has
        document.tags.add("rare-" + paper.paperId());
        document.tagIds = document.tags.stream().map(tag -> (long) numbers.computeIfAbsent(tag, any -> numbers.size()))
                .collect(Collectors.toSet());
        document.practicality = PaperDocument.hundredths(paper.overview().ratings().practicality());
        document.novelty = PaperDocument.hundredths(paper.overview().ratings().novelty());
        document.recommendation = PaperDocument.hundredths(paper.overview().ratings().recommendation());
        document.days = List.of(day);
        document.places = Set.of(Place.of(day, paper.position(), null));
        return document;
    }

    private static void measure(IndexFolder index, String name, PaperQuery query) {
        long[] times = new long[ROUNDS];
        long total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            try (SearchSession session = index.session()) {
                try (IndexSearch search = new IndexSearch(session, slug -> slug, Duration.ofSeconds(30))) {
                    total = search.ask(query, (query.page() - 1) * query.size(), query.size(), true).total();
                }
            }
            times[round] = System.nanoTime() - start;
        }
        long first = times[0];
        Arrays.sort(times);
        System.out.printf("%8d found  median %6.1f ms  first %6.1f ms  worst %6.1f ms  %s%n", total, times[ROUNDS / 2] / 1e6,
                first / 1e6, times[ROUNDS - 1] / 1e6, name);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private long size() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
