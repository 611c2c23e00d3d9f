package sulan.operator;

import java.time.Clock;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.DayList;
import sulan.archive.Deadlines;
import sulan.archive.DigestFile;
import sulan.archive.LateDay;
import sulan.archive.PendingOverview;
import sulan.archive.TagProposal;
import sulan.intake.Lists;
import sulan.intake.OverviewWriting;

/** What goes on, how today's edition comes along, and what needs the operator. */
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class StartPages {

    private final Budget budget;
    private final Lists lists;
    private final OverviewWriting writing;
    private final Deadlines deadlines;
    private final Clock clock;

    StartPages(Budget budget, Lists lists, OverviewWriting writing, Deadlines deadlines, Clock clock) {
        this.budget = budget;
        this.lists = lists;
        this.writing = writing;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance start(Attention attention, Console console);
    }

    /**
     * @param proposals merges of tags that wait for a decision
     * @param refused files of the folder that did not go in
     * @param failures of the last runs, those that say the same counted once
     * @param lists daily lists whose last attempt brought nothing
     * @param late days of which there should be more by now
     * @param givenUp overviews that could not be written
     */
    record Attention(long proposals, long refused, long failures, long lists, long late, long givenUp) {

        public boolean isNone() {
            return proposals == 0 && refused == 0 && failures == 0 && lists == 0 && late == 0 && givenUp == 0;
        }
    }

    @GET
    public Response start() {
        return Response.ok(Templates.start(attention(), Console.now(budget, Switches.of(lists, writing), clock)).render())
                .build();
    }

    private Attention attention() {
        return new Attention(TagProposal.count("state", TagProposal.State.OPEN),
                DigestFile.count("state", DigestFile.State.REFUSED), FailureGroup.unattended(Unattended.since(clock)).size(),
                DayList.count("failure is not null"),
                LateDay.at(clock.instant(), deadlines).size(), PendingOverview.count("state", PendingOverview.State.GIVEN_UP));
    }
}
