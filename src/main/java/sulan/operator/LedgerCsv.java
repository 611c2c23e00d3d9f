package sulan.operator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import sulan.archive.ModelCall;
import sulan.web.Csv;

/** The ledger as a table that spreadsheets open right, oldest call first; written a part at a time, however long it is. */
final class LedgerCsv {

    private static final int PART = 1000;

    private LedgerCsv() {
    }

    /** A line. What is not known is empty; moments are in UTC. */
    @JsonPropertyOrder({ "number", "startedAt", "endedAt", "budgetDay", "purpose", "paper", "date", "model", "promptVersion",
            "inputTokens", "outputTokens", "price", "priceKnown", "currency", "outcome", "reason" })
    record Row(Long number, String startedAt, String endedAt, String budgetDay, String purpose, String paper, String date,
            String model, String promptVersion, Integer inputTokens, Integer outputTokens, BigDecimal price, boolean priceKnown,
            String currency, String outcome, String reason) {

        static Row of(ModelCall call, String currency) {
            return new Row(call.id, text(call.startedAt), text(call.endedAt), text(call.budgetDay), text(call.purpose),
                    call.paperId == null ? null : "arXiv:" + call.paperId, text(call.editionDate), Csv.harmless(call.model),
                    Csv.harmless(call.promptVersion), call.inputTokens, call.outputTokens, call.price, call.priceKnown,
                    Csv.harmless(currency), text(call.outcome), Csv.harmless(call.reason));
        }

        private static String text(Object value) {
            return value == null ? null : value.toString();
        }
    }

    /** Writes all calls that are in the ledger. */
    static void write(OutputStream out, String currency) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(Csv.BYTE_ORDER_MARK);
        CsvMapper mapper = CsvMapper.csvBuilder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).build();
        ObjectWriter rows = mapper.writer(mapper.schemaFor(Row.class).withHeader().withLineSeparator("\r\n"));
        try (SequenceWriter lines = rows.writeValues(text)) {
            long last = 0;
            while (last >= 0) {
                last = part(lines, last, currency);
            }
        }
    }

    /** @return the number of the last call that was written; -1 if there was none */
    private static long part(SequenceWriter lines, long after, String currency) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<ModelCall> calls = ModelCall.<ModelCall> find("id > ?1 order by id", after).page(0, PART).list();
            try {
                for (ModelCall call : calls) {
                    lines.write(Row.of(call, currency));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return calls.isEmpty() ? -1 : calls.get(calls.size() - 1).id;
        });
    }
}
