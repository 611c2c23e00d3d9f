package sulan.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import sulan.digest.Criterion;

/**
 * What the words of a query ask for, as a tree. It speaks of papers as readers see them: each condition holds for a paper or it
 * does not, and what {@link Not} holds for is exactly the rest. {@link Words} reads such trees from text and writes them back.
 *
 * <p>
 * {@link #all}, {@link #any} and {@link #not} make trees in normal form, as {@link Words} does: no {@code All} directly in an
 * {@code All}, no {@code Any} in an {@code Any}, no {@code Not} in a {@code Not}, nothing twice in one place, and no group of
 * one.
 */
public sealed interface Expression {

    /** Holds for every paper. It only stands alone, never within another expression. */
    Expression EVERYTHING = new All(List.of());

    /** All parts must hold; without parts it holds for every paper. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part must hold. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part must not hold. */
    record Not(Expression part) implements Expression {
    }

    /**
     * A word or a phrase in a field.
     *
     * @param text as it was written, with single spaces; never empty
     * @param phrase whether the words must follow each other as they stand; a text with a space in it always is one
     */
    record Text(Field field, String text, boolean phrase) implements Expression {
        public Text {
            text = Words.spaced(text);
            phrase = phrase || text.contains(" ");
        }
    }

    /**
     * Carries a tag.
     *
     * @param tag a slug, or any spelling of the tag; never empty
     */
    record Tagged(String tag) implements Expression {
        public Tagged {
            tag = Words.spaced(tag);
        }
    }

    /**
     * Has such a rating; papers that lack the rating never do.
     *
     * @param value 0 to 5
     */
    record Rated(Criterion criterion, Comparison comparison, BigDecimal value) implements Expression {
        public Rated {
            BigDecimal stripped = value.stripTrailingZeros();
            // one form for equal values, so that 4 and 4.0 make equal trees
            value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** Listed on a day from the first to the last, both included; {@code null} is open, but not both. */
    record Listed(LocalDate from, LocalDate to) implements Expression {
    }

    /** Where a text is looked for. */
    enum Field {
        /** In all texts of a paper. */
        ANYWHERE,
        TITLE,
        /** In the name of any author. */
        AUTHOR
    }

    /** How a rating stands to a value. */
    enum Comparison {
        AT_LEAST,
        MORE,
        AT_MOST,
        LESS,
        EQUAL
    }

    /** All of these, in normal form. */
    static Expression all(List<Expression> parts) {
        List<Expression> flat = parts.stream()
                .flatMap(part -> part instanceof All all ? all.parts().stream() : Stream.of(part)).distinct().toList();
        return flat.size() == 1 ? flat.get(0) : new All(flat);
    }

    /**
     * Any of these, in normal form.
     *
     * @param parts at least one
     */
    static Expression any(List<Expression> parts) {
        List<Expression> flat = parts.stream()
                .flatMap(part -> part instanceof Any any ? any.parts().stream() : Stream.of(part)).distinct().toList();
        return flat.size() == 1 ? flat.get(0) : new Any(flat);
    }

    /** Not this, in normal form. */
    static Expression not(Expression part) {
        return part instanceof Not not ? not.part() : new Not(part);
    }
}
