package sulan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sulan.search.PaperHit;

/**
 * Papers as BibTeX. A paper's key is its arXiv id, which is unique and stays. (jbibtex writes what it is given, but does not
 * escape; so it only reads, in the tests.)
 */
final class BibTeX {

    private BibTeX() {
    }

    /** One entry for each paper. */
    static String of(List<PaperHit> hits) {
        return hits.stream().map(hit -> entry(Citation.of(hit.paper()))).collect(Collectors.joining("\n"));
    }

    static String entry(Citation paper) {
        Map<String, String> fields = new LinkedHashMap<>();
        // the second braces keep the capitals of the title
        fields.put("title", "{" + LaTeX.escaped(paper.title()) + "}");
        if (!paper.authors().isEmpty()) {
            fields.put("author", paper.authors().stream().map(BibTeX::name).collect(Collectors.joining(" and ")));
        }
        if (paper.month() != null) {
            fields.put("year", String.valueOf(paper.month().getYear()));
        }
        fields.put("eprint", paper.id());
        fields.put("archivePrefix", "arXiv");
        if (paper.subject() != null) {
            fields.put("primaryClass", paper.subject());
        }
        fields.put("url", paper.arxiv());
        return fields.entrySet().stream().map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(Collectors.joining(",\n", "@misc{arXiv:" + paper.id() + ",\n", "\n}\n"));
    }

    /** BibTeX divides names at the word "and" and at commas; what stands in braces is one name. */
    private static String name(String author) {
        String name = LaTeX.escaped(author);
        return name.contains(",") || name.matches("(?i).*\\band\\b.*") ? "{" + name + "}" : name;
    }
}
