package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sulan.archive.EditionSummary;
import sulan.archive.EditionSummary.ListState;
import sulan.archive.RatingCount;

/** Where the marks of drawings stand. */
class DrawingsTest {

    @Test
    void shares_of_which_one_is_none_and_one_is_not_known() {
        Period march = Period.monthOf(LocalDate.of(2024, 3, 1));
        Sparkline line = Sparkline.of(List.of(march.before(3), march.before(2), march.before(1), march),
                Arrays.asList(new Share(1, 40), new Share(0, 10), null, new Share(5, 50)));
        assertThat(line.bars())
                .extracting(bar -> bar.period().name(), Sparkline.Bar::x, Sparkline.Bar::y, Sparkline.Bar::height)
                .containsExactly(tuple("2023-12", 0, "18.0", "6.0"), tuple("2024-01", 8, "23.0", "1.0"),
                        tuple("2024-02", 16, "24.0", "0.0"), tuple("2024-03", 24, "0.0", "24.0"));
        assertThat(line.bars().get(2).share()).isNull();
        assertThat(line.bars().get(0).share().percent()).isEqualTo("2.5%");
        assertThat(line.width()).isEqualTo(30);
    }

    @Test
    void year_that_begins_on_a_sunday() {
        YearMap map = Calendar.of(List.of(edition(LocalDate.of(2023, 1, 1), 1), edition(LocalDate.of(2023, 1, 2), 5),
                edition(LocalDate.of(2023, 7, 1), 8), edition(LocalDate.of(2023, 12, 31), 8))).years().get(0).map();
        // the first week has the Sunday alone; the second half begins on a Saturday, and ends on a Sunday 26 weeks later
        assertThat(map.halves()).flatExtracting(YearMap.Half::days)
                .extracting(square -> square.day().date().toString(), YearMap.Square::x, YearMap.Square::y,
                        square -> square.day().level())
                .containsExactly(tuple("2023-01-01", 18, 16 + 6 * 13, 1), tuple("2023-01-02", 18 + 13, 16, 3),
                        tuple("2023-07-01", 18, 16 + 5 * 13, 4), tuple("2023-12-31", 18 + 26 * 13, 16 + 6 * 13, 4));
        assertThat(map.halves().get(0).months()).extracting(YearMap.MonthName::month, YearMap.MonthName::x)
                .startsWith(tuple(1, 18), tuple(2, 18 + 5 * 13)).hasSize(6);
        // 181 days without the two, 184 without the two
        assertThat(map.halves()).extracting(half -> half.blank().chars().filter(c -> c == 'M').count())
                .containsExactly(179L, 182L);
    }

    @Test
    void half_a_year_over_most_weeks() {
        YearMap map = Calendar.of(List.of(edition(LocalDate.of(2028, 12, 31), 1))).years().get(0).map();
        assertThat(map.halves().get(1).days().get(0).x() + 11).isLessThanOrEqualTo(map.halves().get(1).width());
        YearMap other = Calendar.of(List.of(edition(LocalDate.of(2029, 12, 31), 1))).years().get(0).map();
        assertThat(other.halves().get(1).days().get(0).x() + 11).isLessThanOrEqualTo(other.halves().get(1).width());
    }

    @Test
    void days_that_are_not_as_they_should_be() {
        LocalDate day = LocalDate.of(2024, 3, 4);
        YearMap map = Calendar.of(List.of(edition(day, 1), growing(day.plusDays(1)), failed(day.plusDays(2)),
                listed(day.plusDays(3)))).years().get(0).map();
        assertThat(map.halves().get(0).days()).extracting(YearMap.Square::isSigned).containsExactly(false, true, true, false);
    }

