package sulan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import sulan.archive.Paper;

/** A paper as schema.org describes articles, for search engines. Only what is known is in it. */
final class JsonLd {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLd() {
    }

    /** The description, safe within a {@code script} element. */
    static String of(Paper paper) {
        Citation citation = Citation.of(paper);
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("@context", "https://schema.org");
        article.put("@type", "ScholarlyArticle");
        article.put("headline", citation.title());
        article.put("identifier", "arXiv:" + citation.id());
        article.put("url", citation.arxiv());
        article.put("sameAs", Links.huggingFace(citation.id()));
        if (!citation.authors().isEmpty()) {
            article.put("author",
                    citation.authors().stream().map(name -> Map.of("@type", "Person", "name", name)).toList());
        }
        if (citation.date() != null) {
            article.put("datePublished", citation.date());
        }
        if (paper.summary != null) {
            article.put("abstract", paper.summary);
        }
        if (!paper.shownTags().isEmpty()) {
            article.put("keywords", keywords(paper));
        }
        article.put("encoding", Map.of("@type", "MediaObject", "contentUrl", citation.pdf()));
        try {
            // the end of the element is looked for before anyone reads JSON
            return JSON.writeValueAsString(article).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the description of " + paper.id + " cannot be written", e);
        }
    }

    private static List<String> keywords(Paper paper) {
        return paper.shownTags().stream().map(tag -> tag.en == null ? tag.zh : tag.en).toList();
    }
}
