package sulan.intake;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.DigestFile;
import sulan.archive.DigestFile.State;

/** What the archive knows of a file, without its diagnostics. */
record KnownFile(String name, String contentHash, State state, LocalDate editionDate) {

    /** All of them by name. */
    static Map<String, KnownFile> all() {
        return QuarkusTransaction.joiningExisting().call(() -> DigestFile.getEntityManager().createQuery(
                "select f.name, f.contentHash, f.state, f.editionDate from DigestFile f", KnownFile.class)
                .getResultStream().collect(toMap(KnownFile::name, Function.identity())));
    }

    /** Whether it was only refused because another file had brought the same date before. */
    boolean isSecondOfItsDate() {
        return state == State.REFUSED && editionDate != null;
    }
}
