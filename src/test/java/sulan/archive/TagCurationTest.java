package sulan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static sulan.ArchiveFixture.digest;
import static sulan.ArchiveFixture.overview;
import static sulan.ArchiveFixture.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import sulan.ArchiveFixture;
import sulan.archive.TagProposal.State;
import sulan.digest.Digest;
import sulan.digest.DigestPaper;
import sulan.digest.Keyword;
import sulan.tag.Folding;
import sulan.tag.Vocabulary;

/** What the operator decides about tags. */
@QuarkusTest
class TagCurationTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 9, 18);
    private static final String ANN = "ann";

    private static final Keyword GIZMO = new Keyword("Gizmo", "小装置");
    private static final Keyword GADGETS = new Keyword("Gadgets", "小装置");
    private static final Keyword WIDGET = new Keyword("Widget", "部件");
    private static final Keyword LLM = new Keyword("LLMs", "大的语言模型");
    private static final Keyword TRANSFORMER = new Keyword(null, "变压器");

    @Inject
    Archive archive;
    @Inject
    TagCuration curation;
    @Inject
    TagProposals proposals;
    @Inject
    ArchiveFixture fixture;

    @BeforeEach
    void fill() {
        fixture.empty();
        record(0, "a", List.of(GIZMO, LLM), List.of(GADGETS), List.of(WIDGET, TRANSFORMER));
    }

    @AfterEach
    void empty() {
        fixture.empty();
    }

    @Test
    void merge() {
        curation.merge("gizmo", "gadget", ANN);
        assertThat(counts()).containsEntry("gadget", 2L).doesNotContainKey("gizmo");
        assertThat(bySpelling("gizmo")).isEqualTo("gadget");
        assertThat(bySpelling("GIZMOS")).isEqualTo("gadget");
        tx(() -> assertThat(TagMerge.standing(10)).singleElement().satisfies(merge -> {
            assertThat(merge.fromTag.slug).isEqualTo("gizmo");
            assertThat(merge.intoTag.slug).isEqualTo("gadget");
            assertThat(merge.mergedBy).isEqualTo(ANN);
            assertThat(merge.mergedAt).isNotNull();
        }));
    }

    @Test
    void merge_and_keywords_that_come_later() {
        curation.merge("gizmo", "gadget", ANN);
        record(1, "b", List.of(new Keyword("gizmos", null)));
        assertThat(counts()).containsEntry("gadget", 3L);
        curation.undoMerge("gizmo", ANN);
        assertThat(counts()).containsEntry("gadget", 1L).containsEntry("gizmo", 2L);
    }

    @Test
    void merge_while_a_digest_is_being_recorded() throws Exception {
        CountDownLatch recorded = new CountDownLatch(1);
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try {
            Future<?> merge = QuarkusTransaction.requiringNew().call(() -> {
                record(1, "b", List.of(GIZMO));
                Future<?> started = operator.submit(() -> {
                    recorded.countDown();
                    curation.merge("gizmo", "gadget", ANN);
                });
                recorded.await();
                return started;
            });
            merge.get();
        } finally {
            operator.shutdown();
        }
        assertThat(counts()).containsEntry("gadget", 3L).doesNotContainKey("gizmo");
    }

    @Test
    void merges_one_after_the_other_undone_in_any_order() {
        List<List<String>> before = state();
        curation.merge("gizmo", "gadget", ANN);
        curation.merge("gadget", "widget", ANN);
        assertThat(counts()).containsEntry("widget", 3L);
        curation.undoMerge("gizmo", ANN);
        assertThat(counts()).containsEntry("widget", 2L).containsEntry("gizmo", 1L);
        curation.undoMerge("gadget", ANN);
        assertThat(state()).isEqualTo(before);
        tx(() -> {
            assertThat(TagMerge.standing(10)).isEmpty();
            assertThat(TagMerge.<TagMerge> listAll()).hasSize(2).allSatisfy(merge -> {
                assertThat(merge.undoneAt).isNotNull();
                assertThat(merge.undoneBy).isEqualTo(ANN);
            });
        });
    }

    @Test
    void merges_that_are_refused() {
        curation.merge("gizmo", "gadget", ANN);
        List<List<String>> before = state();
        assertRefused(() -> curation.merge("gadget", "gadget", ANN), "gadget");
        assertRefused(() -> curation.merge("gizmo", "widget", ANN), "已经合并到“gadget”");
        assertRefused(() -> curation.merge("widget", "gizmo", ANN), "已经合并到“gadget”");
        assertRefused(() -> curation.merge("gadget", "gizmo", ANN), "已经合并到“gadget”");
        assertRefused(() -> curation.merge("zebra", "gadget", ANN), "没有标签“zebra”");
        assertRefused(() -> curation.undoMerge("widget", ANN), "没有合并");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void alias_above_the_vocabulary() {
        List<List<String>> before = state();
        curation.addAlias("LLM", "gizmo", ANN);
        assertThat(counts()).containsEntry("gizmo", 1L).doesNotContainKey("large-language-model");
        record(1, "b", List.of(new Keyword("llm", null), new Keyword("Large language model", null)));
        assertThat(counts()).containsEntry("gizmo", 2L).containsEntry("large-language-model", 1L);
        assertThat(bySpelling("LLMs")).isEqualTo("gizmo");
        assertThat(bySpelling("large language models")).isEqualTo("large-language-model");
        curation.removeAlias("llms");
        assertThat(counts()).containsEntry("gizmo", 1L).containsEntry("large-language-model", 2L);
        assertThat(state()).containsAll(before);
    }

    @Test
    void alias_in_chinese() {
        curation.addAlias("变压器", "widget", ANN);
        assertThat(counts()).containsEntry("widget", 1L).doesNotContainKey("transformer");
        assertThat(bySpelling("变压器")).isEqualTo("widget");
        curation.removeAlias("变压器");
        assertThat(counts()).containsEntry("transformer", 1L);
    }

    @Test
    void alias_of_a_tag_that_is_merged_later() {
        curation.addAlias("Widgets", "gadget", ANN);
        curation.merge("gadget", "gizmo", ANN);
        assertThat(counts()).containsEntry("gizmo", 3L);
        assertThat(bySpelling("widget")).isEqualTo("gizmo");
        curation.undoMerge("gadget", ANN);
        assertThat(counts()).containsEntry("gizmo", 1L).containsEntry("gadget", 2L);
    }

    @Test
    void spelling_that_only_a_bracket_leads_to_the_concept() {
        record(1, "b",
                List.of(new Keyword("Gigantic Language Models", null), new Keyword("Large-sized Language Models (LLMs)", null),
                        new Keyword("Large-sized Language Models", null)));
        List<List<String>> before = state();
        assertThat(counts()).containsEntry("large-language-model", 2L).containsEntry("large-sized-language-model", 1L);
        curation.addAlias("Large-sized language model", "gizmo", ANN);
        assertThat(counts()).containsEntry("large-language-model", 1L).doesNotContainKey("large-sized-language-model");
        curation.removeAlias("Large-sized language model");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aliases_that_are_refused() {
        assertRefused(() -> curation.removeAlias("LLM"), "词表");
        assertRefused(() -> curation.addAlias(" ", "gizmo", ANN), "不能为空");
        assertRefused(() -> curation.addAlias("x", "zebra", ANN), "没有标签“zebra”");
    }

    @Test
    void acronym_leads_readers_to_its_tag_until_it_is_a_keyword() {
        record(1, "b", List.of(new Keyword("Joint Audio Text (JAT)", null)));
        assertThat(bySpelling("jat")).isEqualTo("joint-audio-text");
        tx(() -> assertThat(TagAlias.<TagAlias> findById("jat"))
                .extracting(alias -> alias.spelling, alias -> alias.source)
                .containsExactly("JAT", TagAlias.Source.ACRONYM));
        record(2, "c", List.of(new Keyword("JAT", null)));
        assertThat(bySpelling("jat")).isEqualTo("jat");
    }

    @Test
    void names() {
        curation.rename("gizmo", "Gizmo device", null);
        curation.rename("large-language-model", null, " 大模型 ");
        record(1, "b", List.of(GIZMO, LLM));
        tx(() -> assertThat(Tag.<Tag> list("slug in ?1 order by slug", List.of("gizmo", "large-language-model")))
                .extracting(tag -> tag.en, tag -> tag.zh)
                .containsExactly(tuple("Gizmo device", null), tuple(null, "大模型")));
        assertRefused(() -> curation.rename("gizmo", "", " "), "至少");
    }

    @Test
    void proposal_that_is_accepted_and_undone() {
        proposals.refresh();
        TagProposal proposal = only(State.OPEN);
        List<List<String>> before = state();
        assertThat(List.of(proposal.fromSlug, proposal.intoSlug)).containsExactlyInAnyOrder("gizmo", "gadget");
        curation.accept(proposal.id, ANN);
        assertThat(counts()).containsEntry(proposal.intoSlug, 2L).doesNotContainKey(proposal.fromSlug);
        assertThat(only(State.ACCEPTED).decidedBy).isEqualTo(ANN);
        proposals.refresh();
        assertThat(only(State.ACCEPTED).id).isEqualTo(proposal.id);
        assertRefused(() -> curation.accept(proposal.id, ANN), "已经处理过");
        curation.undoMerge(proposal.fromSlug, ANN);
        assertThat(only(State.OPEN).decidedBy).isNull();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void proposal_that_is_declined_is_not_made_again() {
        proposals.refresh();
        curation.decline(only(State.OPEN).id, ANN);
        // now the other one is the more frequent, so that the merge would go the other way
        record(1, "b", List.of(GIZMO), List.of(GIZMO));
        record(2, "c", List.of(GADGETS), List.of(GADGETS), List.of(GADGETS), List.of(GADGETS));
        proposals.refresh();
        assertThat(only(State.DECLINED).decidedAt).isNotNull();
    }

    @Test
    void proposal_that_no_longer_holds() {
        proposals.refresh();
        record(0, "b", List.of(GIZMO, LLM), List.of(new Keyword("Gadgets", "新奇玩意")), List.of(WIDGET));
        proposals.refresh();
        tx(() -> assertThat(TagProposal.count()).isZero());
    }

    @Test
    void proposal_to_merge_into_a_concept_that_no_paper_has() {
        record(1, "b", List.of(new Keyword("Thought Chains", "思维链")));
        proposals.refresh();
        TagProposal proposal = inTx(() -> TagProposal.<TagProposal> find("fromSlug", "thought-chain").firstResult());
        assertThat(proposal.intoSlug).isEqualTo("chain-of-thought");
        curation.accept(proposal.id, ANN);
        assertThat(counts()).containsEntry("chain-of-thought", 1L);
    }

    /**
     * Any sequence of decisions and imports: at each moment, each keyword leads where the decisions that stand say, whatever
     * was decided and undone, or imported, before.
     */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
    void decisions_and_imports_in_any_order(long seed) {
        List<Keyword> words = List.of(GIZMO, GADGETS, WIDGET, LLM, TRANSFORMER, new Keyword("Large language model", null),
                new Keyword("Gizmos", null), new Keyword("Joint Audio Text (JAT)", "联合"), new Keyword("JAT", null));
        record(0, "0", words, words.subList(0, 4));
        List<String> slugs = List.of("gizmo", "gadget", "widget", "large-language-model", "transformer", "joint-audio-text",
                "jat");
        Random random = new Random(seed);
        Map<String, String> merges = new HashMap<>();
        Map<String, String> aliases = new HashMap<>();
        for (int step = 1; step <= 40; step++) {
            String one = slugs.get(random.nextInt(slugs.size()));
            String other = slugs.get(random.nextInt(slugs.size()));
            Keyword word = words.get(random.nextInt(words.size()));
            String spelling = word.en() == null ? word.zh() : word.en();
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    if (!one.equals(other) && !merges.containsKey(one) && !merges.containsKey(other)) {
                        curation.merge(one, other, ANN);
                        merges.put(one, other);
                    }
                }
                case 2 -> {
                    if (merges.remove(one) != null) {
                        curation.undoMerge(one, ANN);
                    }
                }
                case 3 -> {
                    if (aliases.remove(Folding.fold(spelling)) != null) {
                        curation.removeAlias(spelling);
                    } else if (!merges.containsKey(one)) {
                        curation.addAlias(spelling, one, ANN);
                        aliases.put(Folding.fold(spelling), one);
                    }
                }
                default -> record(random.nextInt(3), "import " + step, List.of(word, words.get(step % words.size())),
                        words.subList(0, random.nextInt(words.size())));
            }
            tx(() -> assertThat(sulan.archive.Keyword.<sulan.archive.Keyword> listAll()).allSatisfy(keyword -> assertThat(
                    keyword.tag.slug).isEqualTo(expected(keyword.content(), merges, aliases))));
        }
        List.copyOf(merges.keySet()).forEach(from -> curation.undoMerge(from, ANN));
        List.copyOf(aliases.keySet()).forEach(curation::removeAlias);
        tx(() -> assertThat(sulan.archive.Keyword.<sulan.archive.Keyword> listAll()).allSatisfy(keyword -> assertThat(
                keyword.tag.slug).isEqualTo(Vocabulary.curated().resolve(keyword.content()).slug())));
    }

    private static String expected(Keyword keyword, Map<String, String> merges, Map<String, String> aliases) {
        String slug = aliases.getOrDefault(Folding.fold(keyword.en() == null ? keyword.zh() : keyword.en()),
                Vocabulary.curated().resolve(keyword).slug());
        while (merges.containsKey(slug)) {
            slug = merges.get(slug);
        }
        return slug;
    }

    @SafeVarargs
    private void record(int day, String hash, List<Keyword>... papers) {
        List<DigestPaper> listed = new ArrayList<>();
        for (List<Keyword> keywords : papers) {
            int position = listed.size() + 1;
            listed.add(paper(position, "2309.%d%04d".formatted(day, position), "Paper", overview("工作", null, keywords, null,
                    null, null)));
        }
        Digest digest = digest(MONDAY.plusDays(day), listed.size(), listed.toArray(DigestPaper[]::new));
        assertThat(archive.record(digest, List.of(), day + hash)).isTrue();
    }

    /** Where each keyword leads, and the names of all tags. */
    private static List<List<String>> state() {
        return inTx(() -> {
            List<List<String>> state = new ArrayList<>();
            sulan.archive.Keyword.<sulan.archive.Keyword> list("order by id").forEach(keyword -> state.add(Arrays.asList(
                    String.valueOf(keyword.id), keyword.en, keyword.zh, keyword.folded, keyword.resolved.slug,
                    keyword.tag.slug)));
            Tag.<Tag> list("order by slug").forEach(tag -> state
                    .add(Arrays.asList(tag.slug, tag.en, tag.zh, tag.mergedInto == null ? null : tag.mergedInto.slug)));
            return state;
        });
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        inTx(ArchiveFixture::tagCounts).forEach(tag -> counts.put(tag.slug(), tag.papers()));
        return counts;
    }

    private static String bySpelling(String spelling) {
        return inTx(() -> Tag.bySpelling(spelling).orElseThrow().slug);
    }

    private static TagProposal only(State state) {
        return inTx(() -> {
            List<TagProposal> all = TagProposal.listAll();
            assertThat(all).hasSize(1);
            assertThat(TagProposal.inState(state, 10)).isEqualTo(all);
            return all.get(0);
        });
    }

    private static void assertRefused(Runnable decision, String message) {
        assertThatThrownBy(decision::run).isInstanceOf(TagDecisionException.class).hasMessageContaining(message);
    }

    private static void tx(Runnable assertions) {
        QuarkusTransaction.requiringNew().run(assertions);
    }

    private static <T> T inTx(Callable<T> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }
}
