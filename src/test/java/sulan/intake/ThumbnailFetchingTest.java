package sulan.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.ArchiveFixture;
import sulan.ListedPapers;
import sulan.SettableClock;
import sulan.archive.Archive;
import sulan.archive.Paper;
import sulan.digest.ListedPaper;
import sulan.source.huggingface.Fault;
import sulan.source.huggingface.HuggingFaceProfile;
import sulan.source.huggingface.HuggingFaceStandIn;

@QuarkusTest
@TestProfile(HuggingFaceProfile.class)
class ThumbnailFetchingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    @Inject
    ArchiveFixture fixture;
    @Inject
    SettableClock clock;
    @Inject
    Archive archive;
    @Inject
    ThumbnailFetching thumbnails;

    HuggingFaceStandIn huggingFace;

    @BeforeEach
    void begin() {
        fixture.empty();
        huggingFace.beginAnew();
        clock.set(Instant.parse("2026-06-10T09:00:00Z"));
    }

    @AfterEach
    void end() {
        fixture.empty();
        clock.reset();
    }

    @Test
    void picture_is_fetched_once_and_shown_from_here() throws IOException {
        list(TODAY, "2606.00011", huggingFace.servePicture("2606.00011.png", png()));
        given().when().get("/papers/2606.00011").then().statusCode(200).body(not(containsString("class=\"thumbnail\"")));
        thumbnails.look();
        thumbnails.look();
        assertThat(huggingFace.calls()).hasSize(1);
        given().when().get("/papers/2606.00011").then().statusCode(200)
                .body(containsString("src=\"/papers/2606.00011.jpg\""), not(containsString(huggingFace.thumbnails())));
        byte[] shown = given().when().get("/papers/2606.00011.jpg").then().statusCode(200).contentType("image/jpeg").extract()
                .asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(640);
        archive.hide("2606.00011", true);
        fixture.awaitIndex();
        given().when().get("/papers/2606.00011.jpg").then().statusCode(404);
    }

    @Test
    void one_that_fails_stops_no_other_and_is_tried_again_the_next_day() throws IOException {
        list(TODAY, "2606.00012", huggingFace.servePicture("2606.00012.png", png()));
        list(TODAY.minusDays(1), "2606.00013", huggingFace.servePicture("2606.00013.png", png()));
        huggingFace.fail(Fault.status(503));
        thumbnails.look();
        given().when().get("/papers/2606.00012.jpg").then().statusCode(404);
        given().when().get("/papers/2606.00013.jpg").then().statusCode(200);
        thumbnails.look();
        assertThat(huggingFace.calls()).hasSize(2);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        thumbnails.look();
        given().when().get("/papers/2606.00012.jpg").then().statusCode(200);
    }

    @Test
    void other_addresses_are_never_asked() throws IOException {
        huggingFace.servePicture("../secret.png", png());
        list(TODAY, "2606.00014", huggingFace.url() + "/secret.png");
        list(TODAY, "2606.00015", huggingFace.thumbnails() + "/../secret.png");
        list(TODAY, "2606.00016", huggingFace.thumbnails() + ".example.org/x.png");
        list(TODAY.minusDays(8), "2606.00017", huggingFace.servePicture("old.png", png()));
        thumbnails.look();
        assertThat(huggingFace.calls()).isEmpty();
    }

    private void list(LocalDate date, String id, String thumbnail) {
        ListedPaper paper = ListedPapers.bare(id, "A made-up study");
        QuarkusTransaction.requiringNew().run(() -> {
            archive.list(date, List.of(paper), List.of(), 0, true, true);
            Paper.<Paper> findById(id).thumbnailUrl = thumbnail;
        });
        fixture.awaitIndex();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 648, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
