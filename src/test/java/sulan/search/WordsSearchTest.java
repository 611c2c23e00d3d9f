package sulan.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** What the language of words finds in the small archive. */
@QuarkusTest
class WordsSearchTest {

    @Inject
    PaperSearch search;
    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\0', value = {
            "LongLoRA\t2309.12307", "上下文\t2309.12307 2309.10400", "上下文 -LongLoRA\t2309.10400", "上下文 NOT 微调\t2309.10400",
            "context window\t2309.10400", "window context\t2309.10400", "\"context window\"\t2309.10400", "“window context”\t",
            "title:context\t2309.12307 2309.10400", "标题：“Long-Context”\t2309.12307", "title:压缩器\t", "压缩器\t2309.10668",
            "LongLoRA OR 压缩器\t2309.12307 2309.10668", "(LongLoRA | 压缩器) rec<5\t2309.12307 2309.10668",
            "tag:lora\t2309.12307", "tag:低秩适配\t2309.12307",
            "标签：\"Large Language Model\" -tag:幻觉\t2309.10706 2309.10150 2309.10305",
            "tag:no-such-tag\t", "-tag:no-such-tag rec>=4.5\t2309.12307 2309.11495 2309.10150 2309.10305",
            "rec>=4.5 nov>=4.25\t2309.12307 2309.11495", "rec=3.5\t2309.10020", "rec<3.5\t2309.10202", "prac>4.5\t",
            "nov<=3 rec:4\t2309.10706",
            "-rec>=0\t2309.10400 hep-th/9901001", "-rec<5 date:2023\t2309.10400",
            "date:2022\thep-th/9901001", "date:2023-09-19\t2309.10150 2309.10305 2309.10020", "date:..2023-01\thep-th/9901001",
            "date:2023-09-20..2023-09-21 LongLoRA\t2309.12307", "-date:2023\thep-th/9901001",
            "date>=2023-09-22\t2309.12307 2309.11495",
            "C++\t2309.10202", "arXiv:2309.10668\t2309.10668", "2309.10668 OR 2309.10150\t2309.10668 2309.10150",
            "https://arxiv.org/abs/hep-th/9901001v2\thep-th/9901001", "Language Modeling - Is Compression\t2309.10668",
            "rec>= 压缩器\t2309.10668", "author:nobody\t" })
    void papers_found(String words, String ids) {
        assertThat(search.all(PaperQuery.ALL.withWords(words))).extracting(hit -> hit.paper().id)
                .containsExactlyInAnyOrderElementsOf(ids == null ? List.of() : List.of(ids.split(" ")));
    }
}
