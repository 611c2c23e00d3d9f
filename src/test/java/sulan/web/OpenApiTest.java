package sulan.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;

/** The OpenAPI document, and whether real answers are as it says. */
@QuarkusTest
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ArchiveFixture archive;

    private JsonNode document;

    @BeforeEach
    void fill() throws Exception {
        archive.small();
        archive.runs();
        document = JSON.readTree(when().get("/q/openapi?format=json").then().statusCode(200).extract().asString());
    }

    @Test
    void addresses_of_json_and_no_others() {
        assertThat(document.get("openapi").asText()).startsWith("3.");
        assertThat(document.get("info").get("title").asText()).contains("Sulan");
        List<String> paths = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths).containsExactlyInAnyOrder("/index.json", "/days.json", "/days/{date}.json", "/weeks/{week}.json",
                "/months/{month}.json", "/papers.json", "/papers/{id}.json", "/tags.json", "/tags/{slug}.json", "/status.json",
                "/status/runs/{run}.json", "/about.json", "/trends.json");
        assertThat(document.get("paths").get("/papers.json").findValuesAsText("$ref")).contains(
                "#/components/parameters/q", "#/components/parameters/tag", "#/components/parameters/sort");
        for (JsonNode path : document.get("paths")) {
            assertThat(path.get("get").get("summary").asText()).isNotBlank();
            assertThat(path.get("get").get("responses").has("default")).isTrue();
        }
        for (JsonNode schema : document.get("components").get("schemas")) {
            assertThat(schema.has("properties") && !schema.has("description")).as(schema.toString()).isFalse();
        }
        assertThat(document.get("paths").get("/papers/{id}.json").get("get").get("parameters").get(0).get("name").asText())
                .isEqualTo("id");
    }

    @Test
    void references_that_lead_somewhere() {
        for (String reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({ "/index.json, /index.json", "/days.json, /days.json", "/days/2023-09-20.json, /days/{date}.json",
            "/weeks/2023-W38.json, /weeks/{week}.json", "/months/2022-12.json, /months/{month}.json",
            "/papers.json, /papers.json", "/papers.json?q=no-such-word, /papers.json",
            "/papers/2309.10668.json, /papers/{id}.json", "/papers/2309.10400.json, /papers/{id}.json",
            "/tags.json, /tags.json", "/tags/lora.json, /tags/{slug}.json", "/tags/c%2B%2B.json, /tags/{slug}.json",
            "/trends.json, /trends.json", "/trends.json?until=2022-12-30, /trends.json",
            "/status.json, /status.json", "/about.json, /about.json" })
    void answers_fit_their_schemas(String address, String path) throws Exception {
        JsonNode schema = document.get("paths").get(path).get("get").get("responses").get("200").get("content")
                .get("application/json").get("schema");
        assertThat(complaints(schema, answer(address, 200))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "/papers/2309.99999.json, 404", "/papers.json?sort=best, 400", "/days/2023-09-21.json, 404" })
    void errors_fit_their_schema(String address, int status) throws Exception {
        assertThat(complaints(document.get("components").get("schemas").get("Problem"), answer(address, status))).isEmpty();
    }

    private static JsonNode answer(String address, int status) throws Exception {
        return JSON.readTree(given().urlEncodingEnabled(false).when().get(address).then().statusCode(status).extract()
                .asString());
    }

    /** A field that the document does not have is wrong as well. */
    private List<String> complaints(JsonNode schema, JsonNode answer) {
        ObjectNode strict = JSON.createObjectNode();
        strict.set("components", document.get("components").deepCopy());
        strict.get("components").get("schemas").forEach(type -> {
            if (type.has("properties")) {
                ((ObjectNode) type).put("additionalProperties", false);
            }
        });
        strict.setAll((ObjectNode) schema.deepCopy());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(strict).validate(answer).stream()
                .map(Object::toString).toList();
    }
}
