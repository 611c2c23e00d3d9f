package sulan.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import sulan.archive.Paper;
import sulan.archive.Tag;
import sulan.search.PaperHits.Facet;
import sulan.search.PaperHits.Facets;

/**
 * Answers queries from the archive's tables.
 *
 * <p>
 * Every order is total. Ties go on by recommendation, then novelty plus practicality, then upvotes, then the newest listing,
 * then
 * the position in it, then the id. A paper without a rating comes after those that have it.
 */
@ApplicationScoped
public class PaperSearch {

    private static final int FACET_TAGS = 20;
    private static final List<String> RECOMMENDATIONS = List.of("5", "4.5", "4", "3", "2");

    private static final String TIES = "o.recommendation desc nulls last, (o.novelty + o.practicality) desc nulls last,"
            + " p.upvotes desc nulls last, p.listedOn desc, p.position, p.id";

    private final EntityManager entities;

    PaperSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** The papers of a query's page, with the total and the facets. A page after the last one has no papers. */
    @Transactional
    public PaperHits search(PaperQuery asked) {
        PaperQuery query = canonical(asked);
        Where where = Where.of(query);
        long total = count(query);
        List<String> ids = where.bind(entities.createQuery("select p.id " + where + " order by " + order(query), String.class))
                .setFirstResult((int) Math.min(Integer.MAX_VALUE, (long) (query.page() - 1) * query.size()))
                .setMaxResults(query.size())
                .getResultList();
        return new PaperHits(query, total, hits(load(ids), query.oneDay()), facets(query));
    }

    /** How many papers a query finds whose tags are slugs, as {@link #search} gives them back. */
    @Transactional
    public long count(PaperQuery query) {
        Where where = Where.of(query);
        return where.bind(entities.createQuery("select count(p) " + where, Long.class)).getSingleResult();
    }

    /**
     * All papers of a query in order, whatever page and size it asks for. For queries whose answer is small, such as a day's.
     */
    @Transactional
    public List<PaperHit> all(PaperQuery asked) {
        PaperQuery query = canonical(asked);
        Where where = Where.of(query);
        return hits(load(where.bind(entities.createQuery("select p.id " + where + " order by " + order(query), String.class))
                .getResultList()), query.oneDay());
    }

    /** One paper with its place in its newest edition; {@code null} if there is no such paper. */
    @Transactional
    public PaperHit find(String id) {
        List<PaperHit> hits = hits(load(List.of(id)), Optional.empty());
        return hits.isEmpty() ? null : hits.get(0);
    }

    private static String order(PaperQuery query) {
        return switch (query.sort()) {
            case NEWEST -> "p.listedOn desc, " + TIES;
            case RECOMMENDATION -> TIES;
            case PRACTICALITY -> "o.practicality desc nulls last, " + TIES;
            case NOVELTY -> "o.novelty desc nulls last, " + TIES;
            case UPVOTES -> "p.upvotes desc nulls last, " + TIES;
            case RELEVANCE -> words(query).inTitle().map(count -> count + " desc, ").orElse("") + "p.listedOn desc, " + TIES;
            // the position in that day's edition, which need not be the paper's newest one
            case POSITION -> "(select l.position from Listing l where l.paper = p and l.id.editionDate = :from), p.id";
        };
    }

    private List<Paper> load(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Paper> papers = entities.createQuery("""
                select p from Paper p left join fetch p.overview o left join fetch o.edition
                where p.id in :ids""", Paper.class).setParameter("ids", ids).getResultStream()
                .collect(Collectors.toMap(paper -> paper.id, Function.identity()));
        return ids.stream().map(papers::get).filter(paper -> paper != null).toList();
    }

    /**
     * Ranks the papers among those of an edition, all editions with one query.
     *
     * @param day the edition; if there is none, each paper's newest
     */
    private List<PaperHit> hits(List<Paper> papers, Optional<LocalDate> day) {
        Set<LocalDate> dates = papers.stream().map(paper -> day.orElse(paper.listedOn)).filter(date -> date != null)
                .collect(Collectors.toCollection(HashSet::new));
        Map<LocalDate, List<Object[]>> days = new HashMap<>();
        if (!dates.isEmpty()) {
            entities.createQuery("""
                    select l.id.editionDate, p.id, o.recommendation
                    from Listing l join l.paper p left join p.overview o
                    where l.id.editionDate in :dates order by\s""" + TIES, Object[].class)
                    .setParameter("dates", dates).getResultStream()
                    .forEach(row -> days.computeIfAbsent((LocalDate) row[0], date -> new ArrayList<>()).add(row));
        }
        return papers.stream().map(paper -> {
            LocalDate date = day.orElse(paper.listedOn);
            return hit(paper, date, days.getOrDefault(date, List.of()));
        }).toList();
    }

