package sulan.source.huggingface;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

/**
 * The small pictures that Hugging Face makes of papers. They are fetched here, so that a reader's browser asks nobody else.
 * Blocks the thread for the time of a call. A call is made once, and not guarded: whoever wants a picture asks again some other
 * day.
 */
@ApplicationScoped
public class ThumbnailSource {

    private final HuggingFaceConfig config;
    private final String userAgent;

    ThumbnailSource(HuggingFaceConfig config, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.config = config;
        this.userAgent = "Sulan/" + version;
    }

    interface Api extends Closeable {

        @GET
        Response get();
    }

    /** Whether any pictures are fetched at all. */
    public boolean isEnabled() {
        return config.enabled() && config.thumbnails().isPresent();
    }

    /** Whether a picture at this address may be fetched: lists come from elsewhere, and must not send the portal anywhere. */
    public boolean serves(String address) {
        return isEnabled() && address.startsWith(config.thumbnails().get() + "/") && !address.contains("..");
    }

    /**
     * The picture, made small.
     *
     * @param address one that is {@linkplain #serves served}
     * @return a JPEG of at most {@value Thumbnail#WIDTH} pixels in width
     * @throws HuggingFaceException if it cannot be had
     * @throws IOException if it is no picture that can be read
     */
    public byte[] fetch(String address) throws HuggingFaceException, IOException {
        try (Api api = QuarkusRestClientBuilder.newBuilder().baseUri(URI.create(address))
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .userAgent(userAgent).disableDefaultMapper(true).build(Api.class)) {
            return Thumbnail.jpeg(picture(api));
        }
    }

    private byte[] picture(Api api) throws HuggingFaceException {
        long most = config.largestAnswer().asLongValue();
        try (Response response = api.get(); InputStream body = response.readEntity(InputStream.class)) {
            if (response.getStatus() != Response.Status.OK.getStatusCode()) {
                throw HuggingFaceException.status(response.getStatus(), null);
            }
            byte[] picture = body.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
            if (picture.length > most) {
                throw HuggingFaceException.tooLarge(most);
            }
            return picture;
        } catch (IOException | RuntimeException e) {
            throw HuggingFaceException.unreachable(e);
        }
    }
}
