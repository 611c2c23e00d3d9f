package sulan.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import sulan.digest.Outline.Part;

/** Ratings in a table: a criterion a row, or a criterion a column. */
final class RatingsTable {

    /**
     * A cell that says something about a criterion.
     *
     * @param score the score in it, or {@code null}
     * @param text the text in it, or {@code null}
     */
    record Cell(Criterion criterion, Part part, int from, int to, Score score, String text) {
    }

    private record Range(int from, int to) {
    }

    private static final Pattern HEADER = Pattern.compile(
            "(?i)指标|维度|评|分|项|类别|标准|方面|理由|原因|说明|依据|名称|序号|编号|criteri|aspect|dimension|score|rating|reason|comment|#");
    private static final Pattern NUMBER = Pattern.compile("\\d{0,2}");

    private final BigDecimal scale;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Part> unread = new ArrayList<>();

    RatingsTable(List<Part> rows, BigDecimal scale) {
        this.scale = scale;
        read(rows);
    }

    /** How many parts from the given one on are the rows of a table; 0 if it is no table. */
    static int rows(List<Part> parts, int from) {
        if (from + 1 >= parts.size() || !isRow(parts.get(from)) || parts.get(from + 1).block() != parts.get(from).block()
                || !isRule(parts.get(from + 1))) {
            return 0;
        }
        int to = from;
        while (to < parts.size() && isRow(parts.get(to)) && parts.get(to).block() == parts.get(from).block()) {
            to++;
        }
        return to - from;
    }

    List<Cell> cells() {
        return cells;
    }

    List<Part> unread() {
        return unread;
    }

    /** The line under the header, such as {@code |---|:-:|}. */
    static boolean isRule(Part part) {
        String line = part.plain();
        return line.contains("--") && line.chars().allMatch(c -> c == '|' || c == '-' || c == ':' || c == ' ');
    }

    /** The texts of a row's cells as they were written. */
    static List<String> texts(Part row) {
        return ranges(row).stream().map(range -> source(row, range)).toList();
    }

    private static boolean isRow(Part part) {
        return part.isText() && part.plain().indexOf('|') >= 0;
    }

    private void read(List<Part> rows) {
        List<Criterion> columns = ranges(rows.get(0)).stream().map(range -> criterion(rows.get(0), range)).toList();
        boolean across = columns.stream().filter(c -> c != null).count() > 1;
        for (int i = 0; i < rows.size(); i++) {
            Part row = rows.get(i);
            if (isRule(row) || across && i == 0) {
                continue;
            }
            boolean read = across ? readAcross(row, columns) : readDown(row);
            if (!read && (i > 0 || !isHeader(row))) {
                unread.add(row);
            }
        }
    }

    /** Whether a row only names its columns, so that nothing is lost without it. */
    private static boolean isHeader(Part row) {
        return ranges(row).stream().map(range -> plain(row, range))
                .allMatch(cell -> cell.isBlank() || HEADER.matcher(cell).find());
    }

    private boolean readAcross(Part row, List<Criterion> columns) {
        List<Range> ranges = ranges(row);
        boolean read = false;
        for (int i = 0; i < ranges.size() && i < columns.size(); i++) {
            if (columns.get(i) != null) {
                add(columns.get(i), row, ranges.get(i));
                read = true;
            }
        }
        return read;
    }

    private boolean readDown(Part row) {
        Criterion criterion = null;
        for (Range range : ranges(row)) {
            if (criterion == null) {
                criterion = criterion(row, range);
                if (criterion == null && !NUMBER.matcher(plain(row, range)).matches()) {
                    return false;
                }
            } else {
                add(criterion, row, range);
            }
        }
        return criterion != null;
    }

    private void add(Criterion criterion, Part row, Range range) {
        String plain = plain(row, range);
        Score score = Score.at(plain, 0, scale);
        if (score != null && plain.substring(score.end()).isBlank()) {
            cells.add(new Cell(criterion, row, range.from() - row.from(), range.to() - row.from(), score, null));
        } else if (!plain.isBlank()) {
            cells.add(new Cell(criterion, row, range.from() - row.from(), range.to() - row.from(), null, source(row, range)));
        }
    }

    private static Criterion criterion(Part row, Range range) {
        String plain = plain(row, range);
        List<RatingLabel> labels = RatingLabel.at(plain, Numbering.end(plain, 0), null);
        return labels.size() == 1 && labels.get(0).criteria().size() == 1 && labels.get(0).score() == null
                ? labels.get(0).criteria().get(0)
                : null;
    }

    private static List<Range> ranges(Part row) {
        List<Range> ranges = new ArrayList<>();
        String plain = row.plain();
        int from = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || plain.charAt(i) == '|') {
                int begin = from;
                int end = i;
                while (begin < end && Character.isWhitespace(plain.charAt(begin))) {
                    begin++;
                }
                while (end > begin && Character.isWhitespace(plain.charAt(end - 1))) {
                    end--;
                }
                if (end > begin || i < plain.length() && from > 0) {
                    ranges.add(new Range(row.from() + begin, row.from() + end));
                }
                from = i + 1;
            }
        }
        return ranges;
    }

    private static String plain(Part row, Range range) {
        return row.text().plain().substring(range.from(), range.to());
    }

    private static String source(Part row, Range range) {
        return row.text().source(range.from(), range.to());
    }
}
