package sulan.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import sulan.archive.Edition;
import sulan.archive.Paper;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.archive.TagCounts;
import sulan.search.Expression;
import sulan.search.Expression.Field;
import sulan.search.Expression.Tagged;
import sulan.search.Expression.Text;
import sulan.search.PaperQuery;
import sulan.search.Words;
import sulan.tag.Vocabulary;

/** The tags and titles that what somebody types may lead to. */
@ApplicationScoped
class Suggestions {

    private static final int MOST_TAGS = 6;
    private static final int MOST_PAPERS = 5;
    /** Titles are looked for in so many editions, about four years: nobody waits while a century is gone through. */
    private static final int DAYS = 1_000;
    /** The block "CJK Unified Ideographs", of which none is written for another one. */
    private static final int FIRST_IDEOGRAPH = 0x4E00;
    private static final int LAST_IDEOGRAPH = 0x9FFF;

    private final TagCounts counts;

    Suggestions(TagCounts counts) {
        this.counts = counts;
    }

    /**
     * @param tags those whose names begin with what was typed before those that have it elsewhere, the most frequent first
     * @param papers the newest with all words in their titles, of the last {@value #DAYS} editions
     */
    record Found(List<TagCount> tags, List<Paper> papers) {
    }

    /** @param typed as far as it goes; of what is longer than a query can be, the beginning counts */
    Found of(String typed) {
        Words words = Words.parse(typed.substring(0, Math.min(typed.length(), PaperQuery.MAX_WORDS_LENGTH)).strip());
        List<Expression> parts = words.parts().stream().map(Words.Part::expression).toList();
        if (parts.isEmpty() || typed.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new Found(List.of(), List.of());
        }
        if (parts.size() == 1 && parts.get(0) instanceof Tagged tagged) {
            return new Found(tags(tagged.tag()), List.of());
        }
        List<Paper> named = words.paperId().flatMap(id -> Paper.<Paper> findByIdOptional(id)).filter(paper -> !paper.hidden)
                .stream().toList();
        boolean isPlain = parts.stream().allMatch(part -> part instanceof Text text && text.field() == Field.ANYWHERE);
        return new Found(isPlain ? tags(words.text()) : List.of(), named.isEmpty() ? titled(parts) : named);
    }

    private List<TagCount> tags(String typed) {
        String part = plain(typed).replace("\"", "");
        Set<String> spelt = Vocabulary.curated().concepts().stream()
                .filter(concept -> concept.aliases().stream().anyMatch(alias -> plain(alias).startsWith(part)))
                .map(concept -> concept.slug()).collect(Collectors.toSet());
        Tag.bySpelling(typed).ifPresent(tag -> spelt.add(tag.slug));
        List<TagCount> beginning = new ArrayList<>();
        List<TagCount> others = new ArrayList<>();
        Iterator<TagCount> frequent = counts.current().tags().iterator();
        while (frequent.hasNext() && beginning.size() < MOST_TAGS) {
            TagCount tag = frequent.next();
            if (spelt.contains(tag.slug()) || names(tag).anyMatch(name -> name.startsWith(part))) {
                beginning.add(tag);
            } else if (others.size() < MOST_TAGS && names(tag).anyMatch(name -> name.contains(part))) {
                others.add(tag);
            }
        }
        return Stream.concat(beginning.stream(), others.stream()).limit(MOST_TAGS).toList();
    }

    private static Stream<String> names(TagCount tag) {
        return Stream.of(tag.slug(), tag.en(), tag.zh()).filter(name -> name != null).map(Suggestions::plain);
    }

    private static String plain(String name) {
        // nearly all slugs and Chinese names are so already, and there are many
        return name.chars().allMatch(Suggestions::isPlain) ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(int letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '-' || letter == ' '
                || letter >= FIRST_IDEOGRAPH && letter <= LAST_IDEOGRAPH;
    }

    private static List<Paper> titled(List<Expression> parts) {
        List<String> words = parts.stream().filter(part -> part instanceof Text text && text.field() != Field.AUTHOR)
                .map(part -> plain(((Text) part).text())).toList();
        return words.isEmpty() ? List.of()
                : Edition.oldestOfNewest(DAYS).map(since -> Paper.titled(words, since, MOST_PAPERS)).orElse(List.of());
    }
}