    private static PaperHit hit(Paper paper, LocalDate date, List<Object[]> day) {
        for (int i = 0; i < day.size(); i++) {
            if (day.get(i)[1].equals(paper.id)) {
                return new PaperHit(paper, date, day.get(i)[2] == null ? null : i + 1, day.size());
            }
        }
        return new PaperHit(paper, date, null, day.size());
    }

    private Facets facets(PaperQuery query) {
        return new Facets(tagFacets(query), yearFacets(query), recommendationFacets(query));
    }

    private List<Facet> tagFacets(PaperQuery query) {
        Where where = Where.of(query);
        return where.bind(entities.createQuery("select t.slug, t.en, t.zh, count(distinct p.id) "
                + where.from("join o.keywords k join k.tag t")
                + " group by t.slug, t.en, t.zh order by count(distinct p.id) desc, t.slug", Object[].class))
                .setMaxResults(FACET_TAGS + query.tags().size()).getResultStream()
                .filter(row -> !query.tags().contains(row[0]))
                .limit(FACET_TAGS)
                .map(row -> new Facet((String) row[0], (String) (row[2] == null ? row[1] : row[2]), (Long) row[3]))
                .toList();
    }

    private List<Facet> yearFacets(PaperQuery query) {
        Where where = Where.of(query.withDates(null, null));
        return where.bind(entities.createQuery("select year(l.id.editionDate), count(distinct p.id) "
                + where.from("join p.listings l") + " group by year(l.id.editionDate) order by 1 desc", Object[].class))
                .getResultStream()
                .map(row -> new Facet(row[0].toString(), row[0].toString(), (Long) row[1]))
                .toList();
    }

    /** All thresholds with one query. */
    private List<Facet> recommendationFacets(PaperQuery query) {
        Where where = Where.of(query.withRecommendation(null));
        String counts = RECOMMENDATIONS.stream()
                .map(least -> "sum(case when o.recommendation >= " + least + " then 1 else 0 end)")
                .collect(Collectors.joining(", "));
        Object[] row = where.bind(entities.createQuery("select " + counts + " " + where, Object[].class)).getSingleResult();
        List<Facet> facets = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            String least = RECOMMENDATIONS.get(i);
            // the sum over no papers at all is null
            facets.add(new Facet(least, "≥ " + least, row[i] == null ? 0 : ((Number) row[i]).longValue()));
        }
        return facets;
    }

    private static WordsCondition words(PaperQuery query) {
        return new WordsCondition(query.words().expression());
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

    /** The condition of a query with its parameters. */
    private record Where(String condition, Map<String, Object> parameters) {

        static Where of(PaperQuery query) {
            List<String> all = new ArrayList<>();
            Map<String, Object> parameters = new HashMap<>();
            WordsCondition words = words(query);
            all.add(words.toString());
            parameters.putAll(words.parameters());
            query.tags().forEach(tag -> all.add("exists (" + keyword(tag, parameters) + ")"));
            query.not().forEach(tag -> all.add("not exists (" + keyword(tag, parameters) + ")"));
            if (query.from() != null || query.to() != null) {
                all.add("exists (select 1 from Listing l where l.paper = p"
                        + (query.from() == null ? "" : " and l.id.editionDate >= :from")
                        + (query.to() == null ? "" : " and l.id.editionDate <= :to") + ")");
                put(parameters, "from", query.from());
                put(parameters, "to", query.to());
            }
            all.add("p.listedOn is not null");
            least(all, parameters, "practicality", query.practicality());
            least(all, parameters, "novelty", query.novelty());
            least(all, parameters, "recommendation", query.recommendation());
            if (query.rated()) {
                all.add("(o.practicality is not null or o.novelty is not null or o.recommendation is not null)");
            }
            return new Where(String.join(" and ", all), parameters);
        }

        private static String keyword(String tag, Map<String, Object> parameters) {
            String name = "tag" + parameters.size();
            parameters.put(name, tag);
            return "select 1 from Keyword w where w.overview = o and w.tag.slug = :" + name;
        }

        private static void least(List<String> all, Map<String, Object> parameters, String rating, BigDecimal least) {
            if (least != null) {
                all.add("o." + rating + " >= :" + rating);
                parameters.put(rating, least);
            }
        }

        private static void put(Map<String, Object> parameters, String name, Object value) {
            if (value != null) {
                parameters.put(name, value);
            }
        }

        String from(String joins) {
            return "from Paper p left join p.overview o " + joins + " where " + condition;
        }

        @Override
        public String toString() {
            return from("");
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            parameters.forEach(query::setParameter);
            return query;
        }
    }
}