    @Test
    void levels_of_few_and_of_many_papers() {
        LocalDate day = LocalDate.of(2024, 3, 4);
        assertThat(Calendar.of(List.of(edition(day, 50))).levels()).extracting(Calendar.Level::from, Calendar.Level::to)
                .containsExactly(tuple(1L, 12L), tuple(13L, 25L), tuple(26L, 37L), tuple(38L, 50L));
        assertThat(Calendar.of(List.of(edition(day, 2))).levels())
                .extracting(Calendar.Level::level, Calendar.Level::from, Calendar.Level::to)
                .containsExactly(tuple(2, 1L, 1L), tuple(4, 2L, 2L));
        assertThat(Calendar.of(List.of()).levels()).isEmpty();
        for (long most = 1; most <= 60; most++) {
            for (long papers = 1; papers <= most; papers++) {
                Calendar calendar = Calendar.of(List.of(edition(day, papers), edition(day.plusDays(1), most)));
                int level = calendar.years().get(0).map().halves().get(0).days().get(0).day().level();
                long of = papers;
                assertThat(calendar.levels()).filteredOn(one -> one.from() <= of && of <= one.to())
                        .extracting(Calendar.Level::level).containsExactly(level);
            }
        }
    }

    @Test
    void recommendations_in_steps() {
        RatingChart chart = RatingChart.of(List.of(count("4.00", 3), count("4.25", 1), count("4.49", 2), count("4.50", 3),
                count("5.00", 1), new RatingCount(null, 7)));
        assertThat(chart.bars())
                .extracting(RatingChart.Bar::from, RatingChart.Bar::papers, RatingChart.Bar::y, RatingChart.Bar::height)
                .containsExactly(tuple("3.0", 0L, "50.0", "0.0"), tuple("3.5", 0L, "50.0", "0.0"),
                        tuple("4.0", 6L, "14.0", "36.0"), tuple("4.5", 3L, "32.0", "18.0"), tuple("5.0", 1L, "44.0", "6.0"));
        assertThat(chart.bars()).extracting(RatingChart.Bar::range).startsWith("3.0–3.49").endsWith("5.0");
        assertThat(chart.rated()).isEqualTo(10);
        assertThat(chart.unrated()).isEqualTo(7);
    }

    @Test
    void lowest_recommendation() {
        assertThat(RatingChart.of(List.of(count("0.00", 1))).bars()).hasSize(11).first()
                .extracting(RatingChart.Bar::from, RatingChart.Bar::papers).containsExactly("0.0", 1L);
        assertThat(RatingChart.of(List.of(new RatingCount(null, 2))).rated()).isZero();
    }

    @Test
    void days_of_a_month() {
        DayBars bars = DayBars.dayBars(Period.monthOf(LocalDate.of(2024, 2, 1)),
                List.of(edition(LocalDate.of(2024, 2, 1), 10), edition(LocalDate.of(2024, 2, 29), 5)));
        assertThat(bars.bars()).extracting(DayBars.Bar::x, DayBars.Bar::y, DayBars.Bar::height)
                .containsExactly(tuple(0, "14.0", "36.0"), tuple(28 * 9, "32.0", "18.0"));
        assertThat(bars.width()).isEqualTo(29 * 9 - 2);
        assertThat(bars.names()).extracting(DayBars.Name::day).containsExactly(1, 8, 15, 22, 29);
    }

    private static RatingCount count(String value, long papers) {
        return new RatingCount(new BigDecimal(value), papers);
    }

    private static EditionSummary edition(LocalDate date, long papers) {
        return new EditionSummary(date, null, papers, papers, 0, 0, null, null);
    }

    private static EditionSummary growing(LocalDate date) {
        return new EditionSummary(date, null, 3, 3, 0, 0, new ListState(false, 0, false), null);
    }

    private static EditionSummary failed(LocalDate date) {
        return new EditionSummary(date, null, 0, 0, 0, 0, new ListState(false, 0, true), null);
    }

    private static EditionSummary listed(LocalDate date) {
        return new EditionSummary(date, null, 3, 0, 0, 0, new ListState(true, 0, false), null);
    }
}
