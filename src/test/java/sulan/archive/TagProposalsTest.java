package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.digest.Keyword;

/** When likely merges are looked for. */
@QuarkusTest
class TagProposalsTest {

    @Inject
    ArchiveFixture fixture;
    @Inject
    Archive archive;
    @Inject
    TagProposals proposals;

    @Test
    void only_after_a_change() {
        fixture.small();
        lookAndCompare();
        archive.edit(ArchiveFixture.LONGLORA, ArchiveFixture.overview("改正。", null,
                List.of(new Keyword("Low rank adaptation", "低秩适配")), "4.0", "4.0", "4.0"));
        lookAndCompare();
    }

    /** The portal looks by itself now and then, so it may have been quicker. */
    private void lookAndCompare() {
        proposals.refreshIfChanged();
        QuarkusTransaction.requiringNew().run(() -> assertThat(Tagging.current().proposedRevision)
                .isEqualTo(Revision.current().number()));
        assertThat(proposals.refreshIfChanged()).as("nothing has changed").isFalse();
    }
}
