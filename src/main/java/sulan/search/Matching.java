package sulan.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import sulan.search.Analysis.Token;
import sulan.search.Expression.Field;
import sulan.search.Expression.Text;

/** Finds in a paper's texts what a query's words have found there, to be marked. */
public final class Matching {

    /** A text that is longer is not marked: nobody reads it in a list. */
    private static final int MAX_LENGTH = 20_000;

    /** For lists without words. */
    public static final Matching NONE = new Matching(List.of());

    private record Phrase(Field field, List<Token> terms) {
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
            phrases.add(new Phrase(text.field(), Analysis.phrase(text.text())));
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
        if (wanted.isEmpty() || text == null || text.length() > MAX_LENGTH) {
            return List.of();
        }
        Map<Integer, Map<String, Token>> places = new HashMap<>();
        List<Token> tokens = Analysis.tokens(text);
        tokens.forEach(token -> places.computeIfAbsent(token.position(), place -> new HashMap<>()).put(token.term(), token));
        Set<Range> ranges = new HashSet<>();
        for (Phrase phrase : wanted) {
            Token first = phrase.terms.get(0);
            tokens.stream().filter(token -> token.term().equals(first.term())).forEach(token -> {
                int shift = token.position() - first.position();
                int end = 0;
                for (Token term : phrase.terms) {
                    Token there = places.getOrDefault(term.position() + shift, Map.of()).get(term.term());
                    if (there == null) {
                        return;
                    }
                    end = there.end();
                }
                ranges.add(new Range(token.start(), end));
            });
        }
        return joined(ranges);
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
