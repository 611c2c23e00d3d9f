package sulan.intake;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import sulan.digest.Keyword;
import sulan.tag.Concept;
import sulan.tag.Vocabulary;

/**
 * Finds the concepts of the vocabulary that a paper may be about, so that a language model can call them by the names that
 * they have here: those that its keywords lead to, then those whose spellings occur in its title, then in its abstract.
 */
final class FittingConcepts {

    /** More would be a burden to a small model, and each name costs tokens in every question. */
    static final int MOST = 15;
    /** The vocabulary has hardly any longer spellings. */
    private static final int LONGEST = 5;
    private static final int ACRONYM = 5;
    /** What no spelling goes across; a full stop only at the end of a word, because of names like GPT-3.5. */
    private static final Pattern BORDERS = Pattern.compile("[,;:!?()\\[\\]{}\"“”|]|\\.(?=\\s|$)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Vocabulary vocabulary;

    FittingConcepts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Their names, each such as {@code Large language model | 大语言模型}; at most {@value #MOST}, the likeliest first.
     *
     * @param summary the abstract
     * @param keywords what Hugging Face calls the paper's subjects, possibly none
     */
    List<String> names(String title, String summary, List<Keyword> keywords) {
        Set<Concept> fitting = new LinkedHashSet<>();
        keywords.stream().map(keyword -> vocabulary.resolve(keyword).concept()).filter(concept -> concept != null)
                .forEach(fitting::add);
        addOccurring(fitting, title);
        addOccurring(fitting, summary);
        return fitting.stream().limit(MOST).map(concept -> concept.en() + " | " + concept.zh()).toList();
    }

    private void addOccurring(Set<Concept> fitting, String text) {
        for (String part : BORDERS.split(text)) {
            String[] words = SPACES.split(part.strip());
            for (int from = 0; from < words.length;) {
                from += addLongest(fitting, words, from);
            }
        }
    }

    /** @return how many words to go on; of "diffusion model training", the longest known spelling takes its words with it */
    private int addLongest(Set<Concept> fitting, String[] words, int from) {
        for (int length = Math.min(LONGEST, words.length - from); length > 0; length--) {
            String spelling = String.join(" ", Arrays.copyOfRange(words, from, from + length));
            Optional<Concept> concept = spelling.isBlank() ? Optional.empty() : vocabulary.bySpelling(spelling);
            if (concept.isPresent() && !isOtherWord(spelling, concept.get())) {
                fitting.add(concept.get());
                return length;
            }
        }
        return 1;
    }

    /** Whether it only looks like an acronym, as "rag" or "sam" in small letters do. */
    private static boolean isOtherWord(String word, Concept concept) {
        return word.length() <= ACRONYM && word.equals(word.toLowerCase(Locale.ROOT))
                && concept.spellings().stream().noneMatch(word::equals)
                && concept.spellings().stream().anyMatch(known -> known.equalsIgnoreCase(word)
                        && known.equals(known.toUpperCase(Locale.ROOT)));
    }
}
