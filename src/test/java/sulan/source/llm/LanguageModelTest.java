package sulan.source.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import sulan.digest.Ratings;
import sulan.source.llm.LanguageModelException.Kind;
import sulan.source.llm.LanguageModelStandIn.Fault;
import sulan.source.llm.Prompt.Purpose;

@QuarkusTest
@TestProfile(LanguageModelProfile.class)
class LanguageModelTest {

    private static final PaperText PAPER = Papers.ladders();

    @Inject
    LanguageModel model;

    @ConfigProperty(name = "quarkus.langchain4j.openai.base-url")
    String baseUrl;

    private LanguageModelStandIn standIn;

    @BeforeEach
    void start() {
        standIn = LanguageModelStandIn.start(baseUrl);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void good_overview() throws Exception {
        Reply reply = model.ask(OverviewPrompt.of(PAPER), null);

        OverviewAnswer answer = OverviewAnswer.read(reply.text(), PAPER);
        assertThat(answer.faults()).isEmpty();
        assertThat(answer.overview().mainWork()).contains(PAPER.title());
        assertThat(reply.model()).isEqualTo("stand-in-2024-07-18");
        assertThat(reply.inputTokens()).isPositive();
        assertThat(reply.outputTokens()).isPositive();
        assertThat(reply.cut()).isFalse();
        assertThat(reply.refused()).isFalse();
    }

    @Test
    void request_with_schema_low_temperature_and_a_bound() throws Exception {
        model.ask(OverviewPrompt.of(PAPER), null);

        JsonNode body = new ObjectMapper().readTree(standIn.calls().get(0).body());
        assertThat(body.path("model").asText()).isEqualTo("stand-in");
        assertThat(body.path("temperature").asDouble()).isLessThan(0.5);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(OverviewPrompt.of(PAPER).maxOutputTokens());
        assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(body.at("/response_format/json_schema/name").asText()).isEqualTo("overview-1");
        assertThat(body.at("/response_format/json_schema/schema/required")).hasSize(5);
        assertThat(body.at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(body.at("/messages/1/role").asText()).isEqualTo("user");
    }

    @Test
    void another_model_for_one_call() throws Exception {
        model.ask(OverviewPrompt.of(PAPER), "larger");

        assertThat(standIn.calls()).extracting(LanguageModelStandIn.Call::model).containsExactly("larger");
        assertThat(model.name()).isEqualTo("stand-in");
    }

    @Test
    void repair_after_a_fault() throws Exception {
        standIn.next(Fault.RATING_OUT_OF_RANGE);
        OverviewAnswer faulty = OverviewAnswer.read(model.ask(OverviewPrompt.of(PAPER), null).text(), PAPER);
        assertThat(faulty.isRepairable()).isTrue();

        Reply repaired = model.ask(OverviewPrompt.repair(PAPER, "{}", faulty.faults()), null);

        assertThat(OverviewAnswer.read(repaired.text(), PAPER).overview()).isNotNull();
        assertThat(standIn.calls()).extracting(LanguageModelStandIn.Call::purpose)
                .containsExactly(Purpose.OVERVIEW, Purpose.REPAIR);
        assertThat(standIn.calls()).extracting(LanguageModelStandIn.Call::paper).containsOnly(PAPER.id());
        assertThat(standIn.calls().get(1).body()).contains("ratings.novelty");
    }

    @Test
    void order_of_a_day() throws Exception {
        List<RatedPaper> papers = List.of(new RatedPaper("2309.00001", "First", null, Ratings.NONE),
                new RatedPaper("2309.00002", "Second", "主要工作", Ratings.NONE));

        Reply reply = model.ask(OrderPrompt.of(LocalDate.of(2023, 9, 12), papers), null);

        assertThat(OrderAnswer.read(reply.text(), List.of("2309.00001", "2309.00002")).order())
                .containsExactly("2309.00002", "2309.00001");
        assertThat(standIn.calls()).extracting(LanguageModelStandIn.Call::purpose).containsExactly(Purpose.ORDER);
    }

    @ParameterizedTest
    @EnumSource(names = { "BAD_JSON", "WRONG_SCHEMA", "ENGLISH", "COPIED_ABSTRACT", "OBEYED_INJECTION", "REFUSAL", "HTML",
            "FOREIGN_ADDRESS", "RATING_OUT_OF_RANGE", "RATING_BETWEEN_STEPS", "INCOMPLETE" })
    void bad_overview(Fault fault) throws Exception {
        standIn.nextFor(PAPER.id(), fault);

        OverviewAnswer answer = OverviewAnswer.read(model.ask(OverviewPrompt.of(PAPER), null).text(), PAPER);

        assertThat(answer.overview()).isNull();
        assertThat(answer.faults()).isNotEmpty();
        assertThat(answer.reason()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({ "UNAUTHORIZED,UNAUTHORIZED,true,false", "PAYMENT_REQUIRED,PAYMENT,true,false", "QUOTA,PAYMENT,true,false",
            "RATE_LIMIT,RATE_LIMIT,true,false", "REJECTED,REJECTED,false,false", "SERVER_ERROR,UNAVAILABLE,false,false",
            "HANG,TIMEOUT,false,true", "HANG_IN_BODY,TIMEOUT,false,true", "CUT_STREAM,UNAVAILABLE,false,true",
            "NO_CHOICES,UNREADABLE,false,true", "NOT_THE_API,UNREADABLE,false,true" })
    void failing_endpoint(Fault fault, Kind kind, boolean stopsRun, boolean mayHaveBeenCharged) {
        standIn.next(fault);

        LanguageModelException failure = failure();

        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        assertThat(failure.stopsRun()).isEqualTo(stopsRun);
        assertThat(failure.mayHaveBeenCharged()).isEqualTo(mayHaveBeenCharged);
        assertThat(failure.readerMessage()).containsPattern("\\p{IsHan}");
        assertThat(standIn.calls()).as("one call, nothing retried").hasSize(1);
    }

    @Test
    void time_after_which_to_come_again() {
        Instant before = Instant.now();
        standIn.next(Fault.RATE_LIMIT);

        assertThat(failure().retryAt()).isBetween(before.plus(Duration.ofSeconds(119)), Instant.now().plusSeconds(121));
    }

    @Test
    void no_time_to_come_again() {
        standIn.next(Fault.QUOTA);

        assertThat(failure().retryAt()).isNull();
    }

    @Test
    void endpoint_that_is_not_there() {
        standIn.close();

        LanguageModelException failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.mayHaveBeenCharged()).isFalse();
    }

    @Test
    void key_in_no_message() {
        standIn.next(Fault.UNAUTHORIZED);

        assertThat(failure()).hasMessageNotContaining("key-of-the-stand-in").hasMessageContaining("401");
    }

    @Test
    void answer_cut_at_the_most_tokens() throws Exception {
        standIn.next(Fault.LENGTH);

        Reply reply = model.ask(OverviewPrompt.of(PAPER), null);

        assertThat(reply.cut()).isTrue();
        assertThat(reply.outputTokens()).isPositive();
        assertThat(OverviewAnswer.read(reply.text(), PAPER).overview()).isNull();
    }

    @Test
    void answer_without_usage() throws Exception {
        standIn.next(Fault.NO_USAGE);

        Reply reply = model.ask(OverviewPrompt.of(PAPER), null);

        assertThat(reply.inputTokens()).isNull();
        assertThat(reply.outputTokens()).isNull();
        assertThat(OverviewAnswer.read(reply.text(), PAPER).overview()).isNotNull();
    }

    @Test
    void refusal_in_the_field_of_the_api() throws Exception {
        standIn.next(Fault.REFUSAL_FIELD);

        assertThat(model.ask(OverviewPrompt.of(PAPER), null).refused()).isTrue();
    }

    private LanguageModelException failure() {
        return catchThrowableOfType(LanguageModelException.class, () -> model.ask(OverviewPrompt.of(PAPER), null));
    }
}
