package sulan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaTeXTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            R&D at 100% for C# and a_b       → R\\&D at 100\\% for C\\# and a\\_b
            a{b}c\\d~e^f                     → a{\\textbraceleft}b{\\textbraceright}c{\\textbackslash}d{\\textasciitilde}e{\\textasciicircum}f
            <b>|x|</b>                       → {\\textless}b{\\textgreater}{\\textbar}x{\\textbar}{\\textless}/b{\\textgreater}
            An $O(n^2)$ Bound                → An $O(n^2)$ Bound
            From $\\mathbb{R}^{d}$ to $L_\\infty$ → From $\\mathbb{R}^{d}$ to $L_\\infty$
            From $5 to $10                   → From \\$5 to \\$10
            $5-$6                            → \\$5-\\$6
            one $ alone                      → one \\$ alone
            大语言模型 Café                    → 大语言模型 Café
            """)
    void text_and_formulas(String text, String escaped) {
        assertThat(LaTeX.escaped(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(strings = { "$\\input{/etc/passwd}$", "$\\write18{rm}$", "$\\csname input\\endcsname x$", "$^^5cinput x$",
            "$\\catcode`\\$=1$", "$a}b{c$", "$a{b$", "$x%$", "$\\def\\x{}$", "\\input{x}" })
    void commands_that_do_more_than_show(String text) {
        assertThat(LaTeX.escaped(text)).doesNotContain("\\input", "\\write", "\\csname", "\\catcode", "\\def", "^^")
                .doesNotContainPattern("(?<!\\\\)[$%]");
    }

    @Test
    void lines_and_control_characters() {
        assertThat(LaTeX.escaped(" a\n b\u0000\tc ")).isEqualTo("a b c");
    }
}
