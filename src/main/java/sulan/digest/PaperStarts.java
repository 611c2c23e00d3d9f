package sulan.digest;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Finds the lines of a document at which its papers begin. */
final class PaperStarts {

    /** Finds the blocks only, not what is in them. */
    private static final Parser BLOCKS = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (text, block) -> {
            }).build();
    private static final Pattern ATX = Pattern.compile(" {0,3}(#{1,6})(?:\\s+(.*))?");
    private static final Pattern RULE = Pattern.compile("\\s*(?:-{3,}|\\*{3,}|_{3,})\\s*");

    private final String[] lines;

    private PaperStarts(String[] lines) {
        this.lines = lines;
    }

    /**
     * The indexes of the lines, ascending.
     *
     * @param signed whether the document has the form of {@link DigestWriter}
     */
    static Collection<Integer> of(String[] lines, boolean signed) {
        PaperStarts starts = new PaperStarts(lines);
        return signed ? starts.canonical() : starts.inAnyForm();
    }

    /** In the form of the writer only a heading begins a line in this way. */
    private List<Integer> canonical() {
        return IntStream.range(0, lines.length).filter(i -> lines[i].startsWith("## ")).boxed().toList();
    }

    /**
     * A paper begins with a heading of the level that the papers of the document have. A heading right after the link
     * that ends a paper begins the next one even where code or HTML without an end would swallow it.
     */
    private TreeSet<Integer> inAnyForm() {
        Map<Integer, Integer> levels = new HashMap<>();
        Node document = BLOCKS.parse(String.join("\n", lines));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                int line = heading.getSourceSpans().get(0).getLineIndex();
                if (ATX.matcher(lines[line]).matches()) {
                    levels.put(line, heading.getLevel());
                }
            }
        }
        boolean afterLink = false;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank() || RULE.matcher(lines[i]).matches()) {
                continue;
            }
            var heading = ATX.matcher(lines[i]);
            if (afterLink && heading.matches() && heading.group(1).length() == 2) {
                levels.putIfAbsent(i, 2);
            }
            afterLink = PaperLink.isLinkLine(lines[i]);
        }
        return startsAmong(levels);
    }

    private TreeSet<Integer> startsAmong(Map<Integer, Integer> levels) {
        TreeSet<Integer> headings = new TreeSet<>(levels.keySet());
        headings.removeIf(line -> HeadReader.isTitle(lines[line]) || lines[line].replace('#', ' ').isBlank());
        int level = paperLevel(levels, headings);
        TreeSet<Integer> starts = new TreeSet<>();
        int checked = 0;
        boolean ended = true;
        for (int line : headings) {
            if (levels.get(line) != level) {
                continue;
            }
            for (; checked < line; checked++) {
                ended |= PaperLink.isLinkLine(lines[checked]);
            }
            if (ended || !isSectionHeading(line)) {
                starts.add(line);
                ended = false;
            }
        }
        return starts;
    }

    /** The level by whose headings most links to papers are set apart; of several the one that comes first. */
    private int paperLevel(Map<Integer, Integer> levels, TreeSet<Integer> headings) {
        Map<Integer, Integer> linksByLevel = new LinkedHashMap<>();
        Set<Integer> open = new HashSet<>();
        for (int i = 0; i < lines.length; i++) {
            if (headings.contains(i) && !isSectionHeading(i)) {
                linksByLevel.putIfAbsent(levels.get(i), 0);
                open.add(levels.get(i));
            } else if (!open.isEmpty() && PaperLink.isLinkLine(lines[i])) {
                open.forEach(level -> linksByLevel.merge(level, 1, Integer::sum));
                open.clear();
            }
        }
        int most = linksByLevel.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return linksByLevel.entrySet().stream().filter(entry -> entry.getValue() == most).mapToInt(Map.Entry::getKey)
                .findFirst().orElse(0);
    }

    private boolean isSectionHeading(int line) {
        var heading = ATX.matcher(lines[line]);
        return heading.matches() && heading.group(2) != null && Meaning.of(heading.group(2)) != null;
    }
}
