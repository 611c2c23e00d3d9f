package sulan.search;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.HibernateHints;

import sulan.archive.Paper;
import sulan.archive.PendingOverview;
import sulan.archive.Tag;
import sulan.archive.TagCount;
import sulan.search.IndexSearch.Answer;
import sulan.search.IndexSearch.Found;

/**
 * Answers queries: the index says which papers, in which order and how many, the archive what is shown of them.
 *
 * <p>
 * Every order is total. Ties go on by recommendation, then novelty plus practicality, then upvotes, then the newest listing,
 * then the position in it, then the id. A paper without a rating comes after those that have it.
 *
 * <p>
 * Among the papers of one day, a comparison of that day's papers goes before novelty plus practicality
 * ({@link sulan.archive.Listing#choice}): in their ranks, and in a list of that day by recommendation. It says nothing about
 * papers of different days, so all other orders do without it.
 */
@ApplicationScoped
public class PaperSearch {

    private static final double MOST_STRETCHED = 5;
    private static final String TIES_IN_DAY = "o.recommendation desc nulls last, l.choice nulls last,"
            + " (o.novelty + o.practicality) desc nulls last, p.upvotes desc nulls last, p.listedOn desc, p.position, p.id";

    private final PaperIndex index;
    private final EntityManager entities;
    private final Duration limit;
    private volatile Percentiles percentiles = Percentiles.of(-1, Map.of());

    PaperSearch(PaperIndex index, EntityManager entities, @ConfigProperty(name = "sulan.query-limit") Duration limit) {
        this.index = index;
        this.entities = entities;
        this.limit = limit;
    }

    /**
     * The papers of a query's page, with the total and the facets. A page after the last one has no papers.
     *
     * @throws IndexNotReadyException if there is no index yet
     * @throws SlowQueryException if it takes too long
     */
    @Transactional
    public PaperHits search(PaperQuery asked) {
        PaperQuery query = canonical(asked);
        Answer answer = ask(search -> search.ask(query, (query.page() - 1) * query.size(), query.size(), true));
        return new PaperHits(query, answer.total(), hits(query, answer.found()), answer.counts().facets(query));
    }

    /**
     * How many papers queries find, whose tags are spelt as in the one that {@link #search} answered. All of it together has
     * the time of one question; queries that there was no time for are left out.
     *
     * @throws IndexNotReadyException if there is no index yet
     */
    @Transactional
    public Map<PaperQuery, Long> counts(Collection<PaperQuery> queries) {
        return ask(search -> search.counts(queries));
    }

    /**
     * All papers of a query in order, or the first {@value PaperQuery#MAX_DEPTH}, whatever page and size it asks for. For
     * queries whose answer is small, such as a day's. Throws what {@link #search} throws.
     */
    @Transactional
    public List<PaperHit> all(PaperQuery asked) {
        PaperQuery query = canonical(asked);
        return hits(query, ask(search -> search.ask(query, 0, PaperQuery.MAX_DEPTH, false)).found());
    }

    /**
     * The tags that most of all listed papers carry, the most frequent first: at most {@value FacetCounts#MOST_TAGS}. The index
     * has their numbers at hand, where the archive would have to go through all keywords. Throws what {@link #search} throws.
     */
    @Transactional
    public List<TagCount> frequentTags() {
        return ask(search -> search.ask(PaperQuery.ALL, 0, 0, true)).counts().tagCounts();
    }

    /** One paper with its place in its newest edition; {@code null} if there is no such paper. Needs no index. */
    @Transactional
    public PaperHit find(String id) {
        List<PaperHit> hits = find(List.of(id));
        return hits.isEmpty() ? null : hits.get(0);
    }

    /** The paper's neighbours in its newest edition; {@code null} if none lists it. Needs no index. */
    @Transactional
    public Neighbours neighbours(PaperHit hit) {
        LocalDate day = hit.paper().listedOn;
        return day == null ? null : Neighbours.of(hit.paper().id, ranked(Set.of(day)).getOrDefault(day, List.of()));
    }

    /** These papers in the order given; those that there are not, or that are hidden, are left out. Needs no index. */
    @Transactional
    public List<PaperHit> find(List<String> ids) {
        List<Paper> papers = load(ids);
        Map<LocalDate, List<String>> days = ranked(papers.stream().map(paper -> paper.listedOn).filter(date -> date != null)
                .collect(Collectors.toSet()));
        List<Found> found = papers.stream().map(paper -> {
            List<String> ranked = days.getOrDefault(paper.listedOn, List.of());
            boolean isRecommended = paper.overview != null && paper.overview.recommendation != null;
            return new Found(paper.id, paper.listedOn, isRecommended ? rank(paper, ranked) : null, ranked.size());
        }).toList();
        return hits(papers, found, Matching.NONE);
    }

