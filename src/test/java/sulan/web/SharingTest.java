package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.path.xml.XmlPath;
import sulan.ArchiveFixture;

/** How the portal shows up elsewhere: as a link in a chat, as an icon on a phone. */
@QuarkusTest
class SharingTest {

    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
    }

    @ParameterizedTest
    @CsvSource({ "/", "/days/2023-09-20", "/papers/2309.10668", "/papers?tag=large-language-model&sort=recommendation" })
    void title_description_address_and_picture_of_a_page(String address) {
        XmlPath page = given().when().get(address).then().statusCode(200).extract().htmlPath();
        String root = RestAssured.baseURI + ":" + RestAssured.port;
        assertThat(page.getString("html.head.title")).startsWith(property(page, "og:title") + " · ");
        assertThat(property(page, "og:description")).isNotBlank()
                .isEqualTo(page.getString("html.head.meta.find { it.@name == 'description' }.@content"));
        assertThat(property(page, "og:url")).isEqualTo(root + address.replaceAll("[?].*", ""));
        assertThat(property(page, "og:image")).isEqualTo(root + "/card.png");
    }

    private static String property(XmlPath page, String name) {
        return page.getString("html.head.meta.find { it.@property == '" + name + "' }.@content");
    }

    @ParameterizedTest
    @CsvSource({ "card.png, 1200, 630", "apple-touch-icon.png, 180, 180", "icon-192.png, 192, 192",
            "icon-512.png, 512, 512" })
    void pictures_have_the_size_they_are_told_to_have(String name, int width, int height) throws IOException {
        byte[] answer = given().get("/" + name).then().statusCode(200).contentType("image/png").extract().asByteArray();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    @Test
    void manifest_names_pages_and_icons_that_are_there() {
        XmlPath page = given().when().get("/").then().extract().htmlPath();
        JsonPath manifest = given().when().get(page.getString("html.head.link.find { it.@rel == 'manifest' }.@href")).then()
                .statusCode(200).contentType(startsWith("application/json")).body("short_name", equalTo("速览"))
                .extract().jsonPath();
        Stream.of(manifest.getList("icons.src", String.class), manifest.getList("shortcuts.url", String.class),
                page.getList("html.head.link.findAll { it.@rel.text().contains('icon') }.@href", String.class))
                .flatMap(List::stream).forEach(address -> given().when().get(address).then().statusCode(200));
    }
}
