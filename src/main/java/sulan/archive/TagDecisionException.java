package sulan.archive;

/** A decision about tags that cannot be carried out; nothing has changed. The message is for the operator, in Chinese. */
public class TagDecisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TagDecisionException(String message) {
        super(message);
    }
}
