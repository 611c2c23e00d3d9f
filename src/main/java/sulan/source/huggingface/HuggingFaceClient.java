package sulan.source.huggingface;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

/** Makes one call, and makes an exception of all that is no list. */
@ApplicationScoped
class HuggingFaceClient {

    private final DailyPapersApi api;
    private final long largestAnswer;
    private final Quota quota;
    private final Clock clock;

    HuggingFaceClient(HuggingFaceConfig config, Quota quota, Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        api = QuarkusRestClientBuilder.newBuilder().baseUri(config.url())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                // closes what the guard has given up
                .readTimeout(config.timeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
                .userAgent("Sulan/" + version).enableCompression(true)
                // a status is told apart here
                .disableDefaultMapper(true)
                .build(DailyPapersApi.class);
        largestAnswer = config.largestAnswer().asLongValue();
        this.quota = quota;
        this.clock = clock;
    }

    /** One page of a day's list. */
    Answer page(LocalDate date, int limit, int page) throws HuggingFaceException {
        quota.check();
        try (Response response = api.list(date, limit, page)) {
            Instant nextCall = RateLimitHeaders.nextCall(response.getStatus(), response::getHeaderString, clock.instant());
            quota.heed(nextCall);
            if (response.getStatus() != Response.Status.OK.getStatusCode()) {
                throw HuggingFaceException.status(response.getStatus(), nextCall);
            }
            return Answer.read(body(response));
        } catch (UnreadableAnswerException e) {
            throw HuggingFaceException.unreadable(e);
        } catch (IOException | RuntimeException e) {
            // the REST client lets pass what Vert.x throws when a connection breaks or bytes cannot be uncompressed
            throw HuggingFaceException.unreachable(e);
        }
    }

    private byte[] body(Response response) throws IOException, HuggingFaceException {
        try (InputStream body = response.readEntity(InputStream.class)) {
            byte[] content = body.readNBytes((int) Math.min(largestAnswer + 1, Integer.MAX_VALUE));
            if (content.length > largestAnswer) {
                throw HuggingFaceException.tooLarge(largestAnswer);
            }
            return content;
        }
    }
}
