package sulan.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import sulan.digest.Diagnostic;
import sulan.digest.DigestReader;
import sulan.digest.DigestReader.Reading;

/** Reads the content of files, whatever it is: what cannot be read is refused with a sentence for people. */
@ApplicationScoped
class ContentReader {

    private static final Logger LOG = Logger.getLogger(ContentReader.class);

    private final DigestReader reader = new DigestReader();

    /** Never {@code null} and never an exception: the same content would only bring it again. */
    Reading read(FileContent content, String name) {
        if (content.bytes() == null) {
            return refusal("文件超过 " + (WatchedFolder.MAX_SIZE >> 20) + " MB，不会是一天的速览，没有读取。");
        }
        try {
            return reader.read(content.bytes(), name.substring(name.lastIndexOf('/') + 1));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "The reader failed on %s (SHA-256 %s)", name, content.hash());
            return refusal("读取程序在这个文件上出错，文件没有导入；详情见服务器日志。");
        }
    }

    private static Reading refusal(String message) {
        return new Reading(null, List.of(new Diagnostic(Diagnostic.Level.ERROR, 0, 0, message)));
    }
}
