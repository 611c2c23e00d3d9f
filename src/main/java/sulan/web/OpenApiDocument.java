package sulan.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import sulan.search.PaperQuery;

/**
 * What annotations of the resources cannot say in the OpenAPI document: that it has the addresses of JSON only, the parameters
 * that all lists share (they are read by {@link PaperQuery}), errors, and that every field is always there.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiDocument implements OASFilter {

    private static final Set<String> LISTS = Set.of("/index.json", "/papers.json", "/tags/{slug}.json", "/days/{date}.json",
            "/weeks/{week}.json", "/months/{month}.json");
    private static final Map<String, String> PATH_PARAMETERS = Map.of("slug", "The tag's word in addresses; another spelling of"
            + " it is answered by a redirect", "date", "A day that has an edition, such as 2023-09-20", "week",
            "A week by ISO 8601, such as 2023-W38", "month", "A month, such as 2023-09", "id",
            "The arXiv id without version, such as 2309.10668; one from before April 2007 has a slash", "run",
            "The number of a run, as in status.json");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, PathItem> paths = new LinkedHashMap<>(document.getPaths().getPathItems());
        paths.keySet().removeIf(path -> !path.endsWith(".json"));
        document.getPaths().setPathItems(paths);
        document.getComponents().getSchemas().values().stream().filter(schema -> schema.getProperties() != null)
                .forEach(schema -> schema.setRequired(List.copyOf(schema.getProperties().keySet())));
        // a record of sulan.search, which does not speak of JSON
        Schema facet = document.getComponents().getSchemas().get("Facet");
        if (facet != null) {
            facet.description("How many papers there would be with this value of the filter");
        }
        document.getComponents().addSchema("Problem", problem());
        listParameters().forEach(parameter -> document.getComponents().addParameter(parameter.getName(), parameter));
        paths.forEach((path, item) -> complete(path, item.getGET()));
    }

    private static void complete(String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream().filter(parameter -> PATH_PARAMETERS.containsKey(parameter.getName()))
                    .forEach(parameter -> parameter.description(PATH_PARAMETERS.get(parameter.getName())));
        }
        if (LISTS.contains(path)) {
            listParameters().forEach(parameter -> operation.addParameter(
                    OASFactory.createParameter().ref("#/components/parameters/" + parameter.getName())));
        }
        operation.getResponses().addAPIResponse("default", OASFactory.createAPIResponse()
                .description(
                        "What was asked for is not there (404), a parameter makes no sense (400), or the index is being made"
                                + " or took too long (503)")
                .content(OASFactory.createContent().addMediaType("application/json",
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem")))));
    }

    private static List<Parameter> listParameters() {
        return List.of(
                parameter("q", "Words that must all occur, in the language of searches: phrases in quotes, -word, OR, brackets,"
                        + " title:, author:, tag:, rec>=4.5, date:2023-09", string().maxLength(PaperQuery.MAX_WORDS_LENGTH)),
                parameter("tag", "Slugs of tags that a paper must all have", array()),
                parameter("not", "Slugs of tags that it must not have", array()),
                parameter("from", "The first day of listing", string().format("date")),
                parameter("to", "The last day of listing", string().format("date")),
                parameter("recommendation", "The least recommendation", rating()),
                parameter("practicality", "The least practicality", rating()),
                parameter("novelty", "The least novelty", rating()),
                parameter("rated", "Whether papers without any rating are left out", schema(SchemaType.BOOLEAN)),
                parameter("code", "Whether papers are left out of which no address of their code is known",
                        schema(SchemaType.BOOLEAN)),
                parameter("sort", "The order. The list of a day also has position, and has it from the start; relevance is the"
                        + " same as newest without words", sort()),
                parameter("page", "Counted from 1", schema(SchemaType.INTEGER).minimum(BigDecimal.ONE)),
                parameter("size", "Papers on a page. A day has all on one, unless page or size is given",
                        schema(SchemaType.INTEGER).minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(PaperQuery.MAX_SIZE))));
    }

    private static Parameter parameter(String name, String description, Schema schema) {
        return OASFactory.createParameter().name(name).in(In.QUERY).description(description).schema(schema);
    }

    private static Schema sort() {
        Schema sort = string();
        for (PaperQuery.Sort order : PaperQuery.Sort.values()) {
            sort.addEnumeration(order.word());
        }
        return sort;
    }

    private static Schema rating() {
        return schema(SchemaType.NUMBER).minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(5));
    }

    private static Schema array() {
        return schema(SchemaType.ARRAY).items(string());
    }

    private static Schema string() {
        return schema(SchemaType.STRING);
    }

    private static Schema schema(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    /** As {@link Errors} writes it. */
    private static Schema problem() {
        Schema way = schema(SchemaType.OBJECT).addProperty("text", string()).addProperty("address", string())
                .required(List.of("text", "address"));
        return schema(SchemaType.OBJECT).description("An error")
                .addProperty("status", schema(SchemaType.INTEGER).description("The status of the answer"))
                .addProperty("error", string().description("Its name in English"))
                .addProperty("message",
                        string().description("For people, in Chinese: what is the matter, and what can be done"))
                .addProperty("ways", schema(SchemaType.ARRAY).items(way).description("Where to go instead"))
                .required(List.of("status", "error", "message", "ways"));
    }
}
