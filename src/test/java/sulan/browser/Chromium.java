package sulan.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * The browser of the tests: the one that {@code CHROMIUM} in the environment names, else the first Chromium or Chrome in the
 * path. Without one the tests are skipped; where {@code CI=true} they fail, so that nobody takes them for passed.
 */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /** Nothing that asks the network for something of its own, and nothing that a container does not have. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static Browser browser;

    private Chromium() {
    }

    /** The running browser. It ends with the tests. */
    static synchronized Browser browser() {
        if (browser == null) {
            Path executable = executable().orElse(null);
            if (executable == null) {
                String message = "No browser: set CHROMIUM to an executable, or put chromium into the path";
                if ("true".equals(System.getenv("CI"))) {
                    Assertions.fail(message);
                }
                Assumptions.abort(message);
            }
            Playwright playwright = Playwright.create();
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = playwright.chromium()
                    .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
        }
        return browser;
    }

    private static Optional<Path> executable() {
        String given = System.getenv("CHROMIUM");
        if (given != null && !given.isBlank()) {
            return Optional.of(Path.of(given));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }
}
