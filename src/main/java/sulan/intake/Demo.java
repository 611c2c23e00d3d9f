package sulan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Archive;
import sulan.archive.Edition;
import sulan.archive.Failure.Level;
import sulan.archive.Failure.Stage;
import sulan.archive.Run;
import sulan.digest.Diagnostic;
import sulan.digest.DigestReader.Reading;
import sulan.intake.OpenRun.Outcome;

/**
 * The digests that ship with the portal, so that there is something to see before it is told where the real ones are. They go
 * the same way as real ones, but are never mixed with them.
 */
@ApplicationScoped
class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final String SOURCE = "演示存档";

    /**
     * The names of the digests, one a line. A class path cannot be listed: the resources lie in a folder, in a jar, or in
     * whatever a class loader makes of one. A test keeps the index complete.
     */
    static final String INDEX = "demo/index.txt";

    private final Archive archive;
    private final ContentReader reader;
    private final Runs runs;

    Demo(Archive archive, ContentReader reader, Runs runs) {
        this.archive = archive;
        this.reader = reader;
        this.runs = runs;
    }

    /**
     * Loads what the archive does not have of it, unless the archive holds real editions. After a kill, or with a newer
     * version of the portal, this finishes or renews the demo.
     */
    void load() throws RunInProgressException {
        Map<String, FileContent> digests = digests();
        if (isWanted(digests)) {
            try (OpenRun run = runs.open(Run.Kind.DEMO, SOURCE, digests.size())) {
                digests.forEach((name, content) -> load(run, name, content));
                run.complete();
            }
        }
    }

    private static boolean isWanted(Map<String, FileContent> digests) {
        List<String> hashes = digests.values().stream().map(FileContent::hash).toList();
        return QuarkusTransaction.joiningExisting().call(() -> Edition.content() != Edition.Content.REAL
                && Edition.count("contentHash in ?1", hashes) < hashes.size());
    }

    private void load(OpenRun run, String name, FileContent content) {
        Reading reading = reader.read(content, name);
        if (reading.digest() == null) {
            String message = reading.diagnostics().stream().map(Diagnostic::message).findFirst().orElse("无法读取。");
            run.failure(Level.ERROR, Stage.READ, name, message);
            run.count(Outcome.REFUSED);
            return;
        }
        try {
            boolean changed = archive.recordDemo(reading.digest(), reading.diagnostics(), content.hash());
            run.count(changed ? Outcome.RECORDED : Outcome.UNCHANGED);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of the demo could not be recorded", name);
            run.failure(Level.ERROR, Stage.RECORD, name, "写入存档时出错，这个演示文件没有导入；详情见服务器日志。");
            run.count(Outcome.REFUSED);
        }
    }

    private static Map<String, FileContent> digests() {
        Map<String, FileContent> digests = new LinkedHashMap<>();
        new String(resource(INDEX), StandardCharsets.UTF_8).lines().filter(name -> !name.isBlank())
                .forEach(name -> digests.put(name, FileContent.of(resource("demo/" + name))));
        return digests;
    }

    private static byte[] resource(String path) {
        try (InputStream in = Demo.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The portal was built without " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The portal's own " + path + " cannot be read", e);
        }
    }
}
