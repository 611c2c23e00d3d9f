package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the texts of the interface in both languages. */
class MessageBundlesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");
    /** The names that stand in a template's expressions, but not its literals, nor what is asked of a value. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z]\\w*");
    /** Texts that only English has to choose by a number. */
    private static final Set<String> COUNTED_IN_ENGLISH = Set.of("papersUnit");
    private static final Set<String> OF_THE_LANGUAGE = Set.of("if", "else", "switch", "case", "is");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("_.*", "")).distinct().sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void same_texts_with_the_same_parameters(String bundle) throws IOException {
        Map<String, String> zh = texts(bundle, Language.ZH);
        Map<String, String> en = texts(bundle, Language.EN);
        assertThat(en.keySet()).containsExactlyInAnyOrderElementsOf(zh.keySet());
        zh.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(en.get(key)).as(key).isNotBlank();
            if (!COUNTED_IN_ENGLISH.contains(key)) {
                assertThat(parameters(en.get(key))).as("%s: %s", key, en.get(key)).isEqualTo(parameters(text));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_chinese_in_english(String bundle) throws IOException {
        texts(bundle, Language.EN).forEach((key, text) -> {
            if (!key.equals("siteZh")) {
                assertThat(text).as(key).doesNotContainPattern(CHINESE);
            }
        });
    }

    private static Map<String, String> texts(String bundle, Language language) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve(bundle + "_" + language.code() + ".properties"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int end = line.indexOf('=');
                assertThat(texts.put(line.substring(0, end), line.substring(end + 1))).as("twice: " + line).isNull();
            }
        }
        return texts;
    }

    private static Set<String> parameters(String text) {
        Set<String> names = new TreeSet<>();
        Matcher expression = Pattern.compile("\\{([^|}][^}]*)}").matcher(text);
        while (expression.find()) {
            Matcher name = NAME.matcher(expression.group(1).replaceAll("'[^']*'|\"[^\"]*\"", ""));
            while (name.find()) {
                if (!OF_THE_LANGUAGE.contains(name.group())) {
                    names.add(name.group());
                }
            }
        }
        return names;
    }
}
