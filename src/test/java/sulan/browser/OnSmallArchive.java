package sulan.browser;

import java.net.URL;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.common.http.TestHTTPResource;
import sulan.ArchiveFixture;

/** Tests that visit the portal with the {@linkplain ArchiveFixture#small small archive} and the runs that brought it. */
abstract class OnSmallArchive {

    @TestHTTPResource("/")
    URL root;
    @Inject
    ArchiveFixture archive;

    @BeforeEach
    void fill() {
        archive.small();
        archive.runs();
    }
}
