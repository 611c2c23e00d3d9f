package sulan.source.llm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds text that was copied from an abstract. */
final class Copying {

    /**
     * So many words of an abstract in a row, in an overview in another language, are no name any more: the longest names of
     * methods and benchmarks have about eight.
     */
    private static final int COPIED_WORDS = 12;
    /** In an abstract in Chinese it is characters; shorter runs can be names and set phrases. */
    private static final int COPIED_HAN = 40;

    private static final Pattern WORD = Pattern.compile("(?<han>\\p{IsHan})|[\\p{L}\\p{N}]+?(?=\\p{IsHan}|[^\\p{L}\\p{N}]|$)");

    private final Set<String> runs = new HashSet<>();

    Copying(String summary) {
        runs(summary, runs::add);
    }

    /** A run of words that the text shares with the abstract, or {@code null}. */
    String copied(String text) {
        List<String> found = new ArrayList<>();
        runs(text, run -> {
            if (runs.contains(run)) {
                found.add(run);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static void runs(String text, java.util.function.Consumer<String> consumer) {
        Deque<String> words = new ArrayDeque<>();
        Deque<String> characters = new ArrayDeque<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            boolean isHan = matcher.group("han") != null;
            (isHan ? words : characters).clear();
            Deque<String> run = isHan ? characters : words;
            run.add(matcher.group());
            if (run.size() == (isHan ? COPIED_HAN : COPIED_WORDS)) {
                consumer.accept(String.join(isHan ? "" : " ", run));
                run.remove();
            }
        }
    }
}
