package sulan.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What those are told who have to come back later, each text made once: it is said most when there is no time for anything.
 */
@ApplicationScoped
class Busy {

    private enum Form {
        PAGE,
        NOTICE,
        JSON
    }

    private record Text(int status, Form form, Language language) {
    }

    private final ObjectMapper json;
    private final Map<Text, Buffer> texts = new ConcurrentHashMap<>();

    Busy(ObjectMapper json) {
        this.json = json;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance busy(Problem problem, Language language);

        static native TemplateInstance busy$notice(Problem problem, Language language);
    }

    /** @param seconds after which it is worth trying again */
    void answer(RoutingContext context, int status, long seconds) {
        boolean isTwin = Errors.isTwin(context.request().path());
        boolean isFragment = Htmx.asksForFragment(context.request()::getHeader);
        HttpServerResponse response = context.response().setStatusCode(status)
                .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, Htmx.LANGUAGES)
                .putHeader(HttpHeaders.CONTENT_TYPE, isTwin ? "application/json" : "text/html;charset=UTF-8");
        if (isFragment) {
            Htmx.NOTICE.forEach(response::putHeader);
        }
        Form form = isTwin ? Form.JSON : isFragment ? Form.NOTICE : Form.PAGE;
        response.end(texts.computeIfAbsent(new Text(status, form, Language.ofReader(context)), this::made));
    }

    private Buffer made(Text text) {
        ProblemMessages texts = text.language.textsOf(ProblemMessages.class);
        Problem problem = text.status == 429 ? new Problem(429, texts.errorTooMany(), texts.errorTooManyHelp(), List.of())
                : new Problem(503, texts.errorBusy(), texts.errorBusyHelp(), List.of());
        return Buffer.buffer(switch (text.form) {
            case PAGE -> Templates.busy(problem, text.language).setLocale(text.language.locale()).render();
            case NOTICE -> Templates.busy$notice(problem, text.language).setLocale(text.language.locale()).render();
            case JSON -> json(problem, texts);
        });
    }

    private String json(Problem problem, ProblemMessages texts) {
        try {
            return json.writeValueAsString(Errors.json(problem, texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
