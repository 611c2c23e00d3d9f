package sulan.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A browser of the operator's: it keeps cookies, and sends the token of the page along with each change. */
public final class OperatorSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();
    /** {@code null} for the application under test. */
    private final String root;
    private String token;

    private OperatorSession(String root) {
        this.root = root;
    }

    /** One that is not logged in. */
    public static OperatorSession stranger() {
        return new OperatorSession(null);
    }

    /** One that is not logged in, at another portal. */
    public static OperatorSession strangerAt(String root) {
        return new OperatorSession(root);
    }

    /** One that has just logged in. */
    public static OperatorSession loggedIn() {
        OperatorSession session = new OperatorSession(null);
        Response answer = session.logIn("operator", password());
        assertThat(answer.statusCode()).isEqualTo(303);
        return session;
    }

    /** The password of the tests. */
    public static String password() {
        return ConfigProvider.getConfig().getValue("sulan.operator.password", String.class);
    }

    /** Opens the login page, fills it in and sends it. */
    public Response logIn(String name, String password) {
        get("/operator/login");
        return post("/operator/login", "name", name, "password", password);
    }

    /** A request with the cookies; whoever sends it cares for the rest. */
    public RequestSpecification request() {
        RequestSpecification request = given().redirects().follow(false).cookies(cookies);
        return root == null ? request : request.baseUri(root);
    }

    /** Opens a page; its token is used from then on. */
    public Response get(String address) {
        Response answer = kept(request().urlEncodingEnabled(false).when().get(address));
        Matcher found = TOKEN.matcher(String.valueOf(answer.contentType()).startsWith("text/html") ? answer.asString() : "");
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    /** Sends a form, with the token. Redirects are not followed. */
    public Response post(String address, String... namesAndValues) {
        if (token == null && cookies.containsKey(Sessions.COOKIE)) {
            get("/operator");
        }
        RequestSpecification form = request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        if (token != null) {
            form.formParam("csrf-token", token);
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.formParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return kept(form.when().post(address));
    }

    /** Sends a form and opens the page that the answer leads to. */
    public Response change(String address, String... namesAndValues) {
        Response answer = post(address, namesAndValues);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return get(answer.header("Location").replaceFirst("^https?://[^/]+", ""));
    }

    /** The cookies that are kept, by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** The token of the page that was opened last; {@code null} if none was. */
    public String token() {
        return token;
    }

    private Response kept(Response answer) {
        answer.detailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return answer;
    }
}
