package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;

class CitationTest {

    private static String text(String title, YearMonth month, String... authors) {
        return new Citation("2309.12307", title, List.of(authors), month, null, null).text();
    }

    @Test
    void all_that_is_known() {
        assertThat(text("On\nDigests", YearMonth.of(2023, 9), "Ann Lee", "Bo Li", "Cy Wu")).isEqualTo(
                "Ann Lee, Bo Li and Cy Wu. On Digests. 2023. arXiv:2309.12307. https://arxiv.org/abs/2309.12307");
    }

    @Test
    void nothing_is_invented() {
        assertThat(text("On Digests", null)).isEqualTo("On Digests. arXiv:2309.12307. https://arxiv.org/abs/2309.12307");
    }

    @Test
    void one_author_and_a_question() {
        assertThat(text("Why Digests?", YearMonth.of(2023, 9), "Ann Lee Jr."))
                .startsWith("Ann Lee Jr. Why Digests? 2023. arXiv:");
    }
}
