package sulan.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sulan.search.BestPapers.Entry;
import sulan.search.IndexSearch.Found;
import sulan.search.Snapshot.Part;

/** The places of papers among those of a day, by recommendation, as the comparison of the day has it. */
final class Ranking {

    private final Snapshot papers;
    private final Optional<LocalDate> day;
    private final Map<Integer, List<Entry>> days = new HashMap<>();

    /** @param day the edition; if there is none, each paper's newest */
    Ranking(Snapshot papers, Optional<LocalDate> day) {
        this.papers = papers;
        this.day = day;
    }

    Found of(Entry paper) {
        Segment segment = paper.part().segment();
        String id = paper.part().id(paper.paper());
        int number = day.map(Place::number).orElse(segment.day(paper.paper()));
        if (number == 0) {
            return new Found(id, null, null, 0);
        }
        List<Entry> all = days.computeIfAbsent(number, this::listed);
        Entry ranked = entry(paper.part(), paper.paper(), number);
        Integer rank = segment.recommendation(paper.paper()) == 0 ? null
                : Integer.valueOf(1 + (int) all.stream().filter(other -> other.compareTo(ranked) < 0).count());
        return new Found(id, Place.day(number), rank, all.size());
    }

    private List<Entry> listed(int number) {
        List<Entry> listed = new ArrayList<>();
        for (Part part : papers.parts()) {
            part.segment().eachListed(number, paper -> {
                if (part.isLive(paper)) {
                    listed.add(entry(part, paper, number));
                }
            });
        }
        return listed;
    }

    private static Entry entry(Part part, int paper, int number) {
        Segment segment = part.segment();
        return new Entry(part, paper, 0, segment.recommendation(paper), BestPapers.choice(segment.place(paper, number)));
    }
}
