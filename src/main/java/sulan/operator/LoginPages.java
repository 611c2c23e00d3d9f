package sulan.operator;

import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.vertx.ext.web.RoutingContext;
import sulan.archive.AuditEntry.Action;
import sulan.web.Language;

/** Logging in, and out again. */
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class LoginPages {

    private final IdentityProviderManager identities;
    private final LoginThrottle throttle;
    private final Sessions sessions;
    private final Audit audit;
    private final RoutingContext context;

    LoginPages(IdentityProviderManager identities, LoginThrottle throttle, Sessions sessions, Audit audit,
            RoutingContext context) {
        this.identities = identities;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.context = context;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance login(LoginForm form);
    }

    /**
     * @param name as it was given; empty at first
     * @param problem why the last attempt failed; {@code null} if there was none
     */
    record LoginForm(String name, Destination to, String problem) {
    }

    @GET
    @Path("/login")
    public Response form(@RestQuery String to) {
        return page(Response.ok(), new LoginForm("", Destination.of(to), null));
    }

    @POST
    @Path("/login")
    @Transactional
    public Response logIn(@RestForm String name, @RestForm String password, @RestForm String to) {
        String client = context.request().remoteAddress().hostAddress();
        LoginForm form = new LoginForm(name == null ? "" : name, Destination.of(to), null);
        Optional<Duration> pause = throttle.admit(client);
        if (pause.isPresent()) {
            return slowDown(form, pause.get());
        }
        Optional<SecurityIdentity> operator = operator(form.name, password);
        if (operator.isEmpty()) {
            audit.note(null, Action.LOGIN_FAILED, client, Audit.texts(OperatorMessages.class).auditLoginFailed(client));
            return page(Response.status(401), new LoginForm(form.name, form.to, texts().loginWrong()));
        }
        throttle.succeeded(client);
        sessions.begin(operator.get(), context);
        audit.note(operator.get().getPrincipal().getName(), Action.LOGIN, client,
                Audit.texts(OperatorMessages.class).auditLogin(client));
        return Redirect.to(form.to.address());
    }

    private Response slowDown(LoginForm form, Duration pause) {
        long seconds = pause.plusMillis(999).toSeconds();
        String problem = seconds < 60 ? texts().loginTooManySeconds(seconds) : texts().loginTooManyMinutes((seconds + 59) / 60);
        return page(Response.status(429).header(HttpHeaders.RETRY_AFTER, seconds),
                new LoginForm(form.name, form.to, problem));
    }

    private Optional<SecurityIdentity> operator(String name, String password) {
        try {
            return password == null ? Optional.empty()
                    : Optional.of(identities.authenticateBlocking(new UsernamePasswordAuthenticationRequest(name,
                            new PasswordCredential(password.toCharArray()))));
        } catch (AuthenticationFailedException e) {
            return Optional.empty();
        }
    }

    @POST
    @Path("/logout")
    @Authenticated
    @Transactional
    public Response logOut() {
        sessions.end(context);
        audit.note(Action.LOGOUT, audit.who(), Audit.texts(OperatorMessages.class).auditLogout());
        return Redirect.to(Destination.LOGIN, texts().loggedOut());
    }

    private static Response page(Response.ResponseBuilder answer, LoginForm form) {
        return answer.entity(Templates.login(form).render()).build();
    }

    private static OperatorMessages texts() {
        return Language.texts(OperatorMessages.class);
    }
}
