package sulan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import sulan.ArchiveFixture;
import sulan.archive.Archive;

/** Pages that are made before somebody asks for them. */
@QuarkusTest
@TestProfile(WarmingTest.On.class)
class WarmingTest {

    private static final int LOOKS = 600;

    public static class On implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sulan.page-cache-warming", "true");
        }
    }

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @Inject
    PageCache cache;

    @Test
    void after_each_change_for_those_who_ask() throws InterruptedException {
        fixture.small();
        await(new CacheKey("/", "http", "localhost", false, Language.ZH, Encoding.GZIP), "nobody has asked yet");
        // enough of them, whatever was made ahead for others by then
        for (String address : List.of("/papers", "/days", "/tags", "/trends", "/papers?sort=novelty",
                "/papers?sort=practicality",
                "/papers?code=true", "/papers?rated=true", "/papers?size=5", "/papers?size=10")) {
            given().header("Host", "sulan.example").header("Accept-Language", "en").header("Accept-Encoding", "gzip")
                    .get(address)
                    .then().statusCode(200);
        }
        archive.edit(ArchiveFixture.LONGLORA, ArchiveFixture.overview("改正。", null, List.of(), "4.0", "4.0", "4.0"));
        for (String address : List.of("/", "/papers", "/days/2023-09-22", "/papers/2309.12307", "/tags/large-language-model")) {
            await(new CacheKey(address, "http", "sulan.example", false, Language.EN, Encoding.GZIP), address);
        }
        await(new CacheKey("/papers.atom", "http", "sulan.example", false, null, Encoding.GZIP), "a twin");
    }

    private void await(CacheKey key, String what) throws InterruptedException {
        for (int look = 0; look < LOOKS && cache.find(key).isEmpty(); look++) {
            Thread.sleep(100);
        }
        assertThat(cache.find(key)).as(what).isPresent();
    }
}
