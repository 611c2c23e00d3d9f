package sulan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.ws.rs.core.UriInfo;

import sulan.archive.Tag;
import sulan.search.PaperHits;
import sulan.search.PaperHits.Facet;
import sulan.search.PaperQuery;
import sulan.search.PaperQuery.Sort;
import sulan.search.PaperSearch;

/**
 * A list of papers as a part of a page: what was asked for, what was found, and the addresses of all lists that are one step
 * away.
 *
 * @param path the page's address without parameters
 * @param base what the page shows when its address has none
 * @param chips what is set, each with the address of the list without it
 * @param suggestions if nothing was found: what to leave out, and how many papers there would be
 */
public record PaperList(String path, PaperQuery base, PaperHits hits, List<Chip> chips, List<Suggestion> suggestions) {

    private static final List<String> LEAST = List.of("5", "4.5", "4", "3.5", "3", "2");

    /** A filter that is set. */
    public record Chip(String text, String address) {
    }

    public record Suggestion(String text, long count, String address) {
    }

    /** One of several values of a parameter. */
    public record Choice(String value, boolean chosen) {
    }

    public record SortChoice(Sort sort, boolean chosen, String address) {
    }

    /** @param id by which the link is known again in the list that it leads to, so that it keeps the focus */
    public record FacetLink(String id, String label, long count, boolean chosen, String address) {

        /** The language of a label that is not in the interface's; {@code null} if it is, or has no words. */
        public String lang() {
            String lang = label.codePoints().anyMatch(Character::isLetter) ? Shown.lang(label) : Language.current().tag();
            return lang.equals(Language.current().tag()) ? null : lang;
        }
    }

    /** The list that an address asks for. */
    static PaperList of(String path, PaperQuery base, UriInfo uri, PaperSearch search) {
        PaperHits hits = search.search(PaperQuery.parse(uri.getQueryParameters(), base));
        List<SetFilter> filters = SetFilter.of(hits.query(), base);
        List<Chip> chips = filters.stream()
                .map(filter -> new Chip(filter.text(), address(path, base, filter.without()))).toList();
        return new PaperList(path, base, hits, chips,
                hits.total() > 0 ? List.of() : suggestions(path, base, filters, search));
    }

    private static List<Suggestion> suggestions(String path, PaperQuery base, List<SetFilter> filters, PaperSearch search) {
        Map<PaperQuery, Long> counts = search.counts(filters.stream().map(SetFilter::without).toList());
        return filters.stream().filter(filter -> counts.getOrDefault(filter.without(), 0L) > 0)
                .map(filter -> new Suggestion(filter.text(), counts.get(filter.without()),
                        address(path, base, filter.without())))
                .toList();
    }

