package sulan.search;

/** A parameter of an address that makes no sense. The message is for readers: it says, in Chinese, which values there are. */
public class InvalidQueryException extends RuntimeException {

    private final String parameter;

    public InvalidQueryException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter's name in the address. */
    public String parameter() {
        return parameter;
    }
}
