package sulan.operator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where the operator wanted to go before the login. It comes from outside, so that it is taken only if it is a page of the
 * operator on this host, and cannot lead anywhere else.
 *
 * @param address path and parameters
 */
record Destination(String address) {

    static final String START = "/operator";
    static final String LOGIN = "/operator/login";

    private static final Pattern WITHIN = Pattern.compile("/operator(/[A-Za-z0-9._~%/+:-]*)?(\\?[A-Za-z0-9._~%/+:&=,;-]*)?");
    private static final int LONGEST = 500;

    /** @param given as it came in; {@code null} or anything else leads to the start page */
    static Destination of(String given) {
        boolean isTaken = given != null && given.length() <= LONGEST && WITHIN.matcher(given).matches()
                && !given.contains("/..") && !given.startsWith(LOGIN);
        return new Destination(isTaken ? given : START);
    }

    /** @param page the whole address of a page in the browser; {@code null} or anything else leads to the start page */
    static Destination ofPage(String page) {
        try {
            URI uri = page == null ? null : URI.create(page);
            return of(uri == null ? null : uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException e) {
            return of(null);
        }
    }

    /** The address of the login page that leads on to here. */
    String login() {
        return address.equals(START) ? LOGIN : LOGIN + "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
