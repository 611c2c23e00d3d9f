package sulan.archive;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import sulan.digest.ListedPaper;
import sulan.tag.Vocabulary;

/**
 * Writes the daily list of one date into the archive: the state of one call of {@link Archive#list}, within its transaction.
 * The number of queries does not depend on the number of papers.
 */
final class ListRecording {

    private final Edition edition;
    private final Map<String, ListedPaper> listed = new LinkedHashMap<>();
    private final boolean live;
    private final Instant now;
    private final List<Paper> added = new ArrayList<>();
    private final List<Paper> changed = new ArrayList<>();

    private ListRecording(Edition edition, Collection<ListedPaper> papers, boolean live, Instant now) {
        this.edition = edition;
        this.live = live;
        this.now = now;
        papers.forEach(paper -> listed.putIfAbsent(paper.id(), paper));
    }

    /** @return how many papers are new in the edition, and how many others have changed */
    static Archive.Listed of(LocalDate date, Collection<ListedPaper> papers, boolean live, Instant now) {
        Edition known = Edition.findById(date);
        if (papers.isEmpty()) {
            return new Archive.Listed(0, 0, known == null ? 0 : onList(known).size());
        }
        Edition edition = known == null ? Edition.of(date) : known;
        return new ListRecording(edition, papers, live, now).record();
    }

    private static List<Listing> onList(Edition edition) {
        return edition.listings.stream().filter(listing -> listing.huggingFace).toList();
    }

    private Archive.Listed record() {
        int missing = (int) onList(edition).stream().filter(listing -> !listed.containsKey(listing.id.paperId())).count();
        if (!edition.isPersistent()) {
            edition.recordedAt = now;
            edition.persist();
        }
        if (edition.sourceUrl == null) {
            edition.sourceUrl = "https://huggingface.co/papers?date=" + edition.date;
        }
        Map<String, Paper> papers = papers();
        list(papers);
        papers.values().stream().filter(paper -> take(paper, listed.get(paper.id))).forEach(changed::add);
        changed.addAll(replaceKeywords(papers.values()));
        if (!added.isEmpty()) {
            edition.recordedAt = now;
            // the places of all others move
            ShownContent.refresh(edition.listings.stream().map(listing -> listing.paper).toList(), now);
        } else if (!changed.isEmpty()) {
            ShownContent.refresh(changed.stream().distinct().toList(), now);
        }
        return new Archive.Listed(added.size(),
                (int) changed.stream().distinct().filter(paper -> !added.contains(paper)).count(),
                missing);
    }

    /** The papers of the list as entities, by id; those that the archive did not have yet are new. */
    private Map<String, Paper> papers() {
        Set<String> ids = new HashSet<>(listed.keySet());
        edition.listings.forEach(listing -> ids.add(listing.id.paperId()));
        // with their listings, which decide what is shown of them; Hibernate would read them one by one after a flush
        Map<String, Paper> known = Paper.<Paper> list("from Paper p left join fetch p.listings where p.id in ?1", ids).stream()
                .collect(toMap(paper -> paper.id, Function.identity()));
        Map<String, Paper> papers = new LinkedHashMap<>();
        listed.forEach((id, listing) -> papers.put(id, known.containsKey(id) ? known.get(id) : newPaper(listing)));
        return papers;
    }

    private static Paper newPaper(ListedPaper listed) {
        Paper paper = new Paper();
        paper.id = listed.id();
        paper.title = listed.title();
        paper.persist();
        return paper;
    }

    /** A place that a paper has, it keeps; new ones come behind all others. */
    private void list(Map<String, Paper> papers) {
        Map<String, Listing> listings = edition.listings.stream()
                .collect(toMap(listing -> listing.id.paperId(), Function.identity()));
        int last = edition.listings.stream().mapToInt(listing -> listing.position).max().orElse(0);
        for (Paper paper : papers.values()) {
            Listing listing = listings.get(paper.id);
            if (listing == null) {
                listing = Listing.of(edition, paper, now);
                listing.position = ++last;
                added.add(paper);
            }
            listing.huggingFace = true;
            listing.listedAt = listing.listedAt == null ? listed.get(paper.id).listedAt() : listing.listedAt;
            listing.persist();
        }
    }

