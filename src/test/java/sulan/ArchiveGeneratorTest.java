package sulan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.DigestReader;
import sulan.digest.Keyword;
import sulan.digest.ListedPaper;
import sulan.digest.Ratings;
import sulan.source.huggingface.DailyList;
import sulan.source.huggingface.SavedAnswer;
import sulan.tag.Folding;

class ArchiveGeneratorTest {

    @TempDir
    Path folder;

    @Test
    void same_seed_and_another() throws IOException {
        Map<String, String> files = written(new ArchiveGenerator(1, 200), "a");
        assertThat(written(new ArchiveGenerator(1, 200), "b")).isEqualTo(files);
        assertThat(written(new ArchiveGenerator(2, 200), "c")).isNotEqualTo(files);
    }

    @Test
    void smaller_archive_is_the_end_of_a_larger_one() {
        ArchiveGenerator larger = new ArchiveGenerator(1, 3000);
        ArchiveGenerator smaller = new ArchiveGenerator(1, 300);
        assertThat(smaller.first()).isAfter(larger.first());
        for (LocalDate day = smaller.first().plusDays(8); !day.isAfter(ArchiveGenerator.LAST); day = day.plusDays(1)) {
            assertThat(smaller.count(day)).isEqualTo(larger.count(day));
            if (smaller.count(day) > 0) {
                assertThat(smaller.digest(day)).isEqualTo(larger.digest(day));
            }
        }
    }

    @Test
    void digests_and_lists_that_are_read_as_they_were_meant() throws IOException {
        ArchiveGenerator generator = new ArchiveGenerator(3, 2000);
        int editions = generator.write(folder, true);
        int digests = 0;
        for (Path file : files(folder.resolve("digests"))) {
            DigestReader.Reading reading = new DigestReader().read(Files.readAllBytes(file), file.getFileName().toString());
            assertThat(reading.diagnostics()).as(file.toString()).isEmpty();
            assertThat(reading.digest()).isEqualTo(generator.digest(reading.digest().date()));
            digests++;
        }
        assertThat(digests).isEqualTo(editions);
        for (Path file : files(folder.resolve("lists"))) {
            LocalDate day = LocalDate.parse(file.getFileName().toString().replace(".json", ""));
            DailyList list = SavedAnswer.read(Files.readAllBytes(file));
            assertThat(list.diagnostics()).as(file.toString()).isEmpty();
            assertThat(list.papers()).extracting(ListedPaper::id)
                    .isEqualTo(generator.digest(day).papers().stream().map(DigestPaper::paperId).toList());
            assertThat(list.papers()).extracting(ListedPaper::title)
                    .isEqualTo(generator.digest(day).papers().stream().map(DigestPaper::title).toList());
        }
    }

    @Test
    void days_of_the_nineteenth_century() throws IOException {
        ArchiveGenerator generator = new ArchiveGenerator(1, 1_000_000);
        assertThat(generator.first().getYear()).isBetween(1850, 1890);
        Set<String> ids = new HashSet<>();
        int papers = 0;
        // years that have the same two digits
        for (int year : new int[] { 1895, 1995 }) {
            for (LocalDate day = LocalDate.of(year, 12, 1); day.getYear() == year; day = day.plusDays(1)) {
                papers += generator.count(day);
                if (generator.count(day) > 0) {
                    generator.digest(day).papers().forEach(paper -> ids.add(paper.paperId()));
                }
            }
        }
        assertThat(papers).isGreaterThan(600);
        // a paper that was listed in the days before is one more
        assertThat(ids.size()).isBetween(papers, papers + 2);
    }

    @Test
    void distributions_of_ten_thousand_papers() {
        ArchiveGenerator generator = new ArchiveGenerator(1, 10_000);
        Set<String> ids = new HashSet<>();
        Map<String, Integer> tags = new HashMap<>();
        int editions = 0;
        int mentions = 0;
        int unrated = 0;
        List<Integer> counts = new ArrayList<>();
        for (LocalDate day = generator.first(); !day.isAfter(ArchiveGenerator.LAST); day = day.plusDays(1)) {
            if (generator.count(day) == 0) {
                continue;
            }
            editions++;
            Digest digest = generator.digest(day);
            counts.add(digest.papers().size());
            for (DigestPaper paper : digest.papers()) {
                ids.add(paper.paperId());
                unrated += paper.overview().ratings().equals(Ratings.NONE) ? 1 : 0;
                for (Keyword keyword : paper.overview().keywords()) {
                    mentions++;
                    tags.merge(Folding.fold(keyword.en()), 1, Integer::sum);
                }
            }
        }
        assertThat(ids).hasSize(10_000);
        assertThat(10_000. / editions).isBetween(20., 27.);
        assertThat(counts).allMatch(count -> count >= 1 && count <= ArchiveGenerator.MOST_A_DAY);
        assertThat(unrated).isBetween(400, 600);
        assertThat(mentions).isBetween(50_000, 50_200);
        // real: 43,638 spellings of 65,888 mentions
        assertThat(tags.size()).isBetween(33_000, 40_000);
        assertThat(tags.values().stream().filter(uses -> uses == 1).count() / (double) tags.size()).isBetween(.75, .92);
        // real: 517 of 65,888
        assertThat(tags.get("large-language-model")).isBetween(250, 550);
    }

    @Test
    void names_that_lead_to_different_tags() {
        Set<String> folded = new HashSet<>();
        Set<String> chinese = new HashSet<>();
        for (int rank = 0; rank < 200_000; rank++) {
            folded.add(Folding.fold(KeywordNames.of(rank).en()));
            chinese.add(KeywordNames.of(rank).zh());
        }
        assertThat(folded).hasSize(200_000);
        assertThat(chinese.size()).isGreaterThan(195_000);
    }

    private Map<String, String> written(ArchiveGenerator generator, String name) throws IOException {
        Path into = folder.resolve(name);
        generator.write(into, true);
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(into)) {
            texts.put(into.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
