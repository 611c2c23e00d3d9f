package sulan.operator;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * Sessions of the operator: the encrypted cookie of Quarkus' form login, with a key that is kept in the archive. So a session
 * outlives a restart of the portal, and ends when the operator logs out or gets another password, even for whoever has a copy
 * of the cookie. Browsers send it to addresses of the operator only, never when another site leads there, and by TLS only if it
 * was given by TLS.
 */
@ApplicationScoped
class Sessions {

    static final String COOKIE = "sulan-operator";
    static final String PATH = "/operator";
    /** A cookie that is older is given anew, so that a session in use does not end. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(10);

    private final OperatorAccount account;
    private final Duration length;
    /** {@code null} until it is needed, and after the key has changed. */
    private volatile PersistentLoginManager manager;

    Sessions(OperatorAccount account, OperatorConfig config) {
        this.account = account;
        this.length = config.session();
    }

    /** Begins a session in the answer to this request. */
    void begin(SecurityIdentity operator, RoutingContext context) {
        manager().save(operator, context, null, context.request().isSSL());
    }

    /** The session that the request belongs to; {@code null} if it has none that holds. May ask the database. */
    RestoreResult of(RoutingContext context) {
        return manager().restore(context);
    }

    /** Prolongs the session if it is about time. */
    void prolong(SecurityIdentity operator, RoutingContext context, RestoreResult session) {
        manager().save(operator, context, session, context.request().isSSL());
    }

    /** Ends all sessions, and takes this client's cookie back. */
    void end(RoutingContext context) {
        synchronized (this) {
            account.endSessions();
            manager = null;
        }
        context.response().addCookie(Cookie.cookie(COOKIE, "").setPath(PATH).setMaxAge(0).setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT).setSecure(context.request().isSSL()));
    }

    static boolean isClaimed(RoutingContext context) {
        return context.request().getCookie(COOKIE) != null;
    }

    private PersistentLoginManager manager() {
        PersistentLoginManager made = manager;
        return made == null ? make() : made;
    }

    private synchronized PersistentLoginManager make() {
        if (manager == null) {
            manager = new PersistentLoginManager(account.sessionKey(), COOKIE, length.toMillis(), RENEWED_AFTER.toMillis(),
                    true,
                    CookieSameSite.STRICT.name(), PATH, length.toSeconds(), null);
        }
        return manager;
    }
}
