package sulan.operator;

import sulan.archive.Failure;
import sulan.archive.Run;

/** What the operator can do about a failure; the message bundle says it. */
public enum Remedy {

    /** The folder of digests, or a file in it, cannot be read at all. */
    CHECK_FOLDER,
    /** A digest is not as it should be. */
    MEND_DIGEST,
    /** Hugging Face did not answer, or not with a list. */
    FETCH_AGAIN,
    /** An entry of a list could not be understood. */
    LOOK_AT_ENTRY,
    /** A file with a saved list cannot be read. */
    CHECK_DUMP,
    /** The language model cannot be asked. */
    CHECK_MODEL,
    /** The language model's answer does not hold what it is to hold. */
    WRITE_AGAIN,
    /** The digests cannot be written into their folder. */
    CHECK_EXPORT,
    /** Something went wrong in the portal itself. */
    LOOK_INTO_LOG;

    static Remedy of(Run.Kind kind, Failure.Stage stage) {
        if (kind == Run.Kind.EXPORT) {
            return CHECK_EXPORT;
        }
        if (stage == Failure.Stage.RECORD) {
            return LOOK_INTO_LOG;
        }
        boolean fetching = stage == Failure.Stage.FETCH;
        return switch (kind) {
            case IMPORT -> fetching ? CHECK_FOLDER : MEND_DIGEST;
            case UPLOAD -> MEND_DIGEST;
            case LISTS, BACKFILL -> fetching ? FETCH_AGAIN : LOOK_AT_ENTRY;
            case DUMPS -> fetching ? CHECK_DUMP : LOOK_AT_ENTRY;
            case OVERVIEWS -> fetching ? CHECK_MODEL : WRITE_AGAIN;
            case DEMO, TAGS, INDEX, EXPORT -> LOOK_INTO_LOG;
        };
    }
}
