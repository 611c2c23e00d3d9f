package sulan.operator;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * How much may be sent. Only the upload takes as much as the setting of the whole portal allows; what is sent to any other
 * address is a form at most. What is too large is answered with a page that says so, before it is read.
 */
@ApplicationScoped
class BodyLimit {

    static final long OF_FORMS = 2 << 20;

    /** Before the limit of the whole portal, which says nothing. */
    private static final int ORDER = -100;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    /** A client that goes on sending all the same is listened to so long, to be able to read the answer. */
    private static final long LISTENED_TO = 256L << 20;

    private final long ofUploads;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofUploads) {
        this.ofUploads = ofUploads.asLongValue();
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance tooLarge(long megabytes);
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext context) {
        long most = context.request().path().equals(UploadPages.PATH) ? ofUploads : OF_FORMS;
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > most) {
            refuse(context, most);
            return;
        }
        if (length == null && context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            // it is counted while it is read
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
        }
        context.next();
    }

    private static void refuse(RoutingContext context, long most) {
        HttpServerRequest request = context.request();
        long[] read = { 0 };
        request.handler(part -> {
            read[0] += part.length();
            if (read[0] > LISTENED_TO) {
                request.connection().close();
            }
        });
        request.endHandler(end -> request.connection().close());
        request.resume();
        context.response().setStatusCode(413).putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CONNECTION, "close").putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Templates.tooLarge(most >> 20).render());
    }
}
