package sulan.digest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was written is read as it was, whatever it is. */
class DigestRoundTripProperties {

    @Property(tries = 1500, seed = "20230920")
    void anyDigest(@ForAll("digests") Digest digest) {
        DigestReader.Reading reading = new DigestReader().read(new DigestWriter().write(digest));

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.digest()).isEqualTo(digest);
    }

    @Property(tries = 300, seed = "20230920")
    void whatIsWrittenTwiceIsTheSame(@ForAll("digests") Digest digest) {
        String document = new DigestWriter().write(digest);

        assertThat(new DigestWriter().write(new DigestReader().read(document).digest())).isEqualTo(document);
    }

    @Provide
    Arbitrary<Digest> digests() {
        return DigestArbitraries.digests();
    }
}
