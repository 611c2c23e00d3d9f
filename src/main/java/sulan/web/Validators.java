package sulan.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.Revision;

/**
 * Spares clients what they have already (RFC 9110). Whatever was answered may be kept, but is asked for again each time; if it
 * is still the same, the answer is 304 and empty.
 * <ul>
 * <li>The ETag is made from the bytes of the answer and its language, so it is right whatever they were made from. It is weak,
 * because the same
 * answer can go out compressed.
 * <li>Last-Modified is when the archive changed, or when the portal was started if that was later: another version may show the
 * same archive otherwise. It is left out where it could mislead: at {@code /status}, which shows more than the archive, and for
 * the first seconds after a change, because it counts whole seconds.
 * <li>Errors and redirects have neither, nor have the operator's pages, which nobody may keep.
 * </ul>
 */
class Validators {

    private static final Duration UNSETTLED = Duration.ofSeconds(2);

    private final ObjectMapper json;
    private final Clock clock;
    private final Instant started;

    Validators(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
        this.started = clock.instant();
    }

    @ServerResponseFilter
    void validate(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (request.getUriInfo().getPath().matches("/?operator(/.*)?")) {
            return;
        }
        if (response.getStatus() == 200 && response.hasEntity()) {
            byte[] body = bytes(response.getEntity());
            String tag = tag(body, response.getHeaderString(HttpHeaders.CONTENT_LANGUAGE));
            Instant modified = modified(request);
            if (isKnown(request, tag, modified)) {
                response.setStatus(304);
                response.setEntity(null);
            } else {
                response.setEntity(body, response.getEntityAnnotations(), type(response));
            }
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            if (modified != null) {
                response.getHeaders().putSingle(HttpHeaders.LAST_MODIFIED, Date.from(modified));
            }
            String vary = response.getHeaderString(HttpHeaders.VARY);
            response.getHeaders().putSingle(HttpHeaders.VARY,
                    (vary == null ? "" : vary + ", ") + HttpHeaders.ACCEPT_ENCODING);
        }
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private byte[] bytes(Object entity) throws JsonProcessingException {
        return entity instanceof byte[] bytes ? bytes
                : entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(entity);
    }

    private static MediaType type(ContainerResponseContext response) {
        return response.getMediaType() != null ? response.getMediaType()
                : MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    }

    /** @param language {@code null} if there is but one; a fragment without a word is still in one of them */
    private static String tag(byte[] body, String language) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(language == null ? new byte[0] : language.getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(body);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return {@code null} if it is not to be told */
    private Instant modified(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().matches("/?status(\\.json)?")) {
            return null;
        }
        Instant changed = QuarkusTransaction.joiningExisting().call(Revision::current).changedAt();
        Instant modified = changed.isBefore(started) ? started : changed;
        return modified.isBefore(clock.instant().minus(UNSETTLED)) ? modified : null;
    }

    /** A list of tags goes before a date. */
    private static boolean isKnown(ContainerRequestContext request, String tag, Instant modified) {
        String tags = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            String opaque = tag.substring("W/".length());
            return Arrays.stream(tags.split(",")).map(String::strip)
                    .anyMatch(given -> given.equals("*") || given.endsWith(opaque));
        }
        Instant since = since(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return since != null && modified != null && modified.getEpochSecond() <= since.getEpochSecond();
    }

    /** @return {@code null} if there is none, or what is there is no date */
    private static Instant since(String date) {
        try {
            return date == null ? null : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
