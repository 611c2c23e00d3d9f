package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import sulan.digest.Diagnostic;
import sulan.digest.Diagnostic.Level;

class SourceListingTest {

    private static final String TEN_LINES = "一\n二\n三\n四\n五\n六\n七\n八\n九\n十";

    @Test
    void diagnostics_far_apart() {
        assertThat(excerpts(1, 10)).containsExactly(List.of(1, 2, 3), List.of(8, 9, 10));
    }

    @Test
    void diagnostics_close_together() {
        assertThat(excerpts(3, 5)).containsExactly(List.of(1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void diagnostics_of_one_line() {
        SourceListing listing = listing(4, 4);
        assertThat(listing.excerpts()).hasSize(1);
        assertThat(listing.lines().get(3).diagnostics()).hasSize(2);
        assertThat(listing.lines().get(3).text()).isEqualTo("四");
    }

    @Test
    void diagnostic_of_the_whole_or_of_no_line_that_there_is() {
        SourceListing listing = listing(0, 11);
        assertThat(listing.excerpts()).isEmpty();
        assertThat(listing.general()).hasSize(2);
    }

    @Test
    void no_text() {
        SourceListing listing = SourceListing.of(null, List.of(new Diagnostic(Level.ERROR, 1, 0, "不是文本")));
        assertThat(listing.lines()).isEmpty();
        assertThat(listing.general()).hasSize(1);
    }

    private static List<List<Integer>> excerpts(int... lines) {
        return listing(lines).excerpts().stream().map(excerpt -> excerpt.stream().map(SourceListing.Line::number).toList())
                .toList();
    }

    private static SourceListing listing(int... lines) {
        return SourceListing.of(TEN_LINES, Arrays.stream(lines).boxed()
                .map(line -> new Diagnostic(Level.WARNING, line, 0, "奇怪")).toList());
    }
}
