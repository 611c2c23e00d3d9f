package sulan.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;

/**
 * By what a client knows whether it has an answer already (RFC 9110, sections 8.8 and 13).
 *
 * @param tag the strong entity tag, in quotes: made from the bytes as they go out, so that it is another one for each encoding
 *        and language, and stays the same as long as the answer does, whatever else of the archive changes
 * @param modified when the archive, or the portal, last changed; {@code null} if it is not to be told
 */
record Validator(String tag, Instant modified) {

    private static final int BYTES = 12;

    /** @param language {@code null} if there is but one; a fragment without a word is still in one of them */
    static Validator of(byte[] answer, Encoding encoding, String language, Instant modified) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) encoding.ordinal());
            digest.update(language == null ? new byte[0] : language.getBytes(StandardCharsets.UTF_8));
            byte[] hash = Arrays.copyOf(digest.digest(answer), BYTES);
            return new Validator('"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"', modified);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** {@code Last-Modified}, of whole seconds; {@code null} if it is not to be told. */
    String date() {
        return modified == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atZone(ZoneOffset.UTC));
    }

    /**
     * Whether a client has this answer. Tags go before a date.
     *
     * @param tags {@code If-None-Match}; {@code null} if it is not there
     * @param since {@code If-Modified-Since}; {@code null} if it is not there
     * @param tellsDate whether the date may be relied on already
     */
    boolean isKnown(String tags, String since, boolean tellsDate) {
        if (tags != null) {
            // a proxy that compressed what it got marks the tag as weak
            return Arrays.stream(tags.split(",")).map(String::strip)
                    .anyMatch(given -> given.equals("*") || given.endsWith(tag));
        }
        Instant date = date(since);
        return tellsDate && date != null && modified != null && modified.getEpochSecond() <= date.getEpochSecond();
    }

    /** @return {@code null} if there is none, or what is there is no date */
    private static Instant date(String text) {
        try {
            return text == null ? null : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