    private static Integer rank(Paper paper, List<String> ranked) {
        int place = ranked.indexOf(paper.id);
        return place < 0 ? null : place + 1;
    }

    private <R> R ask(Function<IndexSearch, R> question) {
        Map<String, String> slugs = new HashMap<>();
        Duration left = limit.multipliedBy(Math.round(stretch() * 100)).dividedBy(100);
        return index.ask(session -> {
            try (IndexSearch search = new IndexSearch(session,
                    spelling -> slugs.computeIfAbsent(spelling, PaperSearch::slug), left)) {
                return question.apply(search);
            }
        });
    }

    /** How much longer than on an idle machine it takes to have a second of a core, at most {@value #MOST_STRETCHED} times. */
    private static double stretch() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        // negative where the system does not tell
        double load = system.getSystemLoadAverage() / system.getAvailableProcessors();
        return Math.max(1, Math.min(MOST_STRETCHED, load));
    }

    private static String slug(String spelling) {
        return Tag.bySlug(spelling).or(() -> Tag.bySpelling(spelling)).map(tag -> tag.slug).orElse(spelling);
    }

    /** The papers of editions by recommendation, all editions with one query. */
    private Map<LocalDate, List<String>> ranked(Set<LocalDate> days) {
        Map<LocalDate, List<String>> ranked = new HashMap<>();
        if (!days.isEmpty()) {
            entities.createQuery("""
                    select l.id.editionDate, p.id
                    from Listing l join l.paper p left join p.overview o
                    where l.id.editionDate in :days and not p.hidden order by\s""" + TIES_IN_DAY, Object[].class)
                    .setParameter("days", days).getResultStream().forEach(row -> ranked
                            .computeIfAbsent((LocalDate) row[0], date -> new ArrayList<>()).add((String) row[1]));
        }
        return ranked;
    }

    private List<PaperHit> hits(PaperQuery query, List<Found> found) {
        return hits(load(found.stream().map(Found::id).toList()), found, Matching.of(query));
    }

    private List<Paper> load(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // with the tags of the overviews' keywords, which all lists show
        Map<String, Paper> papers = entities.createQuery("""
                select p from Paper p left join fetch p.overview o left join fetch o.edition
                left join fetch o.keywords k left join fetch k.tag
                where p.id in :ids and not p.hidden""", Paper.class).setParameter("ids", ids)
                // what is only shown is neither copied nor compared, nor is anything looked for that waits to be written
                .setHint(HibernateHints.HINT_READ_ONLY, true).setFlushMode(FlushModeType.COMMIT).getResultList().stream()
                .collect(Collectors.toMap(paper -> paper.id, Function.identity()));
        return ids.stream().map(papers::get).filter(paper -> paper != null).toList();
    }

    /** @param found the papers' places, possibly with those of papers that there are not any more */
    private List<PaperHit> hits(List<Paper> papers, List<Found> found, Matching matching) {
        Map<String, Found> places = found.stream().collect(Collectors.toMap(Found::id, Function.identity()));
        Map<String, PendingOverview.State> pending = PendingOverview.states(
                papers.stream().filter(paper -> paper.overview == null).map(paper -> paper.id).toList());
        Percentiles all = papers.isEmpty() ? percentiles : percentiles();
        return papers.stream().map(paper -> {
            Found place = places.get(paper.id);
            return new PaperHit(paper, place.day(), place.rank(), place.dayCount(),
                    all.of(paper.overview == null ? null : paper.overview.recommendation), pending.get(paper.id), matching);
        }).toList();
    }

    /** Counted once for each revision of the index. */
    private Percentiles percentiles() {
        Optional<Long> revision = index.indexed();
        if (revision.isPresent() && revision.get() != percentiles.revision()) {
            Answer answer = ask(search -> search.ask(PaperQuery.ALL, 0, 0, true));
            percentiles = Percentiles.of(revision.get(), answer.counts().recommendations());
        }
        return percentiles;
    }

    /** Slugs of tags that are spelt otherwise become those of the tags they lead to; unknown ones stay, and find nothing. */
    private PaperQuery canonical(PaperQuery query) {
        Set<String> slugs = new HashSet<>(query.tags());
        slugs.addAll(query.not());
        if (slugs.isEmpty()) {
            return query;
        }
        slugs.removeAll(
                entities.createQuery("select t.slug from Tag t where t.slug in :slugs and t.mergedInto is null", String.class)
                        .setParameter("slugs", slugs).getResultList());
        PaperQuery canonical = query;
        for (String spelling : slugs) {
            String slug = Tag.bySpelling(spelling).map(tag -> tag.slug).orElse(spelling);
            canonical = canonical.withTagReplaced(spelling, slug);
        }
        return canonical;
    }
}
