package sulan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyReportTest {

    @TempDir
    Path folder;

    @Test
    void coverageAndSpellings() throws IOException {
        Path table = Files.writeString(folder.resolve("keywords.tsv"),
                "keyword\tpapers\nreward models\t6\nReward Model (RM)\t2\n\t9\nspace carving\t2\n");
        VocabularyReport report = new VocabularyReport(Vocabulary.read(List.of("Reward model | 奖励模型", "", "Token | 词元")));
        report.add(folder);
        assertThat(report.coverage(table)).isEqualTo(0.8);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 concepts, 4 spellings", "80.0 %  (8 of 10)",
                "1 of concepts, 1 of their own", "Reward Model (RM); reward models", "space-carving", "Token");
    }
}
