package sulan.operator;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import sulan.web.Language;

/**
 * Knows the operator by the session, and sends everyone else to the login page: browsers by a redirect, htmx by a header that
 * leads the whole page there, programs by an answer in JSON. The login itself is in {@link LoginPages}.
 */
@ApplicationScoped
class OperatorAuthentication implements HttpAuthenticationMechanism {

    private final Sessions sessions;
    private final BlockingSecurityExecutor blocking;

    OperatorAuthentication(Sessions sessions, BlockingSecurityExecutor blocking) {
        this.sessions = sessions;
        this.blocking = blocking;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (!Sessions.isClaimed(context)) {
            return Uni.createFrom().nullItem();
        }
        return blocking.executeBlocking(() -> sessions.of(context))
                .onItem().ifNotNull().transformToUni(session -> identify(session, context, identities));
    }

    private Uni<SecurityIdentity> identify(RestoreResult session, RoutingContext context, IdentityProviderManager identities) {
        AuthenticationRequest operator = HttpSecurityUtils.setRoutingContextAttribute(
                new TrustedAuthenticationRequest(session.getPrincipal()), context);
        return identities.authenticate(operator)
                .invoke(identity -> sessions.prolong(identity, context, session))
                // an operator of another name, from before a change of the settings
                .onFailure(AuthenticationFailedException.class).recoverWithNull();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return getChallenge(context).map(new ChallengeSender(context)).map(sent -> {
            if (isForProgram(context)) {
                context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                        .end(unauthorized(context));
            }
            return sent;
        });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        ChallengeData challenge;
        if (isForProgram(context)) {
            challenge = new ChallengeData(401, null, null);
        } else if (isFromHtmx(context)) {
            challenge = new ChallengeData(401, "HX-Redirect",
                    Destination.ofPage(context.request().getHeader("HX-Current-URL")).login());
        } else {
            // what was to be changed is not done by coming back to it
            boolean isPage = context.request().method() == HttpMethod.GET;
            challenge = new ChallengeData(302, HttpHeaders.LOCATION,
                    Destination.of(isPage ? context.request().uri() : null).login());
        }
        return Uni.createFrom().item(challenge);
    }

    private static boolean isForProgram(RoutingContext context) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        return context.request().path().endsWith(".json")
                || accepted != null && accepted.contains("application/json") && !accepted.contains("text/html");
    }

    private static String unauthorized(RoutingContext context) {
        OperatorMessages texts = Language.ofReader(context).textsOf(OperatorMessages.class);
        return new JsonObject().put("status", 401).put("error", "Unauthorized").put("message", texts.loginNeeded())
                .put("ways", JsonArray.of(new JsonObject().put("text", texts.loginGo()).put("address", Destination.LOGIN)))
                .encode();
    }

    private static boolean isFromHtmx(RoutingContext context) {
        return "true".equals(context.request().getHeader("HX-Request"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TrustedAuthenticationRequest.class);
    }
}
