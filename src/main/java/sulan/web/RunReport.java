package sulan.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sulan.archive.Run;
import sulan.archive.Tag;
import sulan.archive.TagMove;

/**
 * What became of a run.
 *
 * @param moves what it moved from one tag to another, most papers first; empty for runs that do not
 * @param cut whether it moved more than is told
 */
public record RunReport(Run run, List<Move> moves, boolean cut) {

    private static final int MOST = 1000;

    /** Keywords that lead to another tag since; what there was of tags may have changed again. */
    public record Move(Tag from, Tag into, long keywords, long papers) {
    }

    /** @throws MissingException if there is no such run */
    static RunReport of(String id) {
        Run run = id.matches("[0-9]{1,18}") ? Run.findById(Long.valueOf(id)) : null;
        if (run == null) {
            throw MissingException.run(id);
        }
        List<TagMove> moves = TagMove.of(run, MOST + 1);
        Map<String, Tag> tags = Tag.bySlugs(moves.stream().flatMap(move -> Stream.of(move.fromSlug, move.intoSlug))
                .collect(Collectors.toSet()));
        return new RunReport(run, moves.stream().limit(MOST)
                .map(move -> new Move(tags.get(move.fromSlug), tags.get(move.intoSlug), move.keywords, move.papers))
                // the demo takes its tags along when it goes
                .filter(move -> move.from != null && move.into != null).toList(), moves.size() > MOST);
    }
}
