package sulan.operator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.AuditEntry.Action;
import sulan.archive.Tag;
import sulan.archive.TagCounts;
import sulan.archive.TagCuration;
import sulan.operator.TagView.Input;
import sulan.web.Language;

/** Decisions about tags: merging, undoing that, other names, other spellings. What is refused is said beside what was given. */
@Path("/operator/tags")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class TagDecisionPages {

    private static final String ALL = "/operator/tags";

    private final TagCuration curation;
    private final TagCounts counts;
    private final Audit audit;

    TagDecisionPages(TagCuration curation, TagCounts counts, Audit audit) {
        this.curation = curation;
        this.counts = counts;
        this.audit = audit;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance tags(TagOverview overview);

        static native TemplateInstance tag(TagView view);
    }

    @GET
    @Transactional
    public Response tags(@RestQuery String q) {
        return Response.ok(Templates.tags(TagOverview.of(q, counts.current())).render()).build();
    }

    @GET
    @Path("/tag")
    @Transactional
    public Response tag(@RestQuery String slug) {
        return Response.ok(Templates.tag(view(slug)).render()).build();
    }

    /** @param from slug or spelling of the tag that goes, as {@code into} of the one that stays */
    @POST
    @Path("/merge")
    public Response merge(@RestForm String from, @RestForm String into) {
        Optional<String> problem = Decision.refused(() -> {
            String gone = slug(from);
            String staying = slug(into);
            curation.merge(gone, staying, audit.who());
            audit.note(Action.TAG_MERGED, gone, Audit.texts(OperatorMessages.class).auditMerged(gone, staying));
        });
        return problem.isEmpty() ? Redirect.to(ALL, texts().merged(Input.text(from), Input.text(into)))
                : QuarkusTransaction.requiringNew().call(() -> refused(Templates.tags(TagOverview.of(null, counts.current())
                        .refused(Input.text(from), Input.text(into), problem.get()))));
    }

    /** As {@link #merge}, from the page of the tag that goes. */
    @POST
    @Path("/tag/merge")
    public Response mergeTag(@RestForm String slug, @RestForm String into) {
        return decide(slug, texts().merged(Input.text(slug), Input.text(into)),
                input -> new Input(input.en(), input.zh(), "", Input.text(into)), () -> {
                    String staying = slug(into);
                    curation.merge(slug, staying, audit.who());
                    audit.note(Action.TAG_MERGED, slug, Audit.texts(OperatorMessages.class).auditMerged(slug, staying));
                });
    }

    @POST
    @Path("/undo")
    public Response undo(@RestForm String from) {
        Optional<String> problem = Decision.refused(() -> {
            curation.undoMerge(Input.text(from), audit.who());
            audit.note(Action.MERGE_UNDONE, from, Audit.texts(OperatorMessages.class).auditUndone(from));
        });
        return problem.isEmpty() ? Redirect.to(ALL, texts().undone(from))
                : QuarkusTransaction.requiringNew().call(() -> refused(
                        Templates.tags(TagOverview.of(null, counts.current()).refused("", "", problem.get()))));
    }

    @POST
    @Path("/tag/rename")
    public Response rename(@RestForm String slug, @RestForm String en, @RestForm String zh) {
        return decide(slug, texts().renamed(), input -> new Input(Input.text(en), Input.text(zh), "", ""), () -> {
            Tag before = known(slug);
            String names = Audit.texts(OperatorMessages.class).names(Input.text(before.en), Input.text(before.zh));
            curation.rename(slug, en, zh);
            audit.note(Action.TAG_RENAMED, slug, Audit.texts(OperatorMessages.class).auditRenamed(names,
                    Audit.texts(OperatorMessages.class).names(Input.text(en), Input.text(zh))));
        });
    }

    @POST
    @Path("/tag/alias")
    public Response addAlias(@RestForm String slug, @RestForm String spelling) {
        return decide(slug, texts().aliasAdded(Input.text(spelling)),
                input -> new Input(input.en(), input.zh(), Input.text(spelling), ""), () -> {
                    curation.addAlias(spelling, slug, audit.who());
                    audit.note(Action.ALIAS_ADDED, slug, Audit.texts(OperatorMessages.class).auditAliasAdded(spelling, slug));
                });
    }

    @POST
    @Path("/tag/alias/remove")
    public Response removeAlias(@RestForm String slug, @RestForm String spelling) {
        return decide(slug, texts().aliasRemoved(Input.text(spelling)), UnaryOperator.identity(), () -> {
            curation.removeAlias(Input.text(spelling));
            audit.note(Action.ALIAS_REMOVED, slug, Audit.texts(OperatorMessages.class).auditAliasRemoved(spelling, slug));
        });
    }

    /** @param given what stands in the forms if it is refused, from what stands there at first */
    private Response decide(String slug, String done, UnaryOperator<Input> given, Runnable decision) {
        QuarkusTransaction.requiringNew().run(() -> known(slug));
        Optional<String> problem = Decision.refused(decision);
        return problem.isEmpty()
                ? Redirect.to(ALL + "/tag?slug=" + URLEncoder.encode(slug, StandardCharsets.UTF_8), done)
                : QuarkusTransaction.requiringNew().call(() -> {
                    TagView view = view(slug);
                    return refused(Templates.tag(view.refused(given.apply(view.input()), problem.get())));
                });
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(422).entity(page.render()).build();
    }

    private TagView view(String slug) {
        return TagView.of(known(slug), counts.current());
    }

    private static Tag known(String slug) {
        return Optional.ofNullable(Tag.bySlugs(List.of(Input.text(slug))).get(slug)).orElseThrow(NotFoundException::new);
    }

    /** The slug that is meant by a slug or a spelling; what means nothing is left for the decision to refuse. */
    private static String slug(String given) {
        String text = Input.text(given).strip();
        return Tag.bySlugs(List.of(text)).containsKey(text) ? text : Tag.bySpelling(text).map(tag -> tag.slug).orElse(text);
    }

    private static OperatorMessages texts() {
        return Language.texts(OperatorMessages.class);
    }
}
