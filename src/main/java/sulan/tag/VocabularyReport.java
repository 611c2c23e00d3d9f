package sulan.tag;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import sulan.digest.DigestPaper;
import sulan.digest.DigestReader;
import sulan.digest.Keyword;

/**
 * Prints what the vocabulary covers: for each source of keywords the share that leads to a concept, the tags with the most
 * spellings, and the frequent keywords that the vocabulary lacks.
 *
 * <pre>
 * java -cp "target/classes:target/quarkus-app/lib/main/*" sulan.tag.VocabularyReport SOURCE...
 * </pre>
 *
 * A source is a table of keywords and how many papers have them ({@code .tsv}, with a head), a digest ({@code .md}), or a
 * folder in which such files are looked for; digests in one folder are one source.
 */
public final class VocabularyReport {

    private static final int SHOWN = 40;
    private static final int SPELLINGS_SHOWN = 12;

    private final Vocabulary vocabulary;
    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, Weight> sources = new TreeMap<>();

    VocabularyReport(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param args the sources */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: VocabularyReport SOURCE...   (tables of keywords, digests, or folders of them)");
            System.exit(2);
        }
        VocabularyReport report = new VocabularyReport(Vocabulary.curated());
        for (String source : args) {
            report.add(Path.of(source));
        }
        report.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    void add(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toString();
                if (name.endsWith(".tsv")) {
                    addTable(file);
                } else if (name.endsWith(".md") && !name.endsWith("README.md")) {
                    addDigest(file);
                }
            }
        }
    }

    private void addTable(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).map(line -> line.split("\t")).filter(cells -> cells.length == 2 && !cells[0].isBlank())
                    .forEach(cells -> add(new Keyword(cells[0], null), Long.parseLong(cells[1]), file.toString()));
        }
    }

    private void addDigest(Path file) {
        DigestReader.Reading reading;
        try {
            reading = new DigestReader().read(Files.readAllBytes(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (reading.digest() != null) {
            for (DigestPaper paper : reading.digest().papers()) {
                paper.overview().keywords().forEach(keyword -> add(keyword, 1, String.valueOf(file.getParent())));
            }
        }
    }

    private void add(Keyword keyword, long papers, String source) {
        Resolution resolution = vocabulary.resolve(keyword);
        sources.computeIfAbsent(source, s -> new Weight()).add(resolution, papers);
        groups.computeIfAbsent(resolution.slug(), slug -> new Group(slug, resolution.concept())).add(keyword, papers);
    }

    /** The share of a source's weight that leads to a concept, from 0 to 1. */
    double coverage(Path source) {
        return sources.get(source.toString()).share();
    }

    void print(PrintStream out) {
        int spellings = vocabulary.concepts().stream().mapToInt(concept -> concept.spellings().size()).sum();
        out.printf("%d concepts, %d spellings%n%nShare that leads to a concept:%n", vocabulary.concepts().size(), spellings);
        sources.forEach((source, weight) -> out.printf(Locale.ROOT, "  %5.1f %%  (%d of %d)  %s%n", 100 * weight.share(),
                weight.covered, weight.all, source));
        long used = groups.values().stream().filter(group -> group.concept != null).count();
        out.printf("%nTags: %d of concepts, %d of their own%n", used, groups.size() - used);
        out.printf("%nTags with the most spellings:%n");
        groups.values().stream().sorted(Comparator.comparing((Group group) -> group.spellings.size()).reversed()
                .thenComparing(group -> group.slug)).limit(SHOWN).forEach(group -> out.println("  " + group));
        out.printf("%nFrequent keywords without a concept:%n");
        groups.values().stream().filter(group -> group.concept == null)
                .sorted(Comparator.comparing((Group group) -> group.papers).reversed().thenComparing(group -> group.slug))
                .limit(SHOWN).forEach(group -> out.println("  " + group));
        out.printf("%nConcepts that no keyword led to:%n  %s%n", String.join(", ", unused()));
    }

    private List<String> unused() {
        List<String> unused = new ArrayList<>();
        vocabulary.concepts().stream().filter(concept -> !groups.containsKey(concept.slug()))
                .forEach(concept -> unused.add(concept.en()));
        return unused;
    }

    /** What the keywords of a source weigh, and those of them that lead to a concept. */
    private static final class Weight {

        private long all;
        private long covered;

        void add(Resolution resolution, long papers) {
            all += papers;
            covered += resolution.concept() == null ? 0 : papers;
        }

        double share() {
            return all == 0 ? 0 : (double) covered / all;
        }
    }

    /** The keywords that lead to one tag. */
    private static final class Group {

        private final String slug;
        private final Concept concept;
        private final TreeSet<String> spellings = new TreeSet<>();
        private long papers;

        Group(String slug, Concept concept) {
            this.slug = slug;
            this.concept = concept;
        }

        void add(Keyword keyword, long papers) {
            if (keyword.en() != null) {
                spellings.add(keyword.en());
            }
            if (keyword.zh() != null) {
                spellings.add(keyword.zh());
            }
            this.papers += papers;
        }

        @Override
        public String toString() {
            String shown = String.join("; ", spellings.stream().limit(SPELLINGS_SHOWN).toList());
            String more = spellings.size() > SPELLINGS_SHOWN ? "; …" : "";
            return String.format("%4d  %-40s %5d papers  %s%s", spellings.size(), slug, papers, shown, more);
        }
    }
}
