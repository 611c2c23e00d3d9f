package sulan.archive;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.panache.common.Sort;

/** One thing that was done by the operator's pages, or tried there. Written in the transaction of the change; never changed. */
@Entity
public class AuditEntry extends PanacheEntity {

    /** What was done. */
    public enum Action {
        LOGIN,
        LOGOUT,
        LOGIN_FAILED,
        MERGE_ACCEPTED,
        MERGE_DECLINED,
        TAG_MERGED,
        MERGE_UNDONE,
        TAG_RENAMED,
        ALIAS_ADDED,
        ALIAS_REMOVED,
        UPLOADED,
        UPLOAD_CONFIRMED,
        UPLOAD_DISCARDED,
        OVERVIEW_EDITED,
        EDIT_WITHDRAWN,
        PAPER_HIDDEN,
        PAPER_SHOWN,
        INDEX_REBUILD,
        BACKUP,
        RUN_CANCELLED,
        FAILURE_ACKNOWLEDGED,
        LISTS_FETCHED,
        OVERVIEWS_WANTED,
        OVERVIEWS_RETRIED,
        EXPORT
    }

    public Instant at;

    /** The operator's name; {@code null} for somebody who was not logged in. */
    public String who;

    @Enumerated(EnumType.STRING)
    public Action action;

    /** To what it was done: a tag's slug, a date, a paper's id, a client's address. */
    public String subject;

    /** What was done, for people, in Chinese. */
    public String sentence;

    /**
     * A page of the log, newest first.
     *
     * @param page counted from 1
     */
    public static List<AuditEntry> newest(int page, int size) {
        return findAll(Sort.descending("at", "id")).page(page - 1, size).list();
    }
}
