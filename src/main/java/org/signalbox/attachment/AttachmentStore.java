package org.signalbox.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.signalbox.hal.Reference;
import org.signalbox.store.Micros;
import org.signalbox.store.Tx;
import org.signalbox.store.View;
import org.springframework.stereotype.Component;

/** The SQL of attachments. Deletions say whose contents are free then. */
@Component
final class AttachmentStore {

    private static final String SELECT =
            """
            select a.id, a.file_name, c.size, a.content_type, a.description, a.digest,
                   a.author_id, trim(u.first_name || ' ' || u.last_name) as author,
                   a.work_package_id, w.subject, a.journal_id, a.content_id, a.created_at
              from attachment a
              join content c on c.id = a.content_id
              join users u on u.id = a.author_id
              left join work_package w on w.id = a.work_package_id
            """;

    private static final String INSERT =
            """
            insert into attachment (work_package_id, journal_id, content_id, author_id, file_name,
                                    description, content_type, digest, created_at)
            values (:workPackage, :journal, :content, :author, :fileName,
                    :description, :contentType, :digest, :createdAt)
            returning id
            """;

    private static final String CLAIM =
            """
            update attachment set work_package_id = :workPackage, journal_id = :journal
             where id = :id and work_package_id is null and journal_id is null
            """;

    private static final String UNCLAIMED =
            """
            select id from attachment
             where work_package_id is null and journal_id is null and created_at <= :before
             order by created_at limit :limit
            """;

    private static final String DELETE_UNCLAIMED =
            """
            delete from attachment
             where id in (:ids) and work_package_id is null and journal_id is null
            returning content_id
            """;

    private static final String DELETE_OF_WORK_PACKAGES =
            """
            delete from attachment
             where work_package_id in (:ids)
                or journal_id in (select id from journal where work_package_id in (:ids))
            returning content_id
            """;

    private static final String DELETE_OF_PROJECTS =
            """
            delete from attachment
             where work_package_id in (select id from work_package where project_id in (:ids))
                or journal_id in (
                   select j.id from journal j join work_package w on w.id = j.work_package_id
                    where w.project_id in (:ids))
            returning content_id
            """;

    Optional<Attachment> find(View view, long id) {
        return all(view, List.of(id)).stream().findFirst();
    }

    /** Those of these attachments that there are, by id. */
    List<Attachment> all(View view, Collection<Long> ids) {
        return select(view, "a.id", ids);
    }

    /** Those that these containers have, by id. */
    List<Attachment> of(View view, Container.Kind kind, Collection<Long> containerIds) {
        return select(
                view,
                switch (kind) {
                    case WORK_PACKAGES -> "a.work_package_id";
                    case ACTIVITIES -> "a.journal_id";
                },
                containerIds);
    }

    private static List<Attachment> select(View view, String column, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : view.sql(SELECT + " where " + column + " in (:ids) order by a.id")
                        .param("ids", ids)
                        .query((rs, _) -> attachment(rs))
                        .list();
    }

    long insert(Tx tx, Attachment attachment) {
        var container = attachment.container();
        return tx.sql(INSERT)
                .param("workPackage", idIf(Container.Kind.WORK_PACKAGES, container))
                .param("journal", idIf(Container.Kind.ACTIVITIES, container))
                .param("content", attachment.contentId())
                .param("author", attachment.author().id())
                .param("fileName", attachment.fileName())
                .param("description", attachment.description())
                .param("contentType", attachment.contentType())
                .param("digest", attachment.digest())
                .param("createdAt", Micros.of(attachment.createdAt()))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    /** Whether it was still nobody's. */
    boolean claim(Tx tx, long id, Container container) {
        return tx.sql(CLAIM)
                        .param("workPackage", idIf(Container.Kind.WORK_PACKAGES, container))
                        .param("journal", idIf(Container.Kind.ACTIVITIES, container))
                        .param("id", id)
                        .update()
                == 1;
    }

    List<Long> unclaimed(View view, Instant before, int limit) {
        return view.sql(UNCLAIMED)
                .param("before", Micros.of(before))
                .param("limit", limit)
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    List<Long> delete(Tx tx, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : delete(tx, "delete from attachment where id in (:ids) returning content_id", ids);
    }

    List<Long> deleteUnclaimed(Tx tx, Collection<Long> ids) {
        return delete(tx, DELETE_UNCLAIMED, ids);
    }

    /** Also those of their comments. */
    List<Long> deleteOfWorkPackages(Tx tx, Collection<Long> workPackageIds) {
        return delete(tx, DELETE_OF_WORK_PACKAGES, workPackageIds);
    }

    List<Long> deleteOfProjects(Tx tx, Collection<Long> projectIds) {
        return delete(tx, DELETE_OF_PROJECTS, projectIds);
    }

    private static List<Long> delete(Tx tx, String statement, Collection<Long> ids) {
        return tx.sql(statement).param("ids", ids).query((rs, _) -> rs.getLong(1)).list();
    }

    private static @Nullable Long idIf(Container.Kind kind, @Nullable Container container) {
        return container != null && container.kind() == kind ? container.id() : null;
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("content_type"),
                row.getString("description"),
                row.getString("digest"),
                new Reference(row.getLong("author_id"), row.getString("author")),
                container(row),
                row.getLong("content_id"),
                Micros.at(row.getLong("created_at")));
    }

    private static @Nullable Container container(ResultSet row) throws SQLException {
        var subject = row.getString("subject");
        if (subject != null) {
            return new Container(
                    Container.Kind.WORK_PACKAGES, row.getLong("work_package_id"), subject);
        }
        long journal = row.getLong("journal_id");
        return row.wasNull() ? null : new Container(Container.Kind.ACTIVITIES, journal, null);
    }
}
