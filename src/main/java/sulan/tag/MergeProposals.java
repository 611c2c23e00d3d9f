package sulan.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sulan.tag.MergeProposal.Kind;
import sulan.tag.MergeProposal.Reason;

/**
 * Looks for tags that may be one: those that share a Chinese name, an acronym and the words it stands for, and spellings of
 * several words that differ by a letter or two. Tags are compared only if they share a key, so the work grows with the number
 * of tags and not with its square. A key that very many tags share says nothing and is left out.
 */
public final class MergeProposals {

    /** A Chinese name that more tags have is a translator's favourite rather than a sign. */
    private static final int MOST_SHARING_A_NAME = 12;
    private static final int MOST_SHARING_INITIALS = 6;
    private static final double CHINESE_NAME = 0.6;
    private static final double ACRONYM_IN_BRACKET = 0.7;
    private static final double INITIALS = 0.35;

    private final Vocabulary vocabulary;
    private final Map<String, Candidate> bySlug = new LinkedHashMap<>();
    private final Map<Pair, List<Reason>> reasons = new LinkedHashMap<>();

    private MergeProposals(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The likely merges of these tags with one another and with the concepts of the vocabulary, the likeliest first. Two
     * concepts are never proposed to be one: people decided to keep them apart.
     *
     * @param tags all tags, those of the vocabulary's concepts too
     */
    public static List<MergeProposal> of(Collection<KnownTag> tags, Vocabulary vocabulary) {
        MergeProposals proposals = new MergeProposals(vocabulary);
        tags.forEach(proposals::add);
        vocabulary.concepts().forEach(proposals::add);
        proposals.byChineseName();
        proposals.byAcronym();
        proposals.bySpelling();
        return proposals.sorted();
    }

    private void add(KnownTag tag) {
        if (vocabulary.bySlug(tag.slug()).isPresent()) {
            bySlug.put(tag.slug(), new Candidate(tag.slug(), true, tag.papers(), Set.of(), Set.of(), null));
            return;
        }
        Folded folded = Folding.read(tag.en() == null ? tag.slug() : tag.en());
        Set<String> names = new LinkedHashSet<>();
        tag.zh().forEach(name -> names.add(Folding.tight(Folding.fold(name))));
        Set<String> forms = new LinkedHashSet<>(List.of(tag.slug(), folded.form()));
        bySlug.put(tag.slug(), new Candidate(tag.slug(), false, tag.papers(), forms, names, folded.acronym()));
    }

    private void add(Concept concept) {
        Candidate known = bySlug.get(concept.slug());
        Set<String> forms = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        vocabulary.forms(concept)
                .forEach(form -> (Vocabulary.isChinese(form) ? names : forms).add(Folding.tight(form)));
        bySlug.put(concept.slug(),
                new Candidate(concept.slug(), true, known == null ? 0 : known.papers, forms, names, null));
    }

    /** All that share a name are set against the foremost of them, a concept if there is one. */
    private void byChineseName() {
        Map<String, Set<Candidate>> sharing = new HashMap<>();
        bySlug.values().forEach(tag -> tag.names.forEach(name -> put(sharing, name, tag)));
        sharing.forEach((name, tags) -> {
            if (tags.size() > 1 && tags.size() <= MOST_SHARING_A_NAME) {
                double score = CHINESE_NAME / Math.sqrt(tags.size() - 1.0);
                Candidate foremost = tags.stream().max(Candidate.FOREMOST).orElseThrow();
                tags.forEach(tag -> propose(tag, foremost, new Reason(Kind.SHARED_CHINESE_NAME, name, score)));
            }
        });
    }

    private void byAcronym() {
        Map<String, Set<Candidate>> byInitials = new HashMap<>();
        Map<String, Set<Candidate>> byWord = new HashMap<>();
        for (Candidate tag : bySlug.values()) {
            for (String form : tag.forms) {
                initials(form).forEach(letters -> put(byInitials, letters, tag));
                if (form.indexOf('-') < 0) {
                    put(byWord, form, tag);
                }
            }
        }
        // a word of three letters or more that is the initials of some other tag's words
        byWord.forEach((word, tags) -> {
            Set<Candidate> written = byInitials.getOrDefault(word, Set.of());
            if (word.length() >= 3 && written.size() <= MOST_SHARING_INITIALS) {
                Reason reason = new Reason(Kind.ACRONYM, word, INITIALS / Math.max(1, written.size()));
                // of a concept, its acronym is known already: what merely has the same initials is something else
                tags.stream().filter(tag -> !tag.curated)
                        .forEach(tag -> written.forEach(other -> propose(tag, other, reason)));
            }
        });
        // an acronym that was written behind a tag's words and is another tag
        for (Candidate tag : bySlug.values()) {
            if (tag.acronym != null) {
                Set<Candidate> others = byWord.getOrDefault(tag.acronym, Set.of());
                Reason reason = new Reason(Kind.ACRONYM, tag.acronym, ACRONYM_IN_BRACKET / Math.max(1, others.size()));
                others.forEach(other -> propose(tag, other, reason));
            }
        }
    }

    /** The first letters of all words, and of all but the small ones. */
    private static Set<String> initials(String form) {
        String[] words = form.split("-");
        if (words.length < 3 || words.length > 8 || Vocabulary.isChinese(form)) {
            return Set.of();
        }
        StringBuilder all = new StringBuilder();
        StringBuilder great = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty()) {
                all.append(word.charAt(0));
                great.append(Acronym.isSmall(word) ? "" : word.substring(0, 1));
            }
        }
        return new LinkedHashSet<>(List.of(all.toString(), great.toString()));
    }

    private void bySpelling() {
        List<String> forms = new ArrayList<>();
        List<Candidate> owners = new ArrayList<>();
        bySlug.values().forEach(tag -> tag.forms.forEach(form -> {
            forms.add(form);
            owners.add(tag);
        }));
        new SimilarSpellings(forms).forEach((one, other, score) -> propose(owners.get(one), owners.get(other),
                new Reason(Kind.SIMILAR_SPELLING, forms.get(one) + " / " + forms.get(other), score)));
    }

    private void propose(Candidate one, Candidate other, Reason reason) {
        if (one.slug.equals(other.slug) || one.curated && other.curated) {
            return;
        }
        boolean oneStays = Candidate.FOREMOST.compare(one, other) > 0;
        Pair pair = oneStays ? new Pair(other, one) : new Pair(one, other);
        List<Reason> known = reasons.computeIfAbsent(pair, p -> new ArrayList<>());
        Reason same = known.stream().filter(r -> r.kind() == reason.kind()).findFirst().orElse(null);
        if (same == null || same.score() < reason.score()) {
            known.remove(same);
            known.add(reason);
        }
    }

    private List<MergeProposal> sorted() {
        List<MergeProposal> proposals = new ArrayList<>();
        reasons.forEach((pair, found) -> {
            found.sort(Comparator.comparingDouble(Reason::score).reversed());
            proposals.add(new MergeProposal(pair.from.slug, pair.into.slug, found, together(found), pair.from.papers));
        });
        proposals.sort(Comparator.comparingDouble(MergeProposal::score).thenComparingLong(MergeProposal::papers).reversed()
                .thenComparing(MergeProposal::from).thenComparing(MergeProposal::into));
        return proposals;
    }

    /** Reasons of different kinds do not know of each other, so each takes its share of the doubt that the others left. */
    private static double together(List<Reason> reasons) {
        return 1 - reasons.stream().mapToDouble(reason -> 1 - reason.score()).reduce(1, (a, b) -> a * b);
    }

    private static void put(Map<String, Set<Candidate>> map, String key, Candidate tag) {
        map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(tag);
    }

    /**
     * A tag or a concept with what it can be compared by.
     *
     * @param forms its English spellings, folded
     * @param names its Chinese names, folded
     */
    private record Candidate(String slug, boolean curated, long papers, Set<String> forms, Set<String> names, String acronym) {

        /** Concepts before other tags, then the more frequent, then by slug. */
        private static final Comparator<Candidate> FOREMOST = Comparator.comparing(Candidate::curated)
                .thenComparingLong(Candidate::papers).thenComparing(Candidate::slug, Comparator.reverseOrder());

        @Override
        public boolean equals(Object other) {
            return other instanceof Candidate candidate && slug.equals(candidate.slug);
        }

        @Override
        public int hashCode() {
            return slug.hashCode();
        }
    }

    private record Pair(Candidate from, Candidate into) {
    }
}
