package sulan.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import sulan.search.Analysis.Token;
import sulan.search.Expression.Field;
import sulan.search.Expression.Text;

/** Finds in a paper's texts what a query's words have found there, to be marked. */
public final class Matching {

    /** A text that is longer is not marked: nobody reads it in a list. */
    private static final int MAX_LENGTH = 20_000;

    /** For lists without words. */
    public static final Matching NONE = new Matching(List.of());

    /** @param signs what stands in every plain text that has the terms: Chinese characters, and beginnings of words */
    private record Phrase(Field field, List<Token> terms, List<String> signs) {

        /** The stemmer takes from the end of a word, and puts at most an {@code e} or two other letters there. */
        private static final int UNSTABLE_END = 2;

        static Phrase of(Field field, List<Token> terms) {
            return new Phrase(field, terms, terms.stream().flatMap(term -> signs(term.term())).distinct().toList());
        }

        private static Stream<String> signs(String term) {
            return term.codePoints().anyMatch(Character::isIdeographic)
                    ? term.codePoints().mapToObj(Character::toString)
                    : Stream.of(term.substring(0, Math.max(1, term.length() - UNSTABLE_END)));
        }

        boolean canBeIn(String plain) {
            return signs.stream().allMatch(plain::contains);
        }
    }

    private final List<Phrase> phrases;
    /** A page asks of some texts first whether anything was found in them, and then where. */
    private final Map<String, List<Range>> inTitles = new ConcurrentHashMap<>();
    private final Map<String, List<Range>> inTexts = new ConcurrentHashMap<>();

    private Matching(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** A part of a text, from its first character to the one behind its last. */
    public record Range(int start, int end) {
    }

    /** For the list of a query. */
    public static Matching of(PaperQuery query) {
        return query.q().isEmpty() ? NONE : of(IndexSearch.words(query));
    }

    static Matching of(Expression expression) {
        List<Phrase> phrases = new ArrayList<>();
        collect(expression, phrases);
        return phrases.isEmpty() ? NONE : new Matching(phrases);
    }

    private static void collect(Expression expression, List<Phrase> phrases) {
        if (expression instanceof Expression.All all) {
            all.parts().forEach(part -> collect(part, phrases));
        } else if (expression instanceof Expression.Any any) {
            any.parts().forEach(part -> collect(part, phrases));
        } else if (expression instanceof Text text && !Analysis.phrase(text.text()).isEmpty()) {
            phrases.add(Phrase.of(text.field(), Analysis.phrase(text.text())));
        }
    }

    /** The parts of a title to be marked, in order and apart from each other. */
    public List<Range> inTitle(String title) {
        return this == NONE || title == null ? List.of()
                : inTitles.computeIfAbsent(title, any -> in(any, Set.of(Field.ANYWHERE, Field.TITLE)));
    }

    /** The parts of another text to be marked, in order and apart from each other. */
    public List<Range> inText(String text) {
        return this == NONE || text == null ? List.of()
                : inTexts.computeIfAbsent(text, any -> in(any, Set.of(Field.ANYWHERE)));
    }

    private List<Range> in(String text, Set<Field> fields) {
        List<Phrase> wanted = phrases.stream().filter(phrase -> fields.contains(phrase.field)).toList();
        if (wanted.isEmpty() || text.length() > MAX_LENGTH) {
            return List.of();
        }
        String plain = plain(text);
        if (plain != null) {
            wanted = wanted.stream().filter(phrase -> phrase.canBeIn(plain)).toList();
        }
        return wanted.isEmpty() ? List.of() : found(wanted, Analysis.tokens(text));
    }

    /**
     * A text as the analysis sees it, but for the ends of words; {@code null} if only the analysis itself can tell. What does
     * not have a phrase's signs need not be analysed then, which is most of what a page shows.
     */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= 0xff01 && sign <= 0xff5e) {
                plain.append(Character.toLowerCase((char) (sign - 0xfee0)));
            } else if (sign < 0x80 && sign != '*' && sign != '`' || sign == '“' || sign == '”' || sign == '—'
                    || sign >= 0x3001 && sign <= 0x3011 || sign >= 0x4e00 && sign <= 0x9fff) {
                plain.append(Character.toLowerCase(sign));
            } else {
                return null;
            }
        }
        return plain.toString();
    }

    private static List<Range> found(List<Phrase> wanted, List<Token> tokens) {
        Map<Integer, Map<String, Token>> places = null;
        Set<Range> ranges = new HashSet<>();
        for (Phrase phrase : wanted) {
            Token first = phrase.terms.get(0);
            for (Token token : tokens) {
                if (token.term().equals(first.term())) {
                    places = places == null ? places(tokens) : places;
                    end(phrase, token.position() - first.position(), places)
                            .ifPresent(end -> ranges.add(new Range(token.start(), end)));
                }
            }
        }
        return joined(ranges);
    }

    private static Map<Integer, Map<String, Token>> places(List<Token> tokens) {
        Map<Integer, Map<String, Token>> places = new HashMap<>();
        tokens.forEach(token -> places.computeIfAbsent(token.position(), place -> new HashMap<>()).put(token.term(), token));
        return places;
    }

    /** Where a phrase that begins there ends; empty if other terms stand there. */
    private static OptionalInt end(Phrase phrase, int shift, Map<Integer, Map<String, Token>> places) {
        int end = 0;
        for (Token term : phrase.terms) {
            Token there = places.getOrDefault(term.position() + shift, Map.of()).get(term.term());
            if (there == null) {
                return OptionalInt.empty();
            }
            end = there.end();
        }
        return OptionalInt.of(end);
    }

    private static List<Range> joined(Set<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        ranges.stream().sorted((one, other) -> Integer.compare(one.start, other.start)).forEach(range -> {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.start <= last.end) {
                joined.set(joined.size() - 1, new Range(last.start, Math.max(last.end, range.end)));
            } else {
                joined.add(range);
            }
        });
        return joined;
    }
}
