package sulan.operator;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import sulan.archive.ModelCall;

/** Every call of the language model with what it cost, and the budget. */
@Path("/operator/ledger")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Transactional
class LedgerPages {

    private final Budget budget;

    LedgerPages(Budget budget) {
        this.budget = budget;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance ledger(Books books, ModelCall.Outcome[] outcomes);

        static native TemplateInstance call(ModelCall call, Budget.Today budget);
    }

    record Books(Budget.Today budget, List<LedgerTotals.Line> days, List<LedgerTotals.Line> months, CallTable table) {
    }

    /**
     * @param day only the calls that count in the budget of this day
     * @param outcome only those with this {@link ModelCall.Outcome}
     * @param paper only those about the paper with this id
     */
    @GET
    public Response ledger(@RestQuery String day, @RestQuery String outcome, @RestQuery String paper,
            @RestQuery String page) {
        Budget.Today today = budget.today();
        Books books = new Books(today, LedgerTotals.days(today.day()), LedgerTotals.months(),
                CallTable.of(day, outcome, paper, page));
        return Response.ok(Templates.ledger(books, ModelCall.Outcome.values()).render()).build();
    }

    @GET
    @Path("/{id: [0-9]+}")
    public Response call(long id) {
        ModelCall call = ModelCall.<ModelCall> findByIdOptional(id).orElseThrow(NotFoundException::new);
        return Response.ok(Templates.call(call, budget.today()).render()).build();
    }

    /** All calls. */
    @GET
    @Path("/calls.csv")
    @Produces("text/csv")
    public Response csv() {
        String currency = budget.today().currency();
        StreamingOutput table = out -> LedgerCsv.write(out, currency);
        return Response.ok(table).type("text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sulan-ledger.csv\"").build();
    }
}
