package sulan.tag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.digest.Keyword;
import sulan.tag.Resolution.By;

/** The concepts that Sulan knows, and which keyword leads to which. Immutable and safe for use by several threads. */
public final class Vocabulary {

    private static final String RESOURCE = "vocabulary.txt";
    /** To be raised when {@link Folding} or {@link #resolve} lead some keyword elsewhere, so that archives follow. */
    private static final int RULES = 1;
    private static final Pattern LATIN_BRACKET = Pattern.compile("(.*\\p{IsHan}.*?)\\s*[(（\\[]([^\\p{IsHan}()（）]+)[)）\\]]\\s*");

    private final Map<String, Concept> bySpelling;
    private final Map<String, Concept> bySlug = new LinkedHashMap<>();
    private final String hash;

    private Vocabulary(Map<String, Concept> bySpelling, String hash) {
        this.bySpelling = bySpelling;
        this.hash = hash;
        bySpelling.values().forEach(concept -> bySlug.putIfAbsent(concept.slug(), concept));
    }

    /**
     * The vocabulary that ships with Sulan; read at the first call.
     *
     * @throws IllegalArgumentException if the file contradicts itself; the message names each line and concept
     */
    public static Vocabulary curated() {
        return Curated.VOCABULARY;
    }

    /**
     * Reads a vocabulary in the form described at the head of {@code vocabulary.txt}.
     *
     * @throws IllegalArgumentException if it contradicts itself; the message names each line and concept
     */
    public static Vocabulary read(List<String> lines) {
        return new Vocabulary(VocabularyText.read(lines), hash(lines));
    }

    private static String hash(List<String> lines) {
        try {
            byte[] text = (RULES + "\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** SHA-256 of the text and the rules by which it is applied: what was resolved under another one may lead elsewhere. */
    public String hash() {
        return hash;
    }

    /** All concepts, in the order of the file. */
    public List<Concept> concepts() {
        return List.copyOf(bySlug.values());
    }

    /** The concept with this slug. */
    public Optional<Concept> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** The concept that has this spelling, however it is written. */
    public Optional<Concept> bySpelling(String spelling) {
        return Optional.ofNullable(byForm(Folding.fold(spelling)));
    }

    /**
     * What a keyword leads to. The English spelling decides alone where there is one: Chinese names are translations, made by a
     * model, and one wrong 大型语言模型 would pull LLaMA-7B into large language model. So an English spelling that the vocabulary
     * does not know makes a tag of its own, and its Chinese name becomes a candidate. The acronym in its bracket helps only if
     * the concept's words are among the keyword's, as in {@code large-scale language models (LLMs)}:
     * {@code reward learning (RL)}
     * is not reinforcement learning.
     */
    public Resolution resolve(Keyword keyword) {
        return keyword.en() != null ? english(keyword) : chinese(keyword.zh());
    }

    private Resolution english(Keyword keyword) {
        Folded folded = Folding.read(keyword.en());
        Concept concept = byForm(folded.form());
        By by = By.ENGLISH;
        if (concept == null && folded.acronym() != null) {
            concept = byAcronym(folded);
            by = By.ACRONYM;
        }
        List<AliasCandidate> candidates = new ArrayList<>();
        if (folded.acronym() != null && byForm(folded.acronym()) == null) {
            candidates.add(new AliasCandidate(AliasCandidate.Kind.ACRONYM, folded.acronym()));
        }
        Concept byName = keyword.zh() == null ? null : byChinese(keyword.zh());
        if (keyword.zh() != null && byName == null) {
            candidates.add(new AliasCandidate(AliasCandidate.Kind.CHINESE, keyword.zh()));
        }
        return new Resolution(folded.form(), concept, concept == null ? By.NOTHING : by, candidates,
                byName == concept ? null : byName);
    }

    private Concept byAcronym(Folded folded) {
        Concept concept = byForm(folded.acronym());
        if (concept == null) {
            return null;
        }
        Set<String> words = words(folded.form());
        return concept.spellings().stream().map(Folding::fold)
                .anyMatch(form -> form.contains("-") && words.containsAll(words(form))) ? concept : null;
    }

    private static Set<String> words(String form) {
        return new HashSet<>(Arrays.asList(form.split("-")));
    }

    private Resolution chinese(String zh) {
        Concept concept = byChinese(zh);
        return new Resolution(Folding.fold(zh), concept, concept == null ? By.NOTHING : By.CHINESE, List.of(), null);
    }

    /** A Latin bracket behind a Chinese name is its acronym or its English name, if it does not lead elsewhere. */
    private Concept byChinese(String zh) {
        Concept concept = byForm(Folding.fold(zh));
        Matcher bracket = LATIN_BRACKET.matcher(zh);
        if (concept != null || !bracket.matches()) {
            return concept;
        }
        Concept before = byForm(Folding.fold(bracket.group(1)));
        Concept inside = byForm(Folding.fold(bracket.group(2)));
        return inside == null || inside == before ? before : null;
    }

    /** The concept that has a spelling of this folded form; {@code null} if none has. */
    Concept byForm(String form) {
        return bySpelling.get(Folding.tight(form));
    }

    /** The folded forms of all spellings of a concept, its slug first. */
    Set<String> forms(Concept concept) {
        Set<String> forms = new LinkedHashSet<>();
        concept.spellings().forEach(spelling -> forms.add(Folding.fold(spelling)));
        return forms;
    }

    /** Whether a text has any Chinese character. */
    public static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static final class Curated {

        private static final Vocabulary VOCABULARY = load();

        private static Vocabulary load() {
            try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return read(reader.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
