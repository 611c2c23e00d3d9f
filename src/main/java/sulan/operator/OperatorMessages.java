package sulan.operator;

import io.quarkus.qute.i18n.MessageBundle;
import sulan.archive.AuditEntry;

/** The texts of the operator's pages; {@code messages/operator_zh.properties} has them in Chinese. */
@MessageBundle("operator")
public interface OperatorMessages {

    // The frame of every page
    String section();

    String nav();

    String navStart();

    String navTags();

    String navMaintenance();

    String navAudit();

    String logOut();

    // Login
    String loginTitle();

    String loginName();

    String loginPassword();

    String loginGo();

    String loginHelp();

    String loginWrong();

    String loginTooManySeconds(long seconds);

    String loginTooManyMinutes(long minutes);

    String loggedOut();

    String tokenTitle();

    String tokenHelp();

    String tokenBack();

    // What needs attention
    String startTitle();

    String startNothing();

    String startProposals(long count);

    String startRefused(long count);

    String startFailures(long count);

    // The audit log
    String auditTitle();

    String auditHelp();

    String auditEmpty();

    String auditAt();

    String auditWho();

    String auditAction();

    String auditSentence();

    String auditStranger();

    String action(AuditEntry.Action action);

    String auditLogin(String client);

    String auditLogout();

    String auditLoginFailed(String client);
}
