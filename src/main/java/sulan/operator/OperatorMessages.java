package sulan.operator;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import sulan.archive.AuditEntry;
import sulan.tag.MergeProposal;

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

    String loginNeeded();

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

    @Message
    String action(AuditEntry.Action action);

    String auditLogin(String client);

    String auditLogout();

    String auditLoginFailed(String client);

    // Proposed merges
    String proposalsTitle();

    String proposalsNone();

    String proposalNumber(int number, int open);

    String proposalFrom();

    String proposalInto();

    String proposalWhy();

    @Message
    String reason(MergeProposal.Kind kind);

    String proposalNoPapers();

    String proposalAccept();

    String proposalDecline();

    String proposalNext();

    String proposalPrevious();

    String proposalAccepted();

    String proposalDeclined();

    String auditMerged(String from, String into);

    String auditDeclined(String from, String into);

    // Tags
    String tagsTitle();

    String tagsProposals(long count);

    String tagsFind();

    String tagsFindGo();

    String tagsFound(int count);

    String mergeTitle();

    String mergeHelp();

    String mergeFrom();

    String mergeInto();

    String mergeGo();

    String mergesTitle();

    String mergesNone();

    String mergesOfTag();

    String mergedBy(String who);

    String mergeUndo();

    String aliasesTitle();

    String aliasesNone();

    String aliasesOfTag();

    String aliasRemove();

    String aliasSpelling();

    String aliasAdd();

    String aliasCandidates();

    String tagMergedInto(String slug);

    String tagPublic();

    String renameTitle();

    String renameEn();

    String renameZh();

    String renameGo();

    String mergeTag();

    String merged(String from, String into);

    String undone(String from);

    String renamed();

    String aliasAdded(String spelling);

    String aliasRemoved(String spelling);

    String names(String en, String zh);

    String auditUndone(String from);

    String auditRenamed(String before, String after);

    String auditAliasAdded(String spelling, String slug);

    String auditAliasRemoved(String spelling, String slug);

    // Index and backup
    String maintenanceTitle();

    String rebuildTitle();

    String rebuildHelp();

    String rebuildGo();

    String rebuildAsked();

    String rebuildPending();

    String auditRebuild();

    String backupTitle();

    String backupHelp();

    String backupGo();

    String backupInMemory();

    String backupPostgres();

    String backupFailed();

    String auditBackup();
}
