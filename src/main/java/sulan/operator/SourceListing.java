package sulan.operator;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import sulan.digest.Diagnostic;

/**
 * A text with the numbers of its lines and, at each line, what its reader had to say: as compilers show it.
 *
 * @param lines all of them
 * @param excerpts the lines with something to say and those around them, in pieces that lie apart
 * @param general what is said of the text as a whole
 */
record SourceListing(List<Line> lines, List<List<Line>> excerpts, List<Diagnostic> general) {

    private static final int AROUND = 2;

    /** @param number counted from 1 */
    record Line(int number, String text, List<Diagnostic> diagnostics) {

        public boolean isRemarked() {
            return !diagnostics.isEmpty();
        }
    }

    /** @param text with lines that end in LF; {@code null} if there is none to be shown */
    static SourceListing of(String text, List<Diagnostic> diagnostics) {
        String[] texts = text == null ? new String[0] : text.split("\n", -1);
        Map<Boolean, List<Diagnostic>> placed = diagnostics.stream()
                .collect(groupingBy(diagnostic -> diagnostic.line() >= 1 && diagnostic.line() <= texts.length));
        Map<Integer, List<Diagnostic>> byLine = placed.getOrDefault(true, List.of()).stream()
                .collect(groupingBy(Diagnostic::line));
        List<Line> lines = new ArrayList<>();
        for (String line : texts) {
            int number = lines.size() + 1;
            lines.add(new Line(number, line, byLine.getOrDefault(number, List.of())));
        }
        return new SourceListing(lines, excerpts(lines), placed.getOrDefault(false, List.of()));
    }

    private static List<List<Line>> excerpts(List<Line> lines) {
        List<List<Line>> excerpts = new ArrayList<>();
        int shown = 0;
        for (Line line : lines) {
            if (line.isRemarked()) {
                int from = Math.max(shown, line.number - 1 - AROUND);
                if (from > shown || excerpts.isEmpty()) {
                    excerpts.add(new ArrayList<>());
                }
                shown = Math.max(shown, Math.min(lines.size(), line.number + AROUND));
                List<Line> last = excerpts.get(excerpts.size() - 1);
                last.addAll(lines.subList(Math.max(from, last.isEmpty() ? from : last.get(last.size() - 1).number), shown));
            }
        }
        return excerpts;
    }
}