    private static String address(String path, PaperQuery base, PaperQuery query) {
        String parameters = query.toParameters(base);
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    public PaperQuery query() {
        return hits.query();
    }

    /** What could not be read of the words as it stands. */
    public List<Misreading> misread() {
        return Misreading.of(query().words());
    }

    /** Searches that show what the words can say. */
    public List<SyntaxExample> examples() {
        return List.of(SyntaxExample.values());
    }

    /** The address of this list. */
    public String address() {
        return address(query());
    }

    private String address(PaperQuery query) {
        return address(path, base, query);
    }

    /** What is set, and which page is shown, as the beginning of the page's title; empty if nothing has to be said. */
    public String said() {
        Stream<String> page = query().page() > 1
                ? Stream.of(Language.texts(Messages.class).pageOf(query().page(), hits.pages()))
                : Stream.empty();
        return Stream.concat(chips.stream().map(Chip::text), page).map(part -> part + " · ").collect(Collectors.joining());
    }

    /** The address without any filter; the order stays. */
    public String cleared() {
        return address(base.withSort(query().sort()));
    }

    /** The same list in the representations that there are. */
    public List<Twin.Link> twins() {
        return Stream.of(Twin.ATOM, Twin.CSV, Twin.BIB, Twin.MD, Twin.JSON)
                .map(twin -> new Twin.Link(twin, twin(twin, query().page()))).toList();
    }

    /** A page of the same list in another representation. */
    String twin(Twin twin, int page) {
        return path + "." + twin.extension() + page(page).substring(path.length());
    }

    /** Whether it is the page's own list, without a parameter; all others are variants of it. */
    public boolean isPlain() {
        return address().equals(path);
    }

    /** The orders to choose from: only those that can make a difference here. */
    public List<SortChoice> sorts() {
        return base.sorts().stream()
                .filter(sort -> sort == query().sort() || sort == base.sort() || switch (sort) {
                    case RELEVANCE -> !query().q().isEmpty();
                    case UPVOTES -> hits.items().stream().anyMatch(hit -> hit.paper().upvotes != null);
                    case NEWEST -> !isOneDay();
                    case RECOMMENDATION, PRACTICALITY, NOVELTY -> isAnyRated();
                    default -> true;
                })
                .map(sort -> new SortChoice(sort, sort == query().sort(), address(query().withSort(sort))))
                .toList();
    }

    private boolean isAnyRated() {
        return hits.facets().rated().stream().anyMatch(facet -> facet.count() > 0);
    }

    /** Whether the papers come by upvotes when nothing else is asked for, because none of them is written about. */
    public boolean isByUpvotes() {
        return base.sort() == Sort.UPVOTES;
    }

    public boolean isOneDay() {
        return base.oneDay().isPresent();
    }

    /** Whether the page itself says which days are shown. */
    public boolean hasFixedDates() {
        return base.from() != null;
    }

    /** The tags that were added to those of the page. */
    public List<String> addedTags() {
        return query().tags().stream().filter(tag -> !base.tags().contains(tag)).toList();
    }

    /** The least ratings to choose from, the one that is set among them. */
    public List<Choice> least(BigDecimal set) {
        Stream<String> values = set == null || LEAST.contains(set.toPlainString()) ? LEAST.stream()
                : Stream.concat(Stream.of(set.toPlainString()), LEAST.stream());
        return values.map(value -> new Choice(value, set != null && value.equals(set.toPlainString()))).toList();
    }

    /** None if no further tag can be set. */
    public List<FacetLink> tagFacets() {
        if (query().tags().size() + query().not().size() >= PaperQuery.MAX_TAGS) {
            return List.of();
        }
        Map<String, String> names = englishNames(hits.facets().tags());
        return hits.facets().tags().stream()
                .map(facet -> new FacetLink("facet-tag-" + facet.value(), names.getOrDefault(facet.value(), facet.label()),
                        facet.count(), false,
                        address(query().withTag(facet.value()))))
                .toList();
    }

    /** The search labels tags by their Chinese names; none if that is what is wanted. */
    private static Map<String, String> englishNames(List<Facet> tags) {
        return Language.current() != Language.EN ? Map.of()
                : Tag.bySlugs(tags.stream().map(Facet::value).toList()).values().stream()
                        .collect(Collectors.toMap(tag -> tag.slug, Shown::name));
    }

    public List<FacetLink> yearFacets() {
        return hasFixedDates() ? List.of() : hits.facets().years().stream().map(this::yearFacet).toList();
    }

    private FacetLink yearFacet(Facet facet) {
        LocalDate first = LocalDate.of(Integer.parseInt(facet.value()), 1, 1);
        LocalDate last = first.plusYears(1).minusDays(1);
        boolean chosen = first.equals(query().from()) && last.equals(query().to());
        return new FacetLink("facet-" + facet.value(), facet.label(), facet.count(), chosen,
                address(chosen ? query().withDates(null, null) : query().withDates(first, last)));
    }

    /** The months of the year that is chosen. */
    public List<FacetLink> monthFacets() {
        LocalDate from = query().from();
        LocalDate to = query().to();
        if (hasFixedDates() || from == null || to == null || from.getYear() != to.getYear()) {
            return List.of();
        }
        return hits.facets().months().stream().map(facet -> new MonthFacet(facet, YearMonth.parse(facet.value())))
                .filter(facet -> facet.month.getYear() == from.getYear())
                .map(this::monthFacet).toList();
    }

    private record MonthFacet(Facet facet, YearMonth month) {
    }

    private FacetLink monthFacet(MonthFacet facet) {
        LocalDate first = facet.month.atDay(1);
        LocalDate last = facet.month.atEndOfMonth();
        boolean chosen = first.equals(query().from()) && last.equals(query().to());
        LocalDate newYear = first.withDayOfYear(1);
        PaperQuery year = query().withDates(newYear, newYear.plusYears(1).minusDays(1));
        String name = Language.texts(Messages.class).monthName(facet.month.getMonthValue());
        return new FacetLink("facet-" + facet.month, name, facet.facet.count(), chosen,
                address(chosen ? year : query().withDates(first, last)));
    }

    /** Whether papers are rated, and have code; only what makes a difference, or is set. */
    public List<FacetLink> moreFacets() {
        Messages texts = Language.texts(Messages.class);
        List<FacetLink> links = new ArrayList<>();
        flagFacet("facet-rated", hits.facets().rated(), texts.chipRated(), query().rated(), query().withRated(!query().rated()),
                links);
        flagFacet("facet-code", hits.facets().code(), texts.chipCode(), query().code(), query().withCode(!query().code()),
                links);
        return links;
    }

    private void flagFacet(String id, List<Facet> facets, String label, boolean chosen, PaperQuery other,
            List<FacetLink> links) {
        for (Facet facet : facets) {
            if (chosen || facet.count() > 0 && facet.count() < hits.total()) {
                links.add(new FacetLink(id, label, facet.count(), chosen, address(other)));
            }
        }
    }

    /** The least recommendations, highest first; one that finds no more papers than the one before is left out. */
    public List<FacetLink> recommendationFacets() {
        List<FacetLink> links = new ArrayList<>();
        long before = 0;
        for (Facet facet : hits.facets().recommendations()) {
            BigDecimal least = new BigDecimal(facet.value());
            boolean chosen = query().recommendation() != null && query().recommendation().compareTo(least) == 0;
            if (facet.count() > before || chosen) {
                links.add(new FacetLink("facet-recommendation-" + facet.value(), facet.label(), facet.count(), chosen,
                        address(query().withRecommendation(chosen ? base.recommendation() : least))));
            }
            before = facet.count();
        }
        return links;
    }

    /** The address of another page of the list. */
    public String page(int number) {
        return address(query().withPage(number));
    }

    /** The pages that one can go to from here, by their relation (RFC 5005) to this one. */
    Map<String, Integer> pageLinks() {
        Map<String, Integer> links = new LinkedHashMap<>();
        links.put("first", 1);
        if (query().page() > 1) {
            links.put("previous", Math.min(query().page() - 1, hits.pages()));
        }
        if (query().page() < hits.pages()) {
            links.put("next", query().page() + 1);
        }
        links.put("last", hits.pages());
        return links;
    }

    /** The numbers of the pages to offer: the first, the last and those around this one; 0 stands for a gap. */
    public List<Integer> pageNumbers() {
        int last = hits.pages();
        List<Integer> near = IntStream.rangeClosed(1, last).filter(
                number -> number == 1 || number == last || Math.abs(number - query().page()) <= 1).boxed().toList();
        List<Integer> numbers = new ArrayList<>();
        int before = 0;
        for (int number : near) {
            if (number > before + 1) {
                numbers.add(number == before + 2 ? before + 1 : 0);
            }
            numbers.add(number);
            before = number;
        }
        return numbers;
    }

    /** Whether the list has papers, but none on this page because it lies behind the last one. */
    public boolean isBehindLast() {
        return hits.total() > 0 && query().page() > hits.pages();
    }

    /** The number of the first paper on this page in the whole list. */
    public int firstNumber() {
        return (query().page() - 1) * query().size() + 1;
    }
}
