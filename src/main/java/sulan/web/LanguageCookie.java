package sulan.web;

import java.time.Duration;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/** Keeps the language that a page was asked for in, so that the whole visit stays in it; that is all it says. */
class LanguageCookie {

    private static final Duration KEPT = Duration.ofDays(365);

    @ServerResponseFilter
    void remember(RoutingContext context) {
        set(context);
    }

    static void set(RoutingContext context) {
        if (!Errors.isTwin(context.request().path())) {
            Language.asked(context).ifPresent(language -> context.response()
                    .addCookie(Cookie.cookie(Language.PARAMETER, language.code()).setPath("/").setMaxAge(KEPT.toSeconds())
                            .setSameSite(CookieSameSite.LAX).setHttpOnly(true).setSecure(context.request().isSSL())));
        }
    }
}
