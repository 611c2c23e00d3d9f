package sulan.intake;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import sulan.archive.DigestFile;
import sulan.archive.DigestFile.State;

/**
 * Which dates the watched folder provides. Its files are the truth about them: whatever was uploaded in their place would look
 * as if it had come from them, and would be overwritten at their next change.
 */
@ApplicationScoped
class FolderClaim {

    private final boolean isWatched;

    FolderClaim(IntakeConfig config) {
        this.isWatched = config.digests().isPresent();
    }

    /** Why an uploaded digest cannot go in, a sentence; {@code null} if it can. Within a transaction. */
    String against(LocalDate date, String contentHash) {
        if (!isWatched) {
            return null;
        }
        return DigestFile.<DigestFile> list("editionDate = ?1 and state = ?2", date, State.RECORDED).stream()
                .filter(file -> !file.contentHash.equals(contentHash)).findFirst()
                .map(file -> "日期 " + date + " 由文件夹中的文件 " + file.name + " 提供，上传的文件不能代替它。请修改文件夹中的文件，或先把它移走。")
                .orElse(null);
    }
}
