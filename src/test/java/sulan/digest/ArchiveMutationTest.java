package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Changes of form to the real digests that do not change what they say. */
class ArchiveMutationTest {

    private static final String LINK = "[到 Huggingface";

    @TestFactory
    Stream<DynamicTest> sameReading() throws IOException {
        Map<String, UnaryOperator<String>> mutations = new LinkedHashMap<>();
        mutations.put("CRLF", text -> text.replace("\n", "\r\n"));
        mutations.put("byte order mark", text -> "\ufeff" + text);
        mutations.put("lines of white space", text -> text.replaceAll("(?m)^$", "   "));
        mutations.put("three blank lines", text -> text.replace("\n\n", "\n\n\n\n"));
        mutations.put("white space at the ends of lines", text -> text.replaceAll("(?m)$", "  "));
        mutations.put("other bullets", text -> text.replaceAll("(?m)^(\\s*)- (?!\\[H)", "$1+ "));
        mutations.put("asterisks as bullets", text -> text.replaceAll("(?m)^(\\s*)- (?!\\[H)", "$1* "));
        mutations.put("wide bullets", text -> text.replaceAll("(?m)^(\\s*)- (?!\\[H)", "$1-   "));
        mutations.put("full-width brackets after keywords",
                text -> text.replaceAll("(?m)^(\\s*[-*\\d.]+ +`?[\\w .-]+`?) ?\\((`?[\\p{IsHan}]+`?)\\)\\s*$", "$1（$2）"));
        mutations.put("full-width digits in scores",
                text -> text.replaceAll("(性|度)(\\**)(：|: )(\\**)4\\.5/5", "$1$2$3$4４.５／５"));
        mutations.put("ASCII colons after labels", text -> text.replaceAll("(实用性|创新性|推荐度)(\\**)：", "$1$2: "));
        mutations.put("bold labels", text -> text.replaceAll("(?m)^(\\s*[-*] )(实用性|创新性|推荐度) ?：", "$1**$2**："));
        mutations.put("plain labels", text -> text.replaceAll("(?m)^(\\s*[-*\\d.]+ )\\*\\*(实用性|创新性|推荐度)(打分)?\\*\\*", "$1$2$3"));
        mutations.put("bold scores",
                text -> text.replaceAll("(?m)^(\\s*(?:[-*] )?)(实用性|创新性|推荐度)：(\\d(?:\\.\\d)?(?:/5|分))", "$1$2：**$3**"));
        mutations.put("rules between sections", text -> text.replaceAll("(?m)^(?=(\\*\\*[\\d一二三四]|### [\\d主核评亮]))", "---\n\n"));
        mutations.put("rules before links", text -> text.replace(LINK, "---\n\n" + LINK));
        mutations.put("links twice", text -> text.replaceAll("(?m)^(\\[到 Huggingface.*)$", "$1\n\n$1"));
        mutations.put("headings one level deeper", text -> text.replaceAll("(?m)^(#{3,4}) ", "$1# "));
        mutations.put("headings in bold", text -> text.replaceAll("(?m)^(#{3,4}) (.*)$", "$1 **$2**"));
        mutations.put("bold headings as headings", text -> text.replaceAll("(?m)^\\*\\*([\\d一二三四][^*]*)\\*\\*$", "### $1"));
        mutations.put("headings as bold lines", text -> text.replaceAll("(?m)^#{3,4} (.*)$", "**$1**"));
        mutations.put("Chinese numerals", text -> Stream.of("1一", "2二", "3三", "4四").reduce(text,
                (t, n) -> t.replaceAll("(?m)^(\\*\\*|#{3,4} )" + n.charAt(0) + "\\. ?", "$1" + n.charAt(1) + "、"),
                (a, b) -> b));
        mutations.put("no numbers", text -> text.replaceAll("(?m)^(\\*\\*|#{3,4} )[\\d一二三四][.、] ?", "$1"));
        mutations.put("bodies not indented", text -> text.replaceAll("(?m)^ {2,4}(?=\\S)", ""));
        mutations.put("a wrapper", text -> text.replaceAll("(?m)^(## .*)$", "$1\n\n### 论文速览"));
        return SharedArchive.digests().stream().flatMap(file -> mutations.entrySet().stream()
                .map(mutation -> DynamicTest.dynamicTest(file.getFileName() + " " + mutation.getKey(),
                        () -> check(file, mutation.getValue()))));
    }

    /** Without blank lines un-indented comments run on in the last item, and the paragraphs of the real texts stay apart. */
    @TestFactory
    Stream<DynamicTest> sameReadingWithoutBlankLines() throws IOException {
        return SharedArchive.digests().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                        () -> check(file, text -> text.replaceAll("\n(\\s*\n)+", "\n"))));
    }

    private static void check(Path file, UnaryOperator<String> mutation) throws IOException {
        String text = Files.readString(file);
        String mutated = mutation.apply(text);
        List<DigestPaper> expected = new DigestReader().read(text).digest().papers();
        DigestReader.Reading reading = new DigestReader().read(mutated);

        assertThat(reading.digest()).as("%s", reading.diagnostics()).isNotNull();
        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.digest().papers()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(folded(reading.digest().papers().get(i))).isEqualTo(folded(expected.get(i)));
        }
    }

    /** Blank lines, bullets and white space at the ends of lines are form; everything else is not. */
    private static String folded(DigestPaper paper) {
        return paper.toString().replaceAll("(?m)[ \\t]+$", "").replaceAll("(?m)^\\s*[-*+] +", "- ").replaceAll("\\s+", " ")
                .replaceAll("=[-*+] +", "=- ");
    }
}
