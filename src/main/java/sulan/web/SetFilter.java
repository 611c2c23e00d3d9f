package sulan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import sulan.archive.Tag;
import sulan.search.PaperQuery;
import sulan.search.Words;

/**
 * A filter that is set in a query.
 *
 * @param text what it says to readers
 * @param without the query without it
 */
record SetFilter(String text, PaperQuery without) {

    /** The filters of a query that its base does not have. */
    static List<SetFilter> of(PaperQuery query, PaperQuery base) {
        Messages texts = Language.texts(Messages.class);
        Map<String, Tag> tags = Tag.bySlugs(Stream.concat(query.tags().stream(), query.not().stream()).toList());
        Function<String, String> name = slug -> tags.containsKey(slug) ? Shown.name(tags.get(slug)) : slug;
        Function<String, String> spelt = tag -> Tag.bySlug(tag).or(() -> Tag.bySpelling(tag)).map(Shown::name).orElse(tag);
        List<SetFilter> filters = new ArrayList<>();
        if (!query.q().equals(base.q())) {
            Words words = query.words();
            words.parts().forEach(part -> filters.add(new SetFilter(ExpressionText.of(part.expression(), spelt),
                    query.withWords(words.without(part)))));
        }
        query.tags().stream().filter(tag -> !base.tags().contains(tag)).forEach(
                tag -> filters.add(new SetFilter(texts.chipTag(name.apply(tag)), query.withoutTag(tag))));
        query.not().stream().filter(tag -> !base.not().contains(tag)).forEach(
                tag -> filters.add(new SetFilter(texts.chipNot(name.apply(tag)), query.withoutNot(tag))));
        if (other(query.from(), base.from()) || other(query.to(), base.to())) {
            filters.add(new SetFilter(texts.chipDates(shown(query.from()), shown(query.to())),
                    query.withDates(base.from(), base.to())));
        }
        if (other(query.recommendation(), base.recommendation())) {
            filters.add(new SetFilter(texts.chipRecommendation(query.recommendation().toPlainString()),
                    query.withRecommendation(base.recommendation())));
        }
        if (other(query.practicality(), base.practicality())) {
            filters.add(new SetFilter(texts.chipPracticality(query.practicality().toPlainString()),
                    query.withPracticality(base.practicality())));
        }
        if (other(query.novelty(), base.novelty())) {
            filters.add(new SetFilter(texts.chipNovelty(query.novelty().toPlainString()), query.withNovelty(base.novelty())));
        }
        if (query.rated() != base.rated()) {
            filters.add(new SetFilter(texts.chipRated(), query.withRated(base.rated())));
        }
        if (query.code() != base.code()) {
            filters.add(new SetFilter(texts.chipCode(), query.withCode(base.code())));
        }
        return filters;
    }

    private static boolean other(Object value, Object base) {
        return value != null && !value.equals(base);
    }

    static String shown(LocalDate date) {
        return date == null ? "…" : date.toString();
    }
}
