package sulan.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the diagnostics of one reading. */
final class Report {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int paper;

    /** What follows is about the paper with this position; 0 if about none. */
    void about(int position) {
        paper = position;
    }

    void info(int line, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Level.INFO, line, paper, message));
    }

    void warning(int line, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Level.WARNING, line, paper, message));
    }

    void error(int line, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Level.ERROR, line, paper, message));
    }

    /** The diagnostics in the order of the input. */
    List<Diagnostic> diagnostics() {
        return diagnostics.stream().sorted(Comparator.comparingInt(Diagnostic::line)).toList();
    }

    /** The beginning of a text, for a message. */
    static String excerpt(String text) {
        String line = Fragments.folded(text);
        if (line == null) {
            return "";
        }
        int length = line.codePointCount(0, line.length());
        return length <= 30 ? line : line.substring(0, line.offsetByCodePoints(0, 30)) + "……";
    }
}
