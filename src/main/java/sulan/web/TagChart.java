package sulan.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sulan.archive.Tag;
import sulan.archive.TagStatistics;
import sulan.archive.TagStatistics.Bucket;
import sulan.archive.TagStatistics.Span;
import sulan.archive.TagStatistics.Unit;

/**
 * How many papers of a tag were listed over time, as bars: per week if all of them lie within half a year, else per month.
 *
 * @param weekly whether a bar is a week
 * @param bars from the first to the last with a paper, without gaps
 * @param most the papers of the highest bar
 */
public record TagChart(boolean weekly, List<Bar> bars, long most) {

    private static final int WEEKS = 26;
    /** Units of the drawing: the page scales it to the space that there is. */
    private static final int STEP = 10;
    private static final int GAP = 2;
    private static final int HEIGHT = 100;

    /** @param x the left edge, in units of the drawing; its height is 100 */
    public record Bar(Period period, long papers, int x, String y, String height, String address) {

        public int width() {
            return STEP - GAP;
        }
    }

    static TagChart of(Tag tag, Span span, TagStatistics statistics) {
        if (span.papers() == 0) {
            return new TagChart(false, List.of(), 0);
        }
        boolean weekly = ChronoUnit.WEEKS.between(span.first(), span.last()) < WEEKS;
        List<Bucket> buckets = statistics.per(weekly ? Unit.WEEK : Unit.MONTH, tag);
        return of(weekly, buckets, Links.tag(tag.slug));
    }

    static TagChart of(boolean weekly, List<Bucket> buckets, String address) {
        Map<LocalDate, Long> papers = buckets.stream().collect(Collectors.toMap(Bucket::start, Bucket::papers));
        long most = buckets.stream().mapToLong(Bucket::papers).max().orElse(0);
        LocalDate last = buckets.get(buckets.size() - 1).start();
        List<Bar> bars = new ArrayList<>();
        for (LocalDate start = buckets.get(0).start(); !start.isAfter(last); start = weekly ? start.plusWeeks(1)
                : start.plusMonths(1)) {
            Period period = weekly ? Period.weekOf(start) : Period.monthOf(start);
            long count = papers.getOrDefault(start, 0L);
            double height = (double) count * HEIGHT / most;
            bars.add(new Bar(period, count, bars.size() * STEP, Drawing.units(HEIGHT - height), Drawing.units(height),
                    address + "?from=" + period.from() + "&to=" + period.to()));
        }
        return new TagChart(weekly, bars, most);
    }

    /** Whether there is anything to compare. */
    public boolean isWorthDrawing() {
        return bars.size() > 1;
    }

    public int width() {
        return bars.size() * STEP - GAP;
    }

    public Bar first() {
        return bars.get(0);
    }

    public Bar last() {
        return bars.get(bars.size() - 1);
    }

    /** The bars with papers, newest first. */
    public List<Bar> rows() {
        List<Bar> rows = new ArrayList<>(bars.stream().filter(bar -> bar.papers > 0).toList());
        Collections.reverse(rows);
        return rows;
    }
}
