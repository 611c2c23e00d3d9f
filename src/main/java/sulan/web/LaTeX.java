package sulan.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sulan.search.Matching;

/**
 * Text that has LaTeX in it, or is to be LaTeX. Formulas between dollars stay formulas if they hold nothing but common symbols:
 * a title comes from strangers,
 * and LaTeX has commands that read and write files. All else is shown as it is written.
 */
final class LaTeX {

    /** A dollar that begins a formula has no space after it; one that ends it has none before it, and no digit after it. */
    private static final Pattern FORMULA = Pattern.compile("(?<!\\\\)\\$(?![\\s$])([^$]{0,200}?)(?<![\\s\\\\])\\$(?!\\d)");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)", Pattern.DOTALL);
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFF65]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private static final Set<String> SYMBOLS = Set.of("alpha", "beta", "gamma", "Gamma", "delta", "Delta", "epsilon",
            "varepsilon", "zeta", "eta", "theta", "Theta", "kappa", "lambda", "Lambda", "mu", "nu", "xi", "Xi", "pi", "Pi",
            "rho", "sigma", "Sigma", "tau", "phi", "varphi", "Phi", "chi", "psi", "Psi", "omega", "Omega", "ell", "infty",
            "times", "cdot", "pm", "mp", "circ", "star", "ast", "dagger", "prime", "partial", "nabla", "sum", "prod", "int",
            "sqrt", "frac", "log", "exp", "min", "max", "le", "leq", "ge", "geq", "ne", "neq", "ll", "gg", "approx", "sim",
            "simeq", "equiv", "propto", "in", "notin", "subset", "subseteq", "cup", "cap", "to", "rightarrow", "leftarrow",
            "leftrightarrow", "Rightarrow", "mapsto", "uparrow", "downarrow", "langle", "rangle", "hat", "bar", "tilde", "vec",
            "dot", "mathbb", "mathbf", "mathcal", "mathfrak", "mathit", "mathrm", "mathsf", "mathtt", "text", "textbf",
            "textit", "textrm", "boldsymbol", "left", "right", "{", "}", "_", ",", ";", ":", "!", " ", "|");

    /** Braces stay even in number within each of them, because BibTeX counts braces whatever stands before them. */
    private static final Map<Character, String> ESCAPES = Map.ofEntries(Map.entry('\\', "{\\textbackslash}"),
            Map.entry('{', "{\\textbraceleft}"), Map.entry('}', "{\\textbraceright}"), Map.entry('~', "{\\textasciitilde}"),
            Map.entry('^', "{\\textasciicircum}"), Map.entry('<', "{\\textless}"), Map.entry('>', "{\\textgreater}"),
            Map.entry('|', "{\\textbar}"), Map.entry('$', "\\$"), Map.entry('&', "\\&"), Map.entry('%', "\\%"),
            Map.entry('#', "\\#"), Map.entry('_', "\\_"));

    private LaTeX() {
    }

    /**
     * Where the text has formulas that a page can show as such: between dollars, of common symbols alone, without Chinese. Two
     * sums of money are none.
     *
     * @return in their order, each with its dollars
     */
    static List<Matching.Range> formulas(String text) {
        if (text.indexOf('$') < 0) {
            return List.of();
        }
        return FORMULA.matcher(text).results()
                .filter(formula -> isHarmless(formula.group(1)) && !CHINESE.matcher(formula.group(1)).find())
                .map(formula -> new Matching.Range(formula.start(), formula.end())).toList();
    }

    /** The text on one line. */
    static String escaped(String text) {
        String line = WHITE_SPACE.matcher(text).replaceAll(" ").strip();
        StringBuilder escaped = new StringBuilder();
        Matcher formula = FORMULA.matcher(line);
        int end = 0;
        while (formula.find()) {
            if (isHarmless(formula.group(1))) {
                escape(line.substring(end, formula.start()), escaped);
                escaped.append(formula.group());
                end = formula.end();
            }
        }
        escape(line.substring(end), escaped);
        return escaped.toString();
    }

    private static boolean isHarmless(String formula) {
        int depth = 0;
        for (char c : formula.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0 || "%#&~".indexOf(c) >= 0) {
                return false;
            }
        }
        // two circumflexes are another way to write any character
        return depth == 0 && !formula.contains("^^")
                && COMMAND.matcher(formula).results().allMatch(command -> SYMBOLS.contains(command.group(1)));
    }

    private static void escape(String text, StringBuilder escaped) {
        for (char c : text.toCharArray()) {
            String instead = ESCAPES.get(c);
            escaped.append(instead == null ? String.valueOf(c) : instead);
        }
    }
}
