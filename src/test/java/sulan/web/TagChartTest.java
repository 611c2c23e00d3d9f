package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import sulan.archive.TagStatistics.Bucket;

class TagChartTest {

    @Test
    void months_with_a_gap_over_new_year() {
        TagChart chart = TagChart.of(false,
                List.of(new Bucket(LocalDate.of(2023, 11, 1), 4), new Bucket(LocalDate.of(2024, 2, 1), 1)), "/tags/lora");
        assertThat(chart.bars()).extracting(bar -> bar.period().name(), TagChart.Bar::papers, TagChart.Bar::height)
                .containsExactly(tuple("2023-11", 4L, "100.0"), tuple("2023-12", 0L, "0.0"), tuple("2024-01", 0L, "0.0"),
                        tuple("2024-02", 1L, "25.0"));
        assertThat(chart.last().y()).isEqualTo("75.0");
        assertThat(chart.width()).isEqualTo(38);
        assertThat(chart.rows()).extracting(TagChart.Bar::address).containsExactly(
                "/tags/lora?from=2024-02-01&to=2024-02-29", "/tags/lora?from=2023-11-01&to=2023-11-30");
    }

    @Test
    void weeks() {
        TagChart chart = TagChart.of(true,
                List.of(new Bucket(LocalDate.of(2023, 12, 25), 1), new Bucket(LocalDate.of(2024, 1, 8), 2)), "/tags/lora");
        assertThat(chart.bars()).extracting(bar -> bar.period().name()).containsExactly("2023-W52", "2024-W01", "2024-W02");
    }

    @Test
    void single_month_is_not_drawn() {
        assertThat(TagChart.of(false, List.of(new Bucket(LocalDate.of(2023, 11, 1), 4)), "/tags/lora").isWorthDrawing())
                .isFalse();
    }
}
