package sulan.operator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/** What the layout of the operator's pages shows besides the page: {@code {inject:frame…}}. */
@Named
@RequestScoped
public class Frame {

    private final RoutingContext context;

    Frame(RoutingContext context) {
        this.context = context;
    }

    /** What the last change has to say, once; {@code null} if there is nothing to say. */
    public String flash() {
        Cookie given = context.request().getCookie(Redirect.FLASH);
        if (given == null) {
            return null;
        }
        context.response().addCookie(Cookie.cookie(Redirect.FLASH, "").setPath(Sessions.PATH).setMaxAge(0).setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT));
        try {
            return new String(Base64.getUrlDecoder().decode(given.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