    /**
     * Takes over what the list says of a paper; what it does not say stays. A saved answer, or the list of a date before the
     * newest that has the paper, only adds what was not known.
     *
     * @return whether anything is other than before
     */
    private boolean take(Paper paper, ListedPaper said) {
        boolean newest = live && (paper.listedOn == null || !edition.date.isBefore(paper.listedOn));
        List<Object> before = facts(paper);
        paper.title = newest ? said.title() : paper.title;
        paper.summary = newer(newest, paper.summary, said.summary());
        paper.authors = paper.authors.isEmpty() || newest && !said.authors().isEmpty() ? said.authors() : paper.authors;
        paper.publishedAt = newer(newest, paper.publishedAt, said.publishedAt());
        paper.submittedAt = newer(newest, paper.submittedAt, said.submittedAt());
        paper.submittedBy = newer(newest, paper.submittedBy, said.submittedBy());
        paper.organization = newer(newest, paper.organization, said.organization());
        paper.upvotes = newer(newest, paper.upvotes, said.upvotes());
        paper.comments = newer(newest, paper.comments, said.comments());
        paper.thumbnailUrl = newer(newest, paper.thumbnailUrl, said.thumbnailUrl());
        paper.media = paper.media.isEmpty() || newest && !said.media().isEmpty() ? said.media() : paper.media;
        paper.projectUrl = newer(newest, paper.projectUrl, said.projectUrl());
        paper.codeUrl = newer(newest, paper.codeUrl, said.codeUrl());
        paper.codeStars = newer(newest, paper.codeStars, said.codeStars());
        paper.lead = newer(newest, paper.lead, said.lead());
        paper.leadModel = newer(newest, paper.leadModel, said.leadModel());
        return !before.equals(facts(paper));
    }

    private static <T> T newer(boolean newest, T known, T said) {
        return known == null || newest && said != null ? said : known;
    }

    private static List<Object> facts(Paper paper) {
        List<Object> facts = new ArrayList<>(List.of(paper.title, paper.authors, paper.media));
        facts.add(paper.summary);
        facts.add(paper.publishedAt);
        facts.add(paper.submittedAt);
        facts.add(paper.submittedBy);
        facts.add(paper.organization);
        facts.add(paper.upvotes);
        facts.add(paper.comments);
        facts.add(paper.thumbnailUrl);
        facts.add(paper.projectUrl);
        facts.add(paper.codeUrl);
        facts.add(paper.codeStars);
        facts.add(paper.lead);
        facts.add(paper.leadModel);
        return facts;
    }

    /** @return the papers whose keywords are others than before */
    private List<Paper> replaceKeywords(Collection<Paper> papers) {
        Map<Paper, List<sulan.digest.Keyword>> others = new LinkedHashMap<>();
        for (Paper paper : papers) {
            List<sulan.digest.Keyword> said = listed.get(paper.id).keywords().stream().filter(word -> !word.isBlank())
                    .map(word -> new sulan.digest.Keyword(word, null)).distinct().toList();
            List<sulan.digest.Keyword> known = paper.listedKeywords.stream().map(Keyword::content).toList();
            if (!said.isEmpty() && !said.equals(known) && (live || known.isEmpty())) {
                others.put(paper, said);
            }
        }
        if (others.isEmpty()) {
            return List.of();
        }
        deleteKeywords(others.keySet());
        Tags tags = Tags.of(others.values().stream().flatMap(List::stream).toList(), Vocabulary.curated());
        List<Keyword> keywords = new ArrayList<>();
        others.forEach((paper, said) -> {
            paper.listedKeywords.clear();
            for (sulan.digest.Keyword word : said) {
                Keyword keyword = Keyword.of(paper, paper.listedKeywords.size() + 1, word, tags);
                paper.listedKeywords.add(keyword);
                keywords.add(keyword);
            }
        });
        Keyword.persist(keywords);
        return List.copyOf(others.keySet());
    }

    /**
     * By their ids, which are known: of "overview is null" H2 thinks that it finds few, and would go through all keywords of
     * Hugging Face's for each list.
     */
    private static void deleteKeywords(Collection<Paper> papers) {
        List<Long> ids = papers.stream().flatMap(paper -> paper.listedKeywords.stream()).map(keyword -> keyword.id).toList();
        if (!ids.isEmpty()) {
            Keyword.delete("id in ?1", ids);
        }
    }
}
