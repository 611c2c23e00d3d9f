package sulan.source.llm;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

import io.quarkiverse.langchain4j.openai.common.OpenAiRestApi;

/**
 * Makes an {@link ErrorAnswer} of each error that the endpoint answers. The extension's own mapper drops the headers and has no
 * setting for another one, so that this one comes before it: as a listener (registered in {@code META-INF/services}) it is told
 * of each REST client that is built.
 */
public class ErrorAnswers implements RestClientListener, ResponseExceptionMapper<ErrorAnswer> {

    @Override
    public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
        if (serviceInterface == OpenAiRestApi.class) {
            builder.register(this);
        }
    }

    /** Before the extension's mapper, which has the default. */
    @Override
    public int getPriority() {
        return ResponseExceptionMapper.super.getPriority() - 1000;
    }

    @Override
    public ErrorAnswer toThrowable(Response response) {
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            return null;
        }
        return ErrorAnswer.of(response.getStatus(), body(response), response.getHeaderString(HttpHeaders.RETRY_AFTER),
                response.getHeaderString("retry-after-ms"));
    }

    private static String body(Response response) {
        try {
            return response.readEntity(String.class);
        } catch (ProcessingException | IllegalStateException e) {
            return null;
        }
    }
}
