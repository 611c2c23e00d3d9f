package sulan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateExtension;
import sulan.archive.EditionSummary;
import sulan.archive.Paper;
import sulan.archive.Tag;
import sulan.search.PaperHit;

/** What pages tell the browser of papers and days, so that it can show there what the reader marked: see web/early. */
@TemplateExtension
final class Marking {

    private Marking() {
    }

    /**
     * The papers of a list, separated by spaces: of each its id, the days that list it, and its tags. No id, date or slug has a
     * space, comma or bar in it.
     */
    static String marking(List<PaperHit> hits) {
        return hits.stream().map(Marking::marking).collect(Collectors.joining(" "));
    }

    static String marking(PaperHit hit) {
        Paper paper = hit.paper();
        String days = paper.listingDates().stream().map(LocalDate::toString).collect(Collectors.joining(","));
        String tags = paper.shownTags().stream().map((Tag tag) -> tag.slug).collect(Collectors.joining(","));
        return paper.id + "|" + days + "|" + tags;
    }

    /** A day: its date, how many papers it has, and when the last of them came, in seconds since 1970. */
    static String marking(EditionSummary day) {
        return day.date() + " " + day.papers() + " " + (day.grewAt() == null ? 0 : day.grewAt().getEpochSecond());
    }
}
