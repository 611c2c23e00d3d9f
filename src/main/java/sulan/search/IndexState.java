package sulan.search;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.apache.lucene.util.Version;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

import sulan.archive.Revision;

/**
 * Which state of the archive an index holds, kept in the index itself and written after the papers: so it never says more than
 * is true, and an index without it is not finished.
 */
@SearchEntity
@Indexed(index = IndexFolder.STATE)
final class IndexState {

    @DocumentId
    final String id = "state";

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String number;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String changedAt;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String begunAt;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String mapping;

    private IndexState(String number, String changedAt, String begunAt, String mapping) {
        this.number = number;
        this.changedAt = changedAt;
        this.begunAt = begunAt;
        this.mapping = mapping;
    }

    static IndexState of(Revision revision) {
        return new IndexState(String.valueOf(revision.number()), revision.changedAt().toString(), revision.begunAt().toString(),
                String.valueOf(mapping()));
    }

    static IndexState of(Object number, Object changedAt, Object begunAt, Object mapping) {
        return new IndexState((String) number, (String) changedAt, (String) begunAt, (String) mapping);
    }

    /** What an index is made by. Another value: made by another version of the portal. */
    private static int mapping() {
        String fields = Arrays.stream(PaperDocument.class.getDeclaredFields())
                .map(field -> field.getName() + " " + field.getGenericType() + " " + written(field.getAnnotations()))
                .sorted().collect(Collectors.joining("\n"));
        return (Analysis.VERSION + "\n" + Version.LATEST + "\n" + fields).hashCode();
    }

    /** Written by ourselves: in what order an annotation writes its members may differ from one start to the next. */
    private static String written(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> annotation.annotationType().getName()
                        + Arrays.stream(annotation.annotationType().getDeclaredMethods())
                                .map(member -> member.getName() + "=" + value(annotation, member)).sorted().toList())
                .sorted().collect(Collectors.joining(" "));
    }

    /** What is made up of others, no mapping of ours uses. */
    private static String value(Annotation annotation, Method member) {
        try {
            Object value = member.invoke(annotation);
            return value instanceof Annotation || value.getClass().isArray() ? "" : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an annotation's member is a public method without parameters", e);
        }
    }

    long revision() {
        return Long.parseLong(number);
    }

    /**
     * Whether the archive has only gone on since this state. It has not if it is another archive, or if an older backup took
     * its place: then it is behind the index, or has come to the same number another way.
     */
    boolean fits(Revision archive) {
        return mapping.equals(String.valueOf(mapping())) && begunAt.equals(archive.begunAt().toString())
                && (revision() < archive.number()
                        || revision() == archive.number() && Instant.parse(changedAt).equals(archive.changedAt()));
    }
}
