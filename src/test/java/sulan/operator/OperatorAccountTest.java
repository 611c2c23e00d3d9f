package sulan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.archive.Operator;

/** What becomes of the operator at a start. */
@QuarkusTest
class OperatorAccountTest {

    @Inject
    OperatorAccount account;

    @AfterEach
    void asItWas() {
        account.ensure("operator", Optional.of(OperatorSession.password()));
    }

    @Test
    void start_with_the_same_password() {
        Operator before = operator("operator");
        account.ensure("operator", Optional.of(OperatorSession.password()));
        assertThat(operator("operator").password).isEqualTo(before.password).startsWith("$2a$");
        assertThat(operator("operator").sessionKey).isEqualTo(before.sessionKey);
    }

    @Test
    void start_with_another_password() {
        Operator before = operator("operator");
        account.ensure("operator", Optional.of("another"));
        assertThat(BcryptUtil.matches("another", operator("operator").password)).isTrue();
        assertThat(operator("operator").sessionKey).isNotEqualTo(before.sessionKey);
    }

    @Test
    void start_without_a_password() {
        Operator before = operator("operator");
        account.ensure("operator", Optional.empty());
        assertThat(operator("operator").password).isEqualTo(before.password);
    }

    @Test
    void start_with_another_name() {
        account.ensure("wang", Optional.empty());
        assertThat(operator("operator")).isNull();
        assertThat(operator("wang").password).startsWith("$2a$");
    }

    private static Operator operator(String name) {
        return QuarkusTransaction.requiringNew().call(() -> Operator.findById(name));
    }
}
