package sulan.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jboss.logging.Logger;

import sulan.intake.Upload.PassedOver;

/**
 * Takes the digests out of what was uploaded: Markdown files, and those in ZIP files. Nothing that comes in decides where
 * anything is written, or how much: files are numbered, names are never used as paths, and bytes are counted while they are
 * read, whatever the ZIP file says of them.
 */
final class Unpacking {

    /** Of a ZIP file, folders and all else included. */
    static final int MOST_ENTRIES = 5_000;
    static final int MOST_FILES = 5_000;
    /** Of one digest; those of a whole day have a hundredth of it. */
    static final int LARGEST = 4 << 20;
    static final long LARGEST_TOGETHER = 200L << 20;

    private static final Logger LOG = Logger.getLogger(Unpacking.class);
    private static final int NAMED = 50;
    private static final String MARKDOWN = ".md";
    private static final String ZIP = ".zip";

    private final Path folder;
    private final List<Taken> taken = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private long left = LARGEST_TOGETHER;
    private int unnamed;

    /** @param folder where the files go; it exists and is empty */
    Unpacking(Path folder) {
        this.folder = folder;
    }

    private record Taken(String name, long size, Path place) {
    }

    /**
     * Takes a file as it was uploaded.
     *
     * @param name as the client says
     * @throws IOException if the disk fails
     */
    void take(String name, Path content) throws IOException {
        FileName given = FileName.of(name);
        if (isZip(content)) {
            unpack(given, content);
        } else if (given.endsWith(ZIP)) {
            pass(given, "不是 ZIP 压缩包，或者已经损坏，无法读取。请重新压缩后再上传。");
        } else if (!given.endsWith(MARKDOWN)) {
            pass(given, "不是 Markdown 文件（.md）或 ZIP 压缩包（.zip），没有读取。");
        } else {
            try (InputStream in = Files.newInputStream(content)) {
                copy(given, in);
            }
        }
    }

    /** What was taken, in the order of the names; the numbers begin anew. */
    List<Upload.File> files() throws IOException {
        taken.sort(Comparator.comparing(Taken::name));
        List<Upload.File> files = new ArrayList<>();
        for (Taken one : taken) {
            int number = files.size() + 1;
            Files.move(one.place, folder.resolve(number + MARKDOWN));
            files.add(new Upload.File(number, one.name, one.size));
        }
        return files;
    }

    List<PassedOver> passedOver() {
        List<PassedOver> all = new ArrayList<>(passedOver);
        if (unnamed > 0) {
            all.add(new PassedOver("…", "另有 " + unnamed + " 个文件没有读取。"));
        }
        return all;
    }

    private static boolean isZip(Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            byte[] start = in.readNBytes(4);
            // the second is an empty one
            return start.length == 4 && start[0] == 'P' && start[1] == 'K'
                    && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
        }
    }

    private void unpack(FileName zip, Path content) throws IOException {
        // each byte of a name that says nothing of its encoding becomes one character
        try (ZipFile file = new ZipFile(content.toFile(), StandardCharsets.ISO_8859_1)) {
            if (file.size() > MOST_ENTRIES) {
                pass(zip, "压缩包里有 " + file.size() + " 个条目，超过 " + MOST_ENTRIES + " 个，整个没有读取。请分成几个再上传。");
                return;
            }
            Enumeration<? extends ZipEntry> entries = file.entries();
            int before = taken.size() + passedOver.size();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    unpack(file, entry);
                }
            }
            if (taken.size() + passedOver.size() == before) {
                pass(zip, "压缩包里没有文件。");
            }
        } catch (ZipException | IllegalArgumentException e) {
            LOG.infof("An uploaded ZIP file cannot be read: %s", e.getMessage());
            pass(zip, "压缩包已损坏，或者设有密码，无法读取。请不设密码重新压缩后再上传。");
        }
    }

    private void unpack(ZipFile file, ZipEntry entry) throws IOException {
        FileName name = FileName.ofEntry(entry.getName());
        if (name.isHidden()) {
            pass(name, "是系统或工具的隐藏文件，没有读取。");
        } else if (name.endsWith(ZIP)) {
            pass(name, "是压缩包里的压缩包，没有读取。请单独上传。");
        } else if (!name.endsWith(MARKDOWN)) {
            pass(name, "不是 Markdown 文件（.md），没有读取。");
        } else {
            try (InputStream in = file.getInputStream(entry)) {
                copy(name, new EntryContent(in, entry.getCrc()));
            } catch (ZipException | EOFException | IllegalArgumentException e) {
                LOG.infof("An entry of an uploaded ZIP file cannot be read: %s", e.getMessage());
                pass(name, "在压缩包里已损坏，或者压缩方式不受支持，无法读取。");
            }
        }
    }

    private void copy(FileName name, InputStream in) throws IOException {
        if (taken.size() == MOST_FILES) {
            pass(name, "一次上传的文件超过 " + MOST_FILES + " 个，这个没有读取。请分几次上传。");
            return;
        }
        long most = Math.min(LARGEST, left);
        Path place = folder.resolve("new-" + taken.size());
        long size;
        try {
            size = copy(in, place, most);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(place);
            throw e;
        }
        if (size <= most) {
            left -= size;
            taken.add(new Taken(name.last(), size, place));
            return;
        }
        Files.delete(place);
        // what was unpacked in vain counts too, so that many such entries cannot keep the portal busy
        left -= most;
        pass(name, most == LARGEST ? "超过 " + (LARGEST >> 20) + " MB，不会是一天的速览，没有读取。"
                : "解压后的文件合计超过 " + (LARGEST_TOGETHER >> 20) + " MB，这个没有读取。请分几次上传。");
    }

    /** @return how many bytes there were, or more than the most that may be */
    private static long copy(InputStream in, Path place, long most) throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 14];
        try (OutputStream out = Files.newOutputStream(place)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    return size;
                }
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    private void pass(FileName name, String reason) {
        if (passedOver.size() < NAMED) {
            passedOver.add(new PassedOver(name.last(), reason));
        } else {
            unnamed++;
        }
    }
}
