package sulan.digest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the papers in the form that {@link DigestWriter} writes.
 *
 * @param date the date in the heading
 */
record CanonicalHead(LocalDate date, Integer declaredCount, String sourceUrl, String note, String unplaced) {

    private static final Pattern SOURCE = Pattern
            .compile("- (?:" + Pattern.quote(Canonical.SOURCE_BEGIN) + "[-+\\d]+\\]\\((?:<([^<>]+)>|([^<>]+))\\))? ?(?:"
                    + Pattern.quote(Canonical.COUNT_BEGIN) + "(\\d{1,9})" + Pattern.quote(Canonical.COUNT_END) + ")?");

    /** Whether the lines before the papers carry the signature. */
    static boolean isSigned(List<String> lines) {
        return lines.contains(Canonical.SIGNATURE);
    }

    /** @return {@code null} if the lines have another form */
    static CanonicalHead of(List<String> lines) {
        LocalDate date = lines.isEmpty() ? null : date(lines.get(0));
        int at = next(lines, 1);
        if (date == null || at == lines.size() || !lines.get(at).equals(Canonical.SIGNATURE)) {
            return null;
        }
        at = next(lines, at + 1);
        Integer count = null;
        String url = null;
        Matcher source = SOURCE.matcher(at < lines.size() ? lines.get(at) : "");
        if (source.matches()) {
            url = source.group(1) != null ? source.group(1) : source.group(2);
            count = source.group(3) == null ? null : Integer.valueOf(source.group(3));
            at = next(lines, at + 1);
        }
        int from = at;
        while (at < lines.size() && lines.get(at).startsWith(">")) {
            at++;
        }
        String note = CanonicalReader
                .outdented(lines.subList(from, at).stream().map(line -> line.equals(">") ? "" : line).toList(), "> ");
        at = next(lines, at);
        String unplaced = null;
        if (at < lines.size() && lines.get(at).equals(Canonical.UNPLACED)) {
            from = at + 1;
            at++;
            while (at < lines.size() && (lines.get(at).isEmpty() || lines.get(at).startsWith(Canonical.ITEM_INDENT))) {
                at++;
            }
            unplaced = CanonicalReader.outdented(lines.subList(from, at), Canonical.ITEM_INDENT);
        }
        return at < lines.size() ? null : new CanonicalHead(date, count, url, note, unplaced);
    }

    private static LocalDate date(String line) {
        if (!line.startsWith(Canonical.TITLE_BEGIN) || !line.endsWith(Canonical.TITLE_END)) {
            return null;
        }
        try {
            return LocalDate
                    .parse(line.substring(Canonical.TITLE_BEGIN.length(), line.length() - Canonical.TITLE_END.length()));
        } catch (DateTimeException e) {
            // the heading was edited
            return null;
        }
    }

    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isEmpty()) {
            at++;
        }
        return at;
    }
}
