package sulan.operator;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import sulan.archive.Operator;

/**
 * Sees to it at each start that there is one operator, with the name and the password of the settings. If no password was ever
 * set, one is made and told in the log, once.
 */
@ApplicationScoped
class OperatorAccount {

    private static final Logger LOG = Logger.getLogger(OperatorAccount.class);
    private static final int PASSWORD_BYTES = 15;
    private static final int KEY_BYTES = 32;

    private final OperatorConfig config;
    private final Clock clock;
    private final ManagedExecutor executor;
    private final SecureRandom random = new SecureRandom();
    private CompletableFuture<Void> ensured;

    OperatorAccount(OperatorConfig config, Clock clock, ManagedExecutor executor) {
        this.config = config;
        this.clock = clock;
        this.executor = executor;
    }

    /** Beside all else: to compare a password is slow on purpose, and slowest when the portal has just started. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        ensured = executor.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> ensure(config.name(), config.password().filter(password -> !password.isBlank()))));
    }

    void started(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        ensured.join();
    }

    @Transactional
    void ensure(String name, Optional<String> wanted) {
        Operator operator = Operator.findById(name);
        if (operator == null) {
            operator = new Operator();
            operator.name = name;
            String password = wanted.orElseGet(() -> random(PASSWORD_BYTES));
            set(operator, password);
            operator.persist();
            if (wanted.isEmpty()) {
                LOG.warnf("Log in at /operator as \"%s\" with the password %s (made now, and not shown again)."
                        + " To choose another, set SULAN_OPERATOR_PASSWORD and start again.", name, password);
            }
        } else if (wanted.isPresent() && !BcryptUtil.matches(wanted.get(), operator.password)) {
            set(operator, wanted.get());
            LOG.infof("The password of \"%s\" is now the one of the setting sulan.operator.password", name);
        }
        // whoever had another name before can no longer log in; last, because nobody else can write from here on
        Operator.delete("name != ?1", name);
    }

    private void set(Operator operator, String password) {
        operator.password = BcryptUtil.bcryptHash(password);
        operator.changedAt = clock.instant();
        operator.sessionKey = random(KEY_BYTES);
    }

    /** Ends all sessions. When it returns, that is written. */
    @Transactional(TxType.REQUIRES_NEW)
    void endSessions() {
        Operator.<Operator> findById(config.name()).sessionKey = random(KEY_BYTES);
    }

    /** What sessions are encrypted with. */
    @Transactional
    String sessionKey() {
        return Operator.<Operator> findById(config.name()).sessionKey;
    }

    private String random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
