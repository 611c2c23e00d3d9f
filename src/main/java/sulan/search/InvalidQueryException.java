package sulan.search;

import java.util.List;

/** A parameter of an address that makes no sense. The message is for the log; what readers are told is made from the reason. */
public class InvalidQueryException extends RuntimeException {

    /** What is the matter, with the values that go with it. */
    public enum Reason {
        /** The words are longer than so many characters. */
        WORDS_TOO_LONG,
        /** There are more words and conditions than so many. */
        TOO_MANY_CONDITIONS,
        /** There are more tags, wanted and not, than so many. */
        TOO_MANY_TAGS,
        /** The number of papers on a page lies not between 1 and so many. */
        SIZE_OUT_OF_RANGE,
        /** With so many papers on a page there are only so many pages, because lists end at a paper of this number. */
        PAGE_OUT_OF_RANGE,
        /** The first date comes after the last one. */
        DATES_REVERSED,
        /** This is no date. */
        NO_DATE,
        /** This is no rating from 0 to 5. */
        NO_RATING,
        /** This is neither true nor false. */
        NO_FLAG,
        /** This is no whole number. */
        NO_NUMBER,
        /** There are these orders, but not this one. */
        NO_SUCH_ORDER,
        /** There are these stretches of time to count by, but not this one. */
        NO_SUCH_SPAN,
        /** There are more papers than so many. */
        TOO_MANY_PAPERS,
        /** This is no id of arXiv. */
        NO_PAPER_ID
    }

    private final String parameter;
    private final Reason reason;
    private final List<String> values;

    /** @param values those that the reason speaks of, in its order */
    public InvalidQueryException(String parameter, Reason reason, Object... values) {
        super(parameter + ": " + reason + " " + List.of(values));
        this.parameter = parameter;
        this.reason = reason;
        this.values = List.of(values).stream().map(Object::toString).toList();
    }

    /** The parameter's name in the address. */
    public String parameter() {
        return parameter;
    }

    public Reason reason() {
        return reason;
    }

    /** What the reason speaks of, in its order. */
    public List<String> values() {
        return values;
    }
}
