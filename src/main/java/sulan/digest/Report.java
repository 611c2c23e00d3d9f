package sulan.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the diagnostics of one reading. */
final class Report {

    private static final int MOST = 1000;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int leftOut;
    private int paper;

    /** What follows is about the paper with this position; 0 if about none. */
    void about(int position) {
        paper = position;
    }

    void info(int line, String message) {
        add(Diagnostic.Level.INFO, line, message);
    }

    void warning(int line, String message) {
        add(Diagnostic.Level.WARNING, line, message);
    }

    private void add(Diagnostic.Level level, int line, String message) {
        if (diagnostics.size() < MOST) {
            diagnostics.add(new Diagnostic(level, line, paper, message));
        } else {
            leftOut++;
        }
    }

    /** Refuses the input; never left out. */
    void error(int line, String message) {
        diagnostics.add(new Diagnostic(Diagnostic.Level.ERROR, line, paper, message));
    }

    /** The diagnostics in the order of the input. */
    List<Diagnostic> diagnostics() {
        if (leftOut > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Level.WARNING, 0, 0, "提示太多，另有 " + leftOut + " 条没有列出。"));
            leftOut = 0;
        }
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
