package sulan.source.huggingface;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An entry of a daily list with texts of our own, in the shape that the API has since 2026, complete unless told otherwise. */
public final class ListedPaperJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode entry = JSON.createObjectNode();

    private ListedPaperJson(String id) {
        with("paper.id", id);
        with("paper.title", "A Made-up Study of " + id);
        with("paper.summary", "We made this study up. It has the number " + id + " and nothing else to say.");
        authors("Ada Example", "Ben Sample");
        with("paper.publishedAt", "2026-06-01T00:00:00.000Z");
        with("paper.submittedOnDailyAt", "2026-06-03T01:02:03.456Z");
        with("paper.upvotes", 7);
        with("paper.projectPage", "https://project.example/" + id);
        with("paper.githubRepo", "https://code.example/" + id);
        with("paper.githubStars", 12);
        with("paper.ai_summary", "A study that was made up says nothing.");
        with("paper.ai_summary_model", "example/model-1");
        ((ObjectNode) entry.get("paper")).putArray("ai_keywords").add("made-up studies").add("tests");
        with("publishedAt", "2026-05-31T20:00:00.000Z");
        with("thumbnail", "https://pictures.example/social-thumbnails/papers/" + id + ".png");
        with("numComments", 3);
        with("submittedBy.fullname", "Cleo Member");
        with("submittedBy.name", "cleo");
        with("organization.fullname", "Example Laboratory");
        with("organization.name", "example-lab");
    }

    /** @param id of arXiv, such as {@code 2606.00001} */
    public static ListedPaperJson paper(String id) {
        return new ListedPaperJson(id);
    }

    /** Papers of a day, with ids that are made of the date. */
    public static ListedPaperJson[] papers(LocalDate date, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> paper(String.format("%02d%02d.%02d%03d", date.getYear() % 100, date.getMonthValue(),
                        date.getDayOfMonth(), i)))
                .toArray(ListedPaperJson[]::new);
    }

    /** An answer with these entries. */
    public static String list(ListedPaperJson... entries) {
        ArrayNode list = JSON.createArrayNode();
        Arrays.stream(entries).forEach(entry -> list.add(entry.entry));
        return list.toString();
    }

    public ListedPaperJson title(String title) {
        return with("paper.title", title).with("title", title);
    }

    public ListedPaperJson upvotes(int upvotes) {
        return with("paper.upvotes", upvotes);
    }

    public ListedPaperJson authors(String... names) {
        ArrayNode authors = JSON.createArrayNode();
        Arrays.stream(names).forEach(name -> authors.addObject().put("name", name).put("hidden", false));
        return with("paper.authors", authors);
    }

    /**
     * Sets a field.
     *
     * @param path its place, such as {@code paper.upvotes}
     * @param value anything that Jackson writes, a tree among them
     */
    public ListedPaperJson with(String path, Object value) {
        String[] names = path.split("\\.");
        ObjectNode parent = entry;
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode child = parent.get(names[i]);
            parent = child instanceof ObjectNode object ? object : parent.putObject(names[i]);
        }
        parent.set(names[names.length - 1], JSON.valueToTree(value));
        return this;
    }

    /** Removes a field. */
    public ListedPaperJson without(String path) {
        int dot = path.lastIndexOf('.');
        ObjectNode parent = dot < 0 ? entry : (ObjectNode) entry.at("/" + path.substring(0, dot).replace('.', '/'));
        parent.remove(path.substring(dot + 1));
        return this;
    }

    /** The entry alone. */
    public String json() {
        return entry.toString();
    }

    /** An answer with this entry alone. */
    public byte[] answer() {
        return list(this).getBytes(StandardCharsets.UTF_8);
    }
}
