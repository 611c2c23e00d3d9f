package sulan.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import sulan.search.IndexNotReadyException;
import sulan.search.InvalidQueryException;
import sulan.search.SlowQueryException;

/**
 * Errors as readers see them: as a page, as a notice within the page if htmx asked, or as JSON at the addresses of twins. What
 * is told says what can be done; what happened inside goes to the log only.
 */
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);
    /** What is told with a 405. The framework does not say which methods there are; pages and twins are all read only. */
    private static final Response READ_ONLY = Response.status(405).header(HttpHeaders.ALLOW, "GET, HEAD").build();
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Set<String> TWINS = Arrays.stream(Twin.values()).map(Twin::extension)
            .collect(Collectors.toUnmodifiableSet());

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance error(Problem problem);

        static native TemplateInstance error$notice(Problem problem);
    }

    @ServerExceptionMapper
    Response invalidQuery(InvalidQueryException e, UriInfo uri, HttpHeaders headers) {
        ProblemMessages texts = Language.ofReader().textsOf(ProblemMessages.class);
        String name = texts.parameter(e.parameter());
        List<MissingException.Way> ways = new ArrayList<>();
        ways.add(new MissingException.Way(texts.errorWithout(name), without(e.parameter(), uri)));
        ways.add(new MissingException.Way(texts.missingPapers(), "/papers"));
        return answer(new Problem(400, texts.errorInvalid(name, e.parameter()), help(e, texts), ways), null, uri, headers);
    }

    private static String help(InvalidQueryException e, ProblemMessages texts) {
        List<String> values = e.values();
        return switch (e.reason()) {
            case WORDS_TOO_LONG -> texts.invalidWordsTooLong(values.get(0));
            case TOO_MANY_CONDITIONS -> texts.invalidTooManyConditions(values.get(0));
            case TOO_MANY_TAGS -> texts.invalidTooManyTags(values.get(0));
            case SIZE_OUT_OF_RANGE -> texts.invalidSize(values.get(0));
            case PAGE_OUT_OF_RANGE -> texts.invalidPage(values.get(0), values.get(1), values.get(2));
            case DATES_REVERSED -> texts.invalidDates();
            case NO_DATE -> texts.invalidDate(values.get(0));
            case NO_RATING -> texts.invalidRating(values.get(0));
            case NO_FLAG -> texts.invalidFlag(values.get(0));
            case NO_NUMBER -> texts.invalidNumber(values.get(0));
            case NO_SUCH_ORDER -> texts.invalidOrder(values.get(0), values.get(1));
            case NO_SUCH_SPAN -> Language.ofReader().textsOf(TrendMessages.class).invalidSpan(values.get(0), values.get(1));
            case TOO_MANY_PAPERS -> Language.ofReader().textsOf(ReadingMessages.class).tooManyPapers(values.get(0));
            case NO_PAPER_ID -> Language.ofReader().textsOf(ReadingMessages.class).noPaperId(values.get(0));
        };
    }

    @ServerExceptionMapper
    Response indexNotReady(IndexNotReadyException e, UriInfo uri, HttpHeaders headers) {
        ProblemMessages texts = Language.ofReader().textsOf(ProblemMessages.class);
        List<MissingException.Way> ways = List.of(retry(uri), new MissingException.Way(texts.errorStatus(), "/status"));
        Response unavailable = Response.status(503).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
        return answer(new Problem(503, texts.errorIndexing(), texts.errorIndexingHelp(), ways), unavailable, uri, headers);
    }

    @ServerExceptionMapper
    Response slowQuery(SlowQueryException e, UriInfo uri, HttpHeaders headers) {
        LOG.warnf("%s took too long: %s", uri.getRequestUri(), e.getMessage());
        ProblemMessages texts = Language.ofReader().textsOf(ProblemMessages.class);
        List<MissingException.Way> ways = new ArrayList<>(
                List.of(retry(uri), new MissingException.Way(texts.missingPapers(), "/papers")));
        boolean hasWords = uri.getQueryParameters().containsKey("q");
        if (hasWords) {
            ways.add(0, new MissingException.Way(texts.errorWithout(texts.parameter("q")), without("q", uri)));
        }
        return answer(new Problem(503, texts.errorSlow(), hasWords ? texts.errorSlowHelp() : texts.errorSlowRetry(), ways),
                null, uri, headers);
    }

    @ServerExceptionMapper
    Response missing(MissingException e, UriInfo uri, HttpHeaders headers) {
        return answer(new Problem(404, e.heading(), e.getMessage(), e.ways()), null, uri, headers);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo uri, HttpHeaders headers) {
        Response given = e instanceof NotAllowedException ? READ_ONLY : e.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        if (given.getStatus() >= 500) {
            return failed(e, uri, headers);
        }
        ProblemMessages texts = Language.ofReader().textsOf(ProblemMessages.class);
        Problem problem = switch (given.getStatus()) {
            case 404 -> new Problem(404, texts.errorNotFound(), texts.errorNotFoundHelp(), home());
            case 406 -> new Problem(406, texts.errorNotAcceptable(), texts.errorNotAcceptableHelp(), twin(uri));
            case 405 -> new Problem(405, texts.errorNotAllowed(), texts.errorNotAllowedHelp(), home());
            default -> new Problem(given.getStatus(), texts.errorRefused(), texts.errorRefusedHelp(), home());
        };
        return answer(problem, given, uri, headers);
    }

    @ServerExceptionMapper
    Response failed(Throwable e, UriInfo uri, HttpHeaders headers) {
        LOG.errorf(e, "%s could not be answered", uri.getRequestUri());
        ProblemMessages texts = Language.ofReader().textsOf(ProblemMessages.class);
        List<MissingException.Way> ways = new ArrayList<>(home());
        ways.add(0, retry(uri));
        return answer(new Problem(500, texts.errorFailed(), texts.errorFailedHelp(), ways), null, uri, headers);
    }

    private static MissingException.Way retry(UriInfo uri) {
        return new MissingException.Way(Language.ofReader().textsOf(ProblemMessages.class).errorRetry(),
                address(uri, uri.getRequestUri().getRawQuery()));
    }

    static boolean isTwin(String path) {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && TWINS.contains(path.substring(dot + 1));
    }

    private static List<MissingException.Way> home() {
        ProblemMessages texts = Language.ofReader().textsOf(ProblemMessages.class);
        return List.of(new MissingException.Way(texts.errorHome(), "/"),
                new MissingException.Way(texts.missingCalendar(), "/days"),
                new MissingException.Way(texts.missingPapers(), "/papers"));
    }

    /** Pages and their twins in JSON are all that there is. */
    private static List<MissingException.Way> twin(UriInfo uri) {
        String path = uri.getRequestUri().getRawPath();
        String twin = (path.equals("/") ? "/index" : path) + ".json";
        List<MissingException.Way> ways = new ArrayList<>(home());
        ways.add(0, new MissingException.Way(Language.ofReader().textsOf(ProblemMessages.class).errorToTwin(twin), twin));
        return ways;
    }

    /** @param given whose headers are kept, such as the methods that are allowed; or {@code null} */
    private static Response answer(Problem problem, Response given, UriInfo uri, HttpHeaders headers) {
        Response.ResponseBuilder answer = given == null ? Response.status(problem.status()) : Response.fromResponse(given);
        if (isTwin(uri.getPath())) {
            return answer.entity(json(problem, Language.ofReader().textsOf(ProblemMessages.class)))
                    .type(MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.VARY, Htmx.LANGUAGES).build();
        }
        return Htmx.error(headers, answer, () -> Templates.error(problem), () -> Templates.error$notice(problem));
    }

    /** A problem as programs are told of it. */
    static Map<String, Object> json(Problem problem, ProblemMessages texts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", problem.status());
        json.put("error", Response.Status.fromStatusCode(problem.status()).getReasonPhrase());
        json.put("message", texts.said(problem.heading(), problem.message()));
        json.put("ways", problem.ways());
        return json;
    }

    /** The address that was asked for, without one of its parameters. */
    private static String without(String parameter, UriInfo uri) {
        StringJoiner rest = new StringJoiner("&");
        uri.getQueryParameters().forEach((name, values) -> {
            if (!name.equals(parameter)) {
                values.forEach(value -> rest.add(Links.encoded(name) + "=" + Links.encoded(value)));
            }
        });
        return address(uri, rest.toString());
    }

    private static String address(UriInfo uri, String parameters) {
        String path = uri.getRequestUri().getRawPath();
        return parameters == null || parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
