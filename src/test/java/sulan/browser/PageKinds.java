package sulan.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import sulan.ArchiveFixture;

/**
 * One address of each kind of page, of the archive that {@link ArchiveFixture#small} makes with {@link ArchiveFixture#listed}
 * and {@link ArchiveFixture#runs}.
 */
public final class PageKinds {

    public static final List<String> ALL = List.of("/", "/days", "/days/2023-09-20",
            "/days/2023-09-20?recommendation=5&tag=lora",
            "/weeks/2023-W38", "/months/2023-09", "/papers", "/papers?tag=large-language-model&recommendation=4&size=2",
            "/papers?q=no-such-word", "/papers?q=" + encoded("上下文 (LoRA OR \"a phrase\") -survey 推荐>=4.5"),
            "/papers?q=" + encoded("LoRA date:2023-13 rec>= (\"open"), "/papers?page=9", "/papers/" + ArchiveFixture.TRUNCATED,
            "/papers/" + ArchiveFixture.HOSTILE,
            "/papers/" + ArchiveFixture.OLD_ID, "/tags", "/tags?sort=rising", "/tags/large-language-model", "/trends?per=week",
            "/trends?per=month",
            "/reading", "/reading?ids=" + ArchiveFixture.TRUNCATED + ",2309.99999", "/status", "/about",
            "/days/" + ArchiveFixture.MONDAY, "/days/" + ArchiveFixture.UNWRITTEN,
            "/papers/" + ArchiveFixture.WRITTEN, "/papers/" + ArchiveFixture.UPVOTED, "/days/2023-09-21", "/no-such-page",
            "/papers?sort=best");

    private PageKinds() {
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** What a file with the page's picture is called. */
    static String fileName(String address) {
        String name = address.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "home" : name;
    }
}
